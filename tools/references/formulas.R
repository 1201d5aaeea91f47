# Design matrices of R for packages/stats/src/regression: Rscript tools/references/formulas.R
# Writes packages/stats/references/formulas.json: nested and crossed factors, with and without intercept, missing levels.
source("tools/references/json.R")
set.seed(5)
n <- 30
frame <- data.frame(
  y = round(rnorm(n), 2), x = round(rnorm(n, 2), 2), z = round(runif(n), 2),
  g = sample(c("a", "b", "c"), n, TRUE), h = sample(c("p", "q"), n, TRUE), k = sample(c("u", "v", "w"), n, TRUE)
)
frame$g[3] <- "rare"; frame$y[3] <- NA # a level that no complete row has
frame$x[7] <- NA; frame$h[c(11, 12)] <- NA
formulas <- c(
  "y ~ g", "y ~ g - 1", "y ~ x - 1", "y ~ g * h", "y ~ g * h - 1", "y ~ g + h - 1", "y ~ h + g - 1", "y ~ g:h", "y ~ g:h - 1",
  "y ~ h / x", "y ~ h / x - 1", "y ~ g / h", "y ~ g / h / x", "y ~ (g + h) / x", "y ~ g:x", "y ~ g:x - 1", "y ~ x + x:g", "y ~ x + x:g - 1",
  "y ~ x:g + g:h", "y ~ .", "y ~ . - z", "y ~ . - 1", "y ~ (x + g + h)^2", "y ~ (x + g + h)^3 - x:g:h", "y ~ g * h * k - g:h:k",
  "y ~ g * h * k - g:h", "y ~ g * h - g", "y ~ g * h - h - 1", "y ~ x %in% g", "y ~ h + x %in% h", "y ~ g * x * h - 1", "log(z + 1) ~ . - k",
  "y ~ 0 + g + x:h", "y ~ x * (g + h) - x", "y ~ g + g:h + h:k"
)
write_reference("formulas", list(data = lapply(frame, I), formulas = lapply(formulas, function(text) {
  model <- lm(as.formula(text), frame)
  matrix <- model.matrix(model)
  list(formula = text, columns = I(colnames(matrix)), fitted = I(unname(fitted(model))), rank = model$rank,
    matrix = lapply(seq_len(ncol(matrix)), function(j) I(unname(matrix[, j]))))
})))
