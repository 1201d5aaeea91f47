# Errors clustered in two ways, for packages/stats: Rscript tools/references/two-way-clusters.R
# Writes packages/stats/references/two-way-clusters.json. Data: plm's Grunfeld (10 firms, 20 years), less a few rows.
# V = V_firm + V_year - V_both, all times min(G)/(min(G) - 1) (n - 1)/(n - k), as fixest 0.12 does; k as for one way, an effect
# nested in either not counted. sandwich adds the parts up without their factors (cadjust = FALSE, type = "HC0").
source("tools/references/json.R")
suppressMessages({ library(plm); library(sandwich) })
data(Grunfeld); set.seed(2)
g <- Grunfeld[-sample(nrow(Grunfeld), 9), ]
n <- nrow(g)
two_way <- function(model, k, data, clusters = c("firm", "year"), fix = FALSE) {
  least <- min(sapply(data[clusters], function(x) length(unique(x))))
  vcovCL(model, as.list(data[clusters]), type = "HC0", cadjust = FALSE, multi0 = FALSE, fix = fix) * least / (least - 1) * (nrow(data) - 1) / (nrow(data) - k)
}
row <- function(model, v, df, keep = seq_along(coef(model))) {
  b <- coef(model)[keep]; se <- sqrt(diag(v))[keep]
  list(estimate = I(unname(b)), standardError = I(unname(se)), pValue = I(unname(2 * pt(-abs(b / se), df))))
}
plain <- lm(inv ~ value + capital, g)
dummies <- lm(inv ~ value + capital + factor(firm) + factor(year), g)
# Few clusters, a covariance with a negative eigenvalue, and so with a negative variance or not.
few <- NULL
for (seed in 1:2000) {
  set.seed(seed)
  d <- data.frame(a = sample(letters[1:4], 24, TRUE), b = sample(LETTERS[1:4], 24, TRUE), x = round(rnorm(24), 2), z = round(rnorm(24), 2))
  d$y <- round(1 + d$x + rnorm(24), 2)
  m <- lm(y ~ x + z, d)
  v <- two_way(m, 3, d, c("a", "b"))
  if (min(diag(v)) < 0) { few <- list(data = lapply(d, I), model = row(m, two_way(m, 3, d, c("a", "b"), fix = TRUE), 3)); break }
}
F <- {
  v <- two_way(plain, 3, g)[2:3, 2:3]; b <- coef(plain)[2:3]
  as.numeric(b %*% solve(v) %*% b) / 2
}
write_reference("two-way-clusters", list(
  data = lapply(g[c("firm", "year", "inv", "value", "capital")], I),
  plain = c(row(plain, two_way(plain, 3, g), 9), list(f = F)),
  effects = row(dummies, two_way(dummies, 3, g), 9, 2:3),
  all = row(dummies, two_way(dummies, length(coef(dummies)), g), 9, 2:3),
  few = few))
