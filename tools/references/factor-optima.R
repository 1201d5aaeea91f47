# Optima of small factor analyses for packages/stats/src/factors: Rscript tools/references/factor-optima.R
# Writes packages/stats/references/factor-optima.json: the best criterion of fifty random starts of factanal on each of
# twenty small data sets, many of them noisy or improper, and R's own example.
source("tools/references/json.R")

best_of <- function(data, factors, starts = 50) {
  criteria <- vapply(seq_len(starts), function(i) {
    start <- if (i == 1) NULL else runif(ncol(data), 0.01, 1)
    fit <- try(factanal(data, factors, start = start, rotation = "none", control = list(opt = list(maxit = 5000, factr = 10))), silent = TRUE)
    if (inherits(fit, "try-error")) NA else fit$criteria[["objective"]]
  }, 0)
  min(criteria, na.rm = TRUE)
}
set.seed(9)
made <- list()
# R's documented example.
v1 <- c(1,1,1,1,1,1,1,1,1,1,3,3,3,3,3,4,5,6); v2 <- c(1,2,1,1,1,1,2,1,2,1,3,4,3,3,3,4,6,5)
v3 <- c(3,3,3,3,3,1,1,1,1,1,1,1,1,1,1,5,4,6); v4 <- c(3,3,4,3,3,1,1,2,1,1,1,1,2,1,1,5,6,4)
v5 <- c(1,1,1,1,1,3,3,3,3,3,1,1,1,1,1,6,4,5); v6 <- c(1,1,1,2,1,3,3,3,4,3,1,1,1,2,1,6,5,4)
made$example <- list(data = cbind(v1, v2, v3, v4, v5, v6), factors = 3)
for (i in 1:20) {
  p <- sample(5:9, 1); n <- sample((p + 4):30, 1)
  most <- max(which(vapply(1:4, function(k) (p - k)^2 - p - k >= 0, NA)))
  factors <- sample(seq_len(most), 1)
  common <- matrix(rnorm(n * factors), n); loading <- matrix(runif(factors * p, -1, 1), factors)
  made[[paste0("set", i)]] <- list(data = round(common %*% loading + matrix(rnorm(n * p), n) * runif(1, 0.2, 2), 2), factors = factors)
}
write_reference("factor-optima", lapply(made, function(m) list(
  factors = m$factors, columns = lapply(seq_len(ncol(m$data)), function(j) I(unname(m$data[, j]))), best = best_of(m$data, m$factors))))
