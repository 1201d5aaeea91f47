# Logistic regressions on regressors of other sizes, for packages/stats/src/regression/logit:
#   Rscript tools/references/logit-scales.R
# Writes packages/stats/references/logit-scales.json. Data: R's mtcars. `shift` and `factor` make a regressor of hp; the shifted
# ones are whole numbers, and the fit is that of hp itself: R's glm loses the digits of the intercept and of the covariance there.
source("tools/references/json.R")

# Every step of 50 is taken: glm's covariance is that of the step before the last.
settled <- function(values) suppressWarnings(glm(am ~ x + wt, binomial, data.frame(am = mtcars$am, x = values, wt = mtcars$wt),
  control = list(epsilon = 1e-300, maxit = 50)))
fit <- function(values) {
  model <- settled(values)
  rows <- summary(model)$coefficients
  list(estimate = unname(rows[, 1]), standardError = unname(rows[, 2]), logLikelihood = as.numeric(logLik(model)))
}
hp <- mtcars$hp
moved <- function(shift) {
  base <- settled(hp)
  v <- vcov(base); b <- coef(base); to <- c(1, -shift, 0)
  list(estimate = unname(c(sum(to * b), b[2:3])),
    standardError = unname(sqrt(c(drop(to %*% v %*% to), v[2, 2], v[3, 3]))), logLikelihood = as.numeric(logLik(base)))
}
write_reference("logit-scales", list(
  am = mtcars$am, hp = hp, wt = mtcars$wt,
  factors = lapply(c(1e9, 1e-9, 1e14, 1e-14), function(factor) c(list(factor = factor), fit(hp * factor))),
  shifts = lapply(c(2000, 1e9, -1e12), function(shift) c(list(shift = shift), moved(shift)))
))
