# Panel regressions in R, for packages/stats: unbalanced, with gaps, ties and missing values.
#
#   Rscript tools/references/panel.R > packages/stats/references/panel.json
suppressMessages({
  library(plm)
  library(jsonlite)
})
set.seed(7)
panel <- expand.grid(year = 2014:2021, city = sprintf("C%02d", 1:25), stringsAsFactors = FALSE)[, 2:1]
effect <- rnorm(25)
panel$cloud <- round(rgamma(200, 2, 0.4) + 2 * rep(effect, each = 8) + 0.3 * (panel$year - 2014), 1)
panel$market <- round(exp(rnorm(200, 3, 0.6)), 1)
panel$coast <- rep(rbinom(25, 1, 0.4), each = 8)
panel$industry <- round(1 + 0.5 * panel$cloud + 1.2 * log(panel$market) + 3 * rep(effect, each = 8) + panel$coast +
  0.4 * (panel$year - 2014) + rnorm(200), 2)
panel$research <- round(rnorm(200, 5, 2) + 0.5 * (panel$year - 2014), 2)
panel$output <- round(2 + 0.8 * panel$research + log(panel$market) + 2 * rep(rnorm(25), each = 8) + rnorm(200), 2)
panel <- panel[-c(3, 12, 13, 30, 57:63, 101, 150:151, 199), ] # gaps inside, at the ends, and a city of one year
panel$cloud[c(20, 77)] <- NA
panel <- panel[sample(nrow(panel)), ] # in no order
complete <- panel[complete.cases(panel), ]
frame <- pdata.frame(complete, index = c("city", "year"))
formula <- industry ~ cloud + log(market)

table_of <- function(b, v, df) {
  se <- sqrt(diag(v))
  list(estimate = unname(b), standardError = unname(se), pValue = unname(2 * pt(-abs(b / se), df)))
}
# plm counts the coefficients shown; `effects` are those that the clusters do not nest, counted besides.
summary_of <- function(model, df = df.residual(model), effects = 0) {
  n <- nobs(model); k <- length(coef(model))
  groups <- length(unique(complete$city))
  list(classical = table_of(coef(model), vcov(model), df),
       cluster = table_of(coef(model), vcovHC(model, method = "arellano", type = "sss", cluster = "group") * (n - k) / (n - k - effects), groups - 1),
       rSquared = unname(r.squared(model)), adjustedRSquared = unname(r.squared(model, dfcor = TRUE)), n = nobs(model),
       degreesOfFreedom = df.residual(model), residualSumOfSquares = deviance(model))
}
within <- plm(formula, frame, model = "within")
twoway <- plm(formula, frame, model = "within", effect = "twoways")
random <- plm(update(formula, . ~ . + coast), frame, model = "random", random.method = "swar")
between <- plm(update(formula, . ~ . + coast), frame, model = "between")
pooled <- plm(update(formula, . ~ . + coast), frame, model = "pooling")

# One row per entity: clusters of one row, the factor G/(G - 1) (n - 1)/(n - k) with n = G. plm has none, lm on the means has.
means <- aggregate(cbind(industry, cloud, market = log(market), coast) ~ city, complete, mean)
of_means <- lm(industry ~ cloud + market + coast, means)
# R squared with the effects, as least squares with an indicator of each.
with_effects <- function(...) { s <- summary(lm(...)); list(rSquared = s$r.squared, adjustedRSquared = s$adj.r.squared) }

# plm's own first differences pass over gaps; these are taken between neighbouring years only.
by_time <- function(x) as.numeric(diff(x, shift = "time"))
differences <- data.frame(city = as.character(index(frame)$city), industry = by_time(frame$industry), cloud = by_time(frame$cloud),
  market = by_time(pseries <- { p <- frame$market; p[] <- log(p); p }))
differences <- differences[complete.cases(differences), ]
fd <- lm(industry ~ cloud + market, differences)
cluster <- sandwich::vcovCL(fd, cluster = ~city, type = "HC1", cadjust = TRUE)

# A model whose difference of covariances is positive definite: phtest takes the absolute value where it is not.
apart <- output ~ research + log(market)
whole <- pdata.frame(panel, index = c("city", "year"))
test <- phtest(plm(apart, whole, model = "within"), plm(apart, whole, model = "random", random.method = "swar"))
out <- list(
  software = paste0("R ", getRversion(), "; plm ", packageVersion("plm"), ", sandwich ", packageVersion("sandwich")),
  data = as.list(panel),
  within = summary_of(within, effects = 1), `two-way` = summary_of(twoway, effects = length(unique(complete$year))), random = summary_of(random), pooled = summary_of(pooled),
  between = list(classical = table_of(coef(between), vcov(between), df.residual(between)),
    cluster = table_of(coef(of_means), sandwich::vcovCL(of_means, cluster = means$city, type = "HC1"), nrow(means) - 1),
    rSquared = unname(r.squared(between)), adjustedRSquared = unname(r.squared(between, dfcor = TRUE)), n = nobs(between),
    degreesOfFreedom = df.residual(between), residualSumOfSquares = deviance(between)),
  effects = list(within = with_effects(industry ~ cloud + log(market) + city, complete), `two-way` = with_effects(industry ~ cloud + log(market) + city + factor(year), complete)),
  `first-difference` = list(classical = table_of(coef(fd), vcov(fd), df.residual(fd)),
    cluster = table_of(coef(fd), cluster, length(unique(differences$city)) - 1), rSquared = summary(fd)$r.squared, n = nobs(fd),
    adjustedRSquared = summary(fd)$adj.r.squared, degreesOfFreedom = df.residual(fd), residualSumOfSquares = deviance(fd)),
  components = list(idiosyncratic = unname(ercomp(random)$sigma2["idios"]), individual = unname(ercomp(random)$sigma2["id"])),
  hausman = list(statistic = unname(test$statistic), degreesOfFreedom = unname(test$parameter), pValue = unname(test$p.value))
)
cat(toJSON(out, digits = I(17), auto_unbox = TRUE, na = "null", dataframe = "columns"), "\n")
