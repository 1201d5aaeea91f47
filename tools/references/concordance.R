# Reference values for packages/stats/src/concordance: Rscript tools/references/concordance.R
# Writes packages/stats/references/concordance.json.
source("tools/references/json.R")

set.seed(5)
n <- 14
common <- rnorm(n)
plain <- replicate(4, common + rnorm(n), simplify = FALSE)
tied <- lapply(1:5, function(judge) round(common + rnorm(n, 0, 0.8)))
missing <- plain
missing[[2]][c(3, 9)] <- NA
missing[[4]][9] <- NA

# Friedman's statistic is m (n - 1) W, its ties corrected in the same way.
w <- function(rankings) {
  matrix <- na.omit(do.call(cbind, rankings))
  n <- nrow(matrix); m <- ncol(matrix)
  test <- friedman.test(t(matrix))
  w <- unname(test$statistic) / (m * (n - 1))
  f <- (m - 1) * w / (1 - w)
  df <- n - 1 - 2 / m
  list(rankings = lapply(rankings, I), n = n, estimate = w, chiSquared = unname(test$statistic), chiSquaredPValue = test$p.value,
    f = f, fPValue = pf(f, df, (m - 1) * df, lower.tail = FALSE))
}

# Rank-biased overlap by its definition: lists made 4000 deep by hand, as unlike or as like as the seen items allow.
overlap <- function(a, b, p, depth = 4000) {
  short <- if (length(a) <= length(b)) a else b
  long <- if (length(a) <= length(b)) b else a
  s <- length(short); l <- length(long)
  rbo <- function(a, b) {
    agreement <- vapply(1:depth, function(d) length(intersect(a[1:d], b[1:d])) / d, 0)
    (1 - p) * sum(p^(0:(depth - 1)) * agreement)
  }
  apart <- rbo(c(short, paste0("s", 1:depth)), c(long, paste0("l", 1:depth)))
  # Each list goes on with what the other has and it lacks, then both with the same.
  alike <- rbo(c(short, setdiff(long, short), paste0("x", 1:depth)), c(long, setdiff(short, long), paste0("x", 1:depth)))
  # Equation 32 of Webber, Moffat and Zobel, term by term.
  x <- vapply(1:l, function(d) length(intersect(short[1:min(d, s)], long[1:d])), 0)
  extrapolated <- (1 - p) / p * (sum(x / 1:l * p^(1:l)) +
    if (s < l) sum(x[s] * (1:(l - s)) / (s * ((s + 1):l)) * p^((s + 1):l)) else 0) + ((x[l] - x[s]) / l + x[s] / s) * p^l
  list(a = I(a), b = I(b), p = p, estimate = extrapolated, lower = apart, upper = alike)
}
cities <- paste0("c", 1:12)
write_reference("concordance", list(
  software = R.version.string,
  kendallW = list(w(plain), w(tied), w(missing)),
  footrule = lapply(list(plain, tied), function(v) {
    list(x = I(v[[1]]), y = I(v[[2]]), distance = sum(abs(rank(v[[1]]) - rank(v[[2]]))))
  }),
  rankBiasedOverlap = list(
    overlap(sample(cities), sample(cities), 0.9),
    overlap(sample(cities, 7), sample(cities, 7), 0.8),
    overlap(sample(cities, 4), sample(cities, 9), 0.9),
    overlap(sample(cities, 10), sample(cities, 3), 0.98),
    overlap(cities[1:3], cities[7:12], 0.5),
    overlap(cities[1:5], cities[1:5], 0.95)
  )
))
