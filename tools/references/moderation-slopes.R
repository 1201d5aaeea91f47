# Slopes at the means by the delta method, with symbolic derivatives, for packages/stats/src/moderation:
#   Rscript tools/references/moderation-slopes.R
# Writes packages/stats/references/moderation-slopes.json. Data: R's mtcars, and made columns that are skewed and far from zero.
source("tools/references/json.R")
suppressMessages(library(sandwich))

cars <- mtcars
cars$gearname <- paste0("g", cars$gear)
set.seed(4)
cars$skew <- round(exp(rnorm(32, 0, 1.6)), 3)
cars$far <- 1e4 + round(rnorm(32, 0, 2), 2)
cars$hp[c(3, 9)] <- NA

as_expression <- function(label) parse(text = gsub("I(", "(", gsub(":", "*", label, fixed = TRUE), fixed = TRUE))[[1]]
slope_row <- function(model, v, gradient, level = 0.95) {
  estimate <- sum(gradient * coef(model)); se <- sqrt(drop(gradient %*% v %*% gradient)); df <- df.residual(model)
  list(estimate = estimate, standardError = se, pValue = 2 * pt(-abs(estimate / se), df), lower = estimate - qt(0.975, df) * se)
}
one_case <- function(controls, by, hc, categories = FALSE) {
  formula <- as.formula(paste("mpg ~ wt *", by, if (length(controls)) paste("+", paste(controls, collapse = " + ")) else ""))
  model <- lm(formula, cars); used <- cars[rownames(model$model), ]
  v <- if (hc == "classical") vcov(model) else vcovHC(model, type = hc)
  at <- lapply(used[vapply(used, is.numeric, NA)], mean)
  gradient_at <- function(value) {
    if (categories) {
      for (level in unique(used$gearname)) at[[paste0("gearname", level)]] <- as.numeric(level == value)
    } else at[[by]] <- value
    vapply(names(coef(model)), function(label) if (label == "(Intercept)") 0 else {
      d <- D(as_expression(label), "wt"); as.numeric(eval(d, at)) }, 0)
  }
  m <- used[[by]]
  points <- if (categories) sort(unique(m)) else if (all(m %in% 0:1)) 0:1 else if (mean(m) - sd(m) >= min(m) && mean(m) + sd(m) <= max(m))
    mean(m) + c(-1, 0, 1) * sd(m) else quantile(m, c(0.16, 0.5, 0.84), names = FALSE)
  bounds <- if (categories) NULL else {
    excess <- function(value) { row <- slope_row(model, v, gradient_at(value)); abs(row$estimate) - qt(0.975, df.residual(model)) * row$standardError }
    grid <- seq(min(m), max(m), length.out = 801); h <- vapply(grid, excess, 0); k <- which(diff(h > 0) != 0)
    vapply(k, function(i) uniroot(excess, grid[c(i, i + 1)], tol = 1e-14)$root, 0)
  }
  list(controls = I(as.character(controls)), by = by, se = hc, points = I(points), boundsInRange = I(as.numeric(bounds)),
    slopes = lapply(points, function(p) slope_row(model, v, gradient_at(p))))
}
write_reference("moderation-slopes", list(
  data = lapply(cars, I),
  cases = list(
    squares = one_case(c("I(wt^2)", "I(cyl^2)"), "cyl", "classical"),
    plain = one_case(c(), "cyl", "HC3"),
    other = one_case(c("wt:qsec", "log(wt)", "drat"), "hp", "HC3"),
    binary = one_case(c("I(wt^2)", "hp"), "am", "HC1"),
    skewed = one_case(c("I(wt^2)", "qsec"), "skew", "HC2"),
    far = one_case(c("I(wt^3)"), "far", "classical"),
    curved = one_case(c("wt:I(qsec^2)", "I(qsec^2)"), "qsec", "classical"),
    ratio = one_case(c("I(wt / drat)", "exp(wt)"), "disp", "classical"),
    levels = one_case(c("I(wt^2)"), "gearname", "HC1", TRUE)
  )))
