# Reference values for packages/stats/src/inequality: Rscript tools/references/inequality.R
# Writes packages/stats/references/inequality.json. The Gini coefficient by laeken; Debian has no package for the rest,
# which is computed from the definitions over all pairs and units.
source("tools/references/json.R")
suppressMessages(library(laeken))

set.seed(5)
samples <- list(
  incomes = c(12, 5, NA, 5, 31, 7, 7, 7, 90, 2.5, NA, 14),
  zeros = c(0, 3, 0, 8, 1, 1, 20),
  shares = round(exp(rnorm(60, 0, 1.3)), 4)
)
measures <- function(values) {
  x <- values[!is.na(values)]; n <- length(x); m <- mean(x)
  pairs <- abs(outer(x, x, "-"))
  theil <- function(x) { r <- x / mean(x); mean(ifelse(r == 0, 0, r * log(r))) }
  atkinson <- function(e) if (e >= 1 && any(x == 0)) 1 else if (e == 1) 1 - exp(mean(log(x))) / m else 1 - mean((x / m)^(1 - e))^(1 / (1 - e))
  stopifnot(all.equal(gini(x)$value / 100, sum(pairs) / (2 * n^2 * m)))
  list(
    values = I(values), gini = sum(pairs) / (2 * n^2 * m), giniUnbiased = sum(pairs) / (2 * n * (n - 1) * m),
    theil = theil(x), meanLogDeviation = if (any(x == 0)) NA else mean(log(m / x)),
    atkinson = I(sapply(c(0.5, 1, 2), atkinson)), herfindahl = sum((x / sum(x))^2),
    lorenz = I(cumsum(sort(x)) / sum(x)),
    # The Lorenz curve at any point: straight lines between its points.
    bottom40 = approx(0:n / n, c(0, cumsum(sort(x)) / sum(x)), 0.4)$y,
    top10 = 1 - approx(0:n / n, c(0, cumsum(sort(x)) / sum(x)), 0.9)$y
  )
}

grouped <- data.frame(size = samples$shares, tier = rep(c("a", "b", "c"), c(10, 20, 30)))
decomposition <- function() {
  x <- grouped$size; n <- length(x); total <- sum(x); parts <- split(x, grouped$tier)
  p <- sapply(parts, length) / n; s <- sapply(parts, sum) / total
  g <- function(v) sum(abs(outer(v, v, "-"))) / (2 * length(v)^2 * mean(v))
  t <- function(v) mean(v / mean(v) * log(v / mean(v)))
  l <- function(v) mean(log(mean(v) / v))
  list(
    size = I(x), tier = I(as.character(grouped$tier)),
    gini = list(total = g(x), between = g(ave(x, grouped$tier)), within = sum(p * s * sapply(parts, g))),
    theil = list(total = t(x), between = sum(s * log(s / p)), within = sum(s * sapply(parts, t))),
    meanLogDeviation = list(total = l(x), between = sum(p * log(p / s)), within = sum(p * sapply(parts, l)))
  )
}
draws <- replicate(40000, { v <- sample(samples$shares, replace = TRUE); gini(v)$value / 100 })

write_reference("inequality", list(
  software = paste(R.version.string, "laeken", packageVersion("laeken")),
  samples = lapply(samples, measures),
  decomposition = decomposition(),
  bootstrap = list(standardError = sd(draws), interval = I(unname(quantile(draws, c(0.025, 0.975)))))
))
