# Reference values for packages/stats/src/factors: Rscript tools/references/factors.R
# Writes packages/stats/references/factors.json.
source("tools/references/json.R")
suppressMessages(library(psych))

set.seed(17)
n <- 120
f <- matrix(rnorm(2 * n), n)
columns <- list(
  a = f[, 1] + rnorm(n, 0, 0.6), b = 0.8 * f[, 1] + rnorm(n, 0, 0.7), c = 0.7 * f[, 1] + 0.3 * f[, 2] + rnorm(n),
  d = f[, 2] + rnorm(n, 0, 0.5), e = 0.9 * f[, 2] + rnorm(n, 0, 0.8), g = 0.5 * f[, 2] - 0.2 * f[, 1] + rnorm(n)
)
columns <- lapply(columns, round, 2)
columns$c[c(5, 60)] <- NA
columns$g[9] <- NA
data <- na.omit(as.data.frame(columns))

positive <- function(m) m %*% diag(ifelse(colSums(m) < 0, -1, 1), ncol(m))
pca <- function(scale) {
  fit <- prcomp(data, scale. = scale)
  list(variances = I(fit$sdev^2), weights = positive(fit$rotation), scores = I((fit$x %*% diag(ifelse(colSums(fit$rotation) < 0, -1, 1)))[1, ]))
}
analysis <- function(factors, rotation) {
  fit <- factanal(data, factors, rotation = rotation, control = c(list(opt = list(factr = 10, maxit = 10000), nstart = 5), if (rotation == "varimax") list(rotate = list(eps = 1e-15))))
  loadings <- positive(unclass(fit$loadings))
  loadings <- loadings[, order(-colSums(loadings^2)), drop = FALSE]
  list(loadings = loadings, uniquenesses = I(unname(fit$uniquenesses)), statistic = unname(fit$STATISTIC), pValue = unname(fit$PVAL))
}
kmo <- KMO(cor(data)); sphere <- cortest.bartlett(cor(data), n = nrow(data)); alpha <- suppressWarnings(alpha(data[1:3]))
raw <- matrix(rnorm(24), 8)
turned <- positive(unclass(varimax(raw, eps = 1e-15)$loadings)); plain <- positive(unclass(varimax(raw, normalize = FALSE, eps = 1e-15)$loadings))
in_order <- function(m) m[, order(-colSums(m^2))]

write_reference("factors", list(
  software = paste(R.version.string, "psych", packageVersion("psych")),
  columns = lapply(columns, I), n = nrow(data),
  correlationPca = pca(TRUE), covariancePca = pca(FALSE),
  oneFactor = analysis(1, "none"), twoFactors = analysis(2, "varimax"), twoUnrotated = analysis(2, "none"),
  kmo = list(overall = kmo$MSA, columns = I(unname(kmo$MSAi))),
  sphericity = list(statistic = sphere$chisq, pValue = sphere$p.value),
  alpha = list(raw = alpha$total$raw_alpha, standardized = alpha$total$std.alpha, without = I(alpha$alpha.drop$raw_alpha)),
  raw = raw, varimax = in_order(turned), varimaxPlain = in_order(plain)
))
