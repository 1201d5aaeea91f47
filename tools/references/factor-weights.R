# Weights by rotated components and factors in R, for packages/index-engine: the procedure of the OECD/JRC Handbook.
#
#   Rscript tools/references/factor-weights.R > packages/index-engine/references/factor-weights.json
source("tools/references/json.R")
suppressMessages(library(psych))
set.seed(3)
common <- matrix(rnorm(80), 40)
values <- round(common %*% rbind(c(1, 0.9, 0.8, 0.1, 0, 0.2), c(0, 0.2, 0.1, 0.9, 1, 0.7)) + 0.6 * matrix(rnorm(240), 40), 3)
weights <- function(loadings) {
  squares <- unclass(loadings)^2
  by_factor <- sweep(squares, 2, colSums(squares), "/") # each factor's squared loadings, scaled to sum one
  share <- colSums(squares) / sum(squares)
  first <- max.col(squares)
  raw <- by_factor[cbind(seq_along(first), first)] * share[first]
  unname(raw / sum(raw))
}
components <- principal(values, nfactors = 2, rotate = "none")$loadings
factors <- factanal(values, 2, rotation = "none", control = list(opt = list(factr = 10, maxit = 10000)), lower = 0.005)
# Varimax of two factors in closed form (Kaiser 1958): R's own search stops at eight digits.
rotate <- function(loadings) {
  lengths <- sqrt(rowSums(unclass(loadings)^2))
  x <- loadings[, 1] / lengths
  y <- loadings[, 2] / lengths
  u <- x^2 - y^2
  v <- 2 * x * y
  n <- length(u)
  angle <- atan2(2 * (sum(u * v) - sum(u) * sum(v) / n), sum(u^2 - v^2) - (sum(u)^2 - sum(v)^2) / n) / 4
  turned <- lengths * cbind(x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle))
  stopifnot(all.equal(sort(abs(turned)), sort(abs(as.vector(varimax(loadings, eps = 1e-15)$loadings))), tolerance = 1e-6))
  turned
}
one <- principal(values, nfactors = 1)$loadings
cat(to_json(list(
  software = paste0("R ", getRversion(), "; psych ", packageVersion("psych")), values = values,
  eigenvalues = eigen(cor(values))$values,
  components = weights(rotate(components)), likelihood = weights(rotate(factors$loadings)), single = weights(one),
  alpha = {
    a <- suppressWarnings(alpha(values[, 1:3]))
    list(alpha = a$total$raw_alpha, dropped = a$alpha.drop$raw_alpha)
  },
  kmo = suppressMessages(KMO(values))$MSA,
  bartlett = cortest.bartlett(cor(values), n = 40)$chisq
)), "\n")
