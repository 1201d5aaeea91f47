# Estimates, robust standard errors and p-values, term by term.
library(sandwich)

hc3 <- function(data) {
  model <- lm(reformulate(setdiff(names(data), "y"), "y"), data)
  errors <- sqrt(diag(vcovHC(model, type = "HC3")))
  estimates <- coef(model)
  rbind(estimates, errors, 2 * pt(-abs(estimates / errors), df.residual(model)))
}
