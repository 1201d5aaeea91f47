# Least squares, robust errors, diagnostics and logit in R, for packages/stats.
#
#   Rscript tools/references/regression.R > packages/stats/references/regression.json
suppressMessages({
  library(sandwich)
  library(lmtest)
  library(car)
  library(jsonlite)
})
set.seed(20210)
n <- 60
region <- sample(c("east", "north", "south", "west"), n, replace = TRUE)
cities <- data.frame(
  region,
  province = paste0("P", sample(1:11, n, replace = TRUE)),
  market = round(rgamma(n, 2, 0.5), 1), # ties
  technology = round(rnorm(n, 10, 3), 2),
  population = round(exp(rnorm(n, 5, 1)), 0),
  weight = round(runif(n, 0.2, 3), 2)
)
cities$industry <- round(with(cities, 2 + 0.8 * market + 0.3 * technology + 0.05 * market * technology + 0.7 * log(population) +
  (region == "east") + rnorm(n) * (0.5 + 0.3 * market)), 3)
cities$listed <- as.integer(with(cities, 0.4 * market + 0.2 * technology - 4 + rlogis(n)) > 0)
cities$market[c(3, 41)] <- NA
cities$industry[17] <- NA
cities$region[29] <- NA
cities$weight[c(8, 33)] <- 0

table_of <- function(model, v = vcov(model), df = df.residual(model)) {
  b <- coef(model)
  se <- sqrt(diag(v))
  list(estimate = unname(b), standardError = unname(se), statistic = unname(b / se), pValue = unname(2 * pt(-abs(b / se), df)),
       lower = unname(b - qt(0.975, df) * se), upper = unname(b + qt(0.975, df) * se))
}
model_of <- function(model) {
  s <- summary(model)
  list(rSquared = s$r.squared, adjustedRSquared = s$adj.r.squared, residualStandardError = s$sigma,
       fStatistic = s$fstatistic[["value"]],
       fPValue = pf(s$fstatistic[["value"]], s$fstatistic[["numdf"]], s$fstatistic[["dendf"]], lower.tail = FALSE),
       logLikelihood = as.numeric(logLik(model)), aic = AIC(model), bic = BIC(model), n = nobs(model),
       degreesOfFreedom = df.residual(model))
}
wald <- function(model, v) {
  test <- waldtest(model, vcov = v, test = "F")
  list(fStatistic = test$F[2], fPValue = test[["Pr(>F)"]][2])
}

formulas <- c(
  "industry ~ market * technology + log(population) + region",
  "industry ~ market + technology - 1",
  "industry ~ region + market - 1",
  "industry ~ market + market:region",
  "industry ~ region:market + region - 1",
  "industry ~ (market + technology + log(population))^2 - technology",
  "industry ~ poly(market, 3) + I(technology^2) + sqrt(population)",
  "log(population) ~ I(market/technology) + I((market - 2)^2) + abs(technology - 10)",
  "industry ~ poly(market, 2, raw = TRUE) * region"
)
models <- lapply(formulas, function(text) {
  used <- cities[complete.cases(cities[all.vars(as.formula(text))]), ] # poly() takes no missing values
  model <- lm(as.formula(text), data = used)
  c(list(formula = text, terms = table_of(model)), model_of(model))
})

main <- lm(as.formula(formulas[1]), data = cities)
used <- cities[rownames(model.frame(main)), ]
weighted <- lm(as.formula(formulas[1]), data = cities, weights = weight)
errors <- list()
for (type in c("HC0", "HC1", "HC2", "HC3", "HC4")) {
  v <- vcovHC(main, type = type)
  errors[[type]] <- c(table_of(main, v), wald(main, v))
}
# In vcovHC a row of weight zero still counts towards n: the data without such rows.
positive <- lm(as.formula(formulas[1]), data = cities[cities$weight > 0, ], weights = weight)
v <- vcovHC(positive, type = "HC3")
errors[["HC3 weighted"]] <- c(table_of(positive, v), wald(positive, v))
v <- vcovCL(main, cluster = used$province, type = "HC1", cadjust = TRUE)
errors[["cluster:province"]] <- table_of(main, v, length(unique(used$province)) - 1)
v <- NeweyWest(main, lag = 3, prewhite = FALSE, adjust = FALSE)
errors[["newey-west:3"]] <- c(table_of(main, v), wald(main, v))

inflation <- vif(main, type = "terms")
test_of <- function(test) list(statistic = unname(test$statistic), degreesOfFreedom = unname(test$parameter), pValue = unname(test$p.value))
diagnostics <- list(
  leverage = unname(hatvalues(main)), standardisedResidual = unname(rstandard(main)),
  studentisedResidual = unname(rstudent(main)), cookDistance = unname(cooks.distance(main)), residual = unname(resid(main)),
  weightedCookDistance = unname(cooks.distance(positive)), weightedResidual = unname(resid(positive)),
  vif = unname(suppressMessages(vif(lm(industry ~ market + technology + log(population) + region, cities)))[, 1]),
  breuschPagan = test_of(bptest(main)), reset = test_of(resettest(main)),
  durbinWatson = test_of(dwtest(main, exact = FALSE)), shapiroWilk = test_of(shapiro.test(resid(main)))
)
samples <- list(c(1.2, 3.4, 2.2), c(1, 1, 2, 3, 9), round(rexp(11), 2), round(rnorm(12), 2), round(rt(200, 3), 2), round(rnorm(3000), 3))
shapiro <- lapply(samples, function(x) c(list(values = x), test_of(shapiro.test(x))))

binary <- glm(listed ~ market + technology + region, data = cities, family = binomial, control = glm.control(epsilon = 1e-15, maxit = 100))
# Once more from the solution: the standard errors of glm are those of the step before the last.
binary <- update(binary, start = coef(binary))
s <- summary(binary)$coefficients
logit <- list(formula = "listed ~ market + technology + region", estimate = unname(s[, 1]), standardError = unname(s[, 2]),
  statistic = unname(s[, 3]), pValue = unname(s[, 4]), logLikelihood = as.numeric(logLik(binary)), aic = AIC(binary), bic = BIC(binary),
  nullLogLikelihood = -binary$null.deviance / 2, fitted = unname(fitted(binary)), n = nobs(binary))

software <- paste0("R ", getRversion(), "; sandwich ", packageVersion("sandwich"), ", lmtest ", packageVersion("lmtest"), ", car ", packageVersion("car"))
# "missing" of jsonlite would be a text: nulls in the columns stand for missing values.
cat(toJSON(list(software = software, data = as.list(cities), models = models, weighted = c(list(terms = table_of(weighted)), model_of(weighted)),
  errors = errors, diagnostics = diagnostics, shapiro = shapiro, logit = logit),
  digits = I(17), auto_unbox = TRUE, na = "null", dataframe = "columns"), "\n")
