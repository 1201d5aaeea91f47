# Weighted inequality, for packages/stats: Rscript tools/references/weighted-inequality.R
# Writes packages/stats/references/weighted-inequality.json.
source("tools/references/json.R")
# Weighted, from the definitions over all pairs of groups of people; a row without a weight or a value is left out.
set.seed(6)
x <- c(round(exp(rnorm(40, 0, 1.3)), 4), NA, 3); w <- c(round(exp(rnorm(40, 4, 1.5)), 1), 10, NA); tier <- c(rep(c("a", "b", "c"), c(8, 20, 12)), "c", "c")
year <- rep(c(2015, 2016), 21); keep <- !is.na(x) & !is.na(w)
measures <- function(x, w, tier) {
  W <- sum(w); mu <- sum(w * x) / W
  g <- function(x, w) sum(outer(w, w) * abs(outer(x, x, "-"))) / (2 * sum(w)^2 * weighted.mean(x, w))
  t <- function(x, w) { m <- weighted.mean(x, w); sum(w / sum(w) * x / m * log(x / m)) }
  l <- function(x, w) { m <- weighted.mean(x, w); sum(w / sum(w) * log(m / x)) }
  rows <- split(seq_along(x), tier)
  p <- sapply(rows, function(i) sum(w[i])) / W; s <- sapply(rows, function(i) sum(w[i] * x[i])) / (W * mu)
  of <- function(f) sapply(rows, function(i) f(x[i], w[i]))
  means <- s / p * mu
  order <- order(x); curve <- function(at) approx(c(0, cumsum(w[order])) / W, c(0, cumsum((w * x)[order])) / (W * mu), at)$y
  list(gini = list(total = g(x, w), between = g(means, p), within = sum(p * s * of(g))),
    theil = list(total = t(x, w), between = sum(s * log(s / p)), within = sum(s * of(t))),
    meanLogDeviation = list(total = l(x, w), between = sum(p * log(p / s)), within = sum(p * of(l))),
    atkinson = I(c(1 - weighted.mean((x / mu)^0.5, w)^2, 1 - exp(weighted.mean(log(x), w)) / mu, 1 - 1 / weighted.mean(mu / x, w))),
    bottom40 = curve(0.4), top10 = 1 - curve(0.9))
}
first <- keep & year == 2015
write_reference("weighted-inequality", list(value = I(x), people = I(w), tier = I(as.character(tier)), year = I(year),
  all = measures(x[keep], w[keep], tier[keep]), first = measures(x[first], w[first], tier[first])))
