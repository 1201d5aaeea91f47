# Reference values for packages/stats/src/correlation: Rscript tools/references/correlation.R
# Writes packages/stats/references/correlation.json.
source("tools/references/json.R")

set.seed(11)
n <- 40
size <- round(exp(rnorm(n)), 2)
columns <- list(
  size = size,
  cloud = round(size * exp(rnorm(n, 0, 0.4)), 2),
  ties = sample(1:6, n, replace = TRUE),
  noise = round(rnorm(n), 1),
  nearly = size + rnorm(n, 0, 1e-3),
  small = round(c(rnorm(14), rep(NA, n - 14)), 4)
)
columns$cloud[c(3, 17)] <- NA
columns$noise[c(3, 30, 31)] <- NA

pairs <- combn(names(columns), 2, simplify = FALSE)
test <- function(a, b, method) {
  x <- columns[[a]]; y <- columns[[b]]
  keep <- !is.na(x) & !is.na(y)
  t <- suppressWarnings(if (method == "spearman") cor.test(x, y, method = method, exact = FALSE) else cor.test(x, y, method = method))
  # For Spearman R tests the same statistic by t; its interval and Kendall's are the formulas named in the docs.
  r <- unname(t$estimate); m <- sum(keep)
  variance <- switch(method, pearson = 1 / (m - 3), spearman = (1 + r^2 / 2) / (m - 3), kendall = 0.437 / (m - 4))
  interval <- tanh(atanh(r) + c(-1, 1) * qnorm(0.975) * sqrt(variance))
  if (method == "pearson") stopifnot(all.equal(interval, as.numeric(t$conf.int)))
  list(a = a, b = b, n = m, estimate = r, pValue = t$p.value, lower = interval[1], upper = interval[2])
}
complete <- as.data.frame(columns[1:4])[complete.cases(as.data.frame(columns[1:4])), ]
partial <- function(frame) {
  controls <- cbind(1, frame$ties, frame$noise)
  left <- lapply(frame[c("size", "cloud")], function(v) lm.fit(controls, v)$residuals)
  r <- cor(left$size, left$cloud); df <- nrow(frame) - 4
  z <- atanh(r) + c(-1, 1) * qnorm(0.975) / sqrt(nrow(frame) - 5)
  list(estimate = r, pValue = 2 * pt(-abs(r) * sqrt(df / (1 - r^2)), df), lower = tanh(z[1]), upper = tanh(z[2]), n = nrow(frame))
}
p <- c(0.01, 0.04, 0.0002, 0.04, NA, 0.7, 0.03, 0.049)

write_reference("correlation", list(
  software = R.version.string,
  columns = lapply(columns, I),
  pearson = lapply(pairs, function(pair) test(pair[1], pair[2], "pearson")),
  spearman = lapply(pairs, function(pair) test(pair[1], pair[2], "spearman")),
  kendall = lapply(pairs, function(pair) test(pair[1], pair[2], "kendall")),
  partialPearson = partial(complete),
  partialSpearman = partial(as.data.frame(lapply(complete, rank))),
  pValues = I(p),
  adjusted = lapply(setNames(nm = c("bonferroni", "holm", "hochberg", "BH", "BY")), function(method) I(p.adjust(p, method)))
))
