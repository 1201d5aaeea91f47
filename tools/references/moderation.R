# Simple slopes as linear combinations of an interaction's coefficients, in R on the data of regression.json, for packages/stats.
#
#   Rscript tools/references/moderation.R > packages/stats/references/moderation.json
suppressMessages({
  library(sandwich)
  library(car)
  library(jsonlite)
})
cities <- as.data.frame(fromJSON("packages/stats/references/regression.json")$data)
used <- cities[complete.cases(cities[c("industry", "market", "technology", "population")]), ]
used$x <- used$market - mean(used$market)
used$m <- used$technology - mean(used$technology)
centred <- lm(industry ~ x * m + log(population), used)
raw <- lm(industry ~ market * technology + log(population), used)
v <- vcovHC(centred, type = "HC3")
df <- df.residual(centred)
slope_at <- function(d) {
  estimate <- coef(centred)[["x"]] + d * coef(centred)[["x:m"]]
  se <- sqrt(v["x", "x"] + 2 * d * v["x", "x:m"] + d^2 * v["x:m", "x:m"])
  list(estimate = estimate, standardError = se, pValue = 2 * pt(-abs(estimate / se), df), lower = estimate - qt(0.975, df) * se)
}
ratio_of <- function(model, expression) deltaMethod(model, expression, vcov. = vcovHC(model, type = "HC3"))
raw_ratio <- ratio_of(raw, "`market:technology` / market")
centred_ratio <- ratio_of(centred, "`x:m` / x")
with_region <- cities[complete.cases(cities[c("industry", "market", "region")]), ]
with_region$x <- with_region$market - mean(with_region$market)
by_level <- lapply(sort(unique(with_region$region)), function(level) {
  model <- lm(industry ~ x * relevel(factor(region), level), with_region)
  s <- coef(summary(model))["x", ]
  list(at = level, estimate = s[[1]], standardError = s[[2]], pValue = s[[4]])
})
# a, b and c paths of mediation: market -> technology -> industry.
a <- lm(technology ~ market + log(population), used)
b <- lm(industry ~ market + technology + log(population), used)
total <- lm(industry ~ market + log(population), used)
cat(toJSON(list(
  software = paste0("R ", getRversion(), "; sandwich ", packageVersion("sandwich"), ", car ", packageVersion("car")),
  centred = unname(coef(centred)), centredErrors = unname(sqrt(diag(v))), raw = unname(coef(raw)),
  slopes = lapply(c(-1, 0, 1) * sd(used$technology), slope_at),
  ratio = list(raw = list(estimate = raw_ratio$Estimate, standardError = raw_ratio$SE),
               centred = list(estimate = centred_ratio$Estimate, standardError = centred_ratio$SE)),
  levels = by_level,
  mediation = list(indirect = coef(a)[["market"]] * coef(b)[["technology"]], direct = coef(b)[["market"]], total = coef(total)[["market"]])
), digits = I(17), auto_unbox = TRUE), "\n")
