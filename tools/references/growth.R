# Reference values for packages/stats/src/growth: Rscript tools/references/growth.R
# Writes packages/stats/references/growth.json.
source("tools/references/json.R")

set.seed(8)
years <- 2010:2021
n <- length(years)
investment <- round(400 * cumprod(1 + rnorm(n, 0.11, 0.04)), 1)
output <- round(1000 * cumprod(1 + rnorm(n, 0.085, 0.02)), 1)
labour <- round(760 * cumprod(1 + rnorm(n, 0.004, 0.003)), 2)
share <- round(runif(n, 0.4, 0.5), 3)
depreciation <- 0.096

# Capital by a recursive filter, in both conventions of timing.
inventory <- function(growth, timing) {
  start <- investment[1] / (growth + depreciation)
  flow <- if (timing == "start") head(investment, -1) else tail(investment, -1)
  as.numeric(filter(c(start, flow), 1 - depreciation, method = "recursive"))
}
compound <- (investment[n] / investment[1])^(1 / (n - 1)) - 1
capital <- inventory(compound, "start")

# The residual as the part of log growth that an offset of the inputs leaves: no coefficient is estimated but the residual.
accounting <- function(rows, alpha) {
  d <- function(v) diff(log(v[rows])) / diff(years[rows])
  a <- (head(alpha[rows], -1) + tail(alpha[rows], -1)) / 2
  step <- diff(years[rows])
  parts <- list(output = d(output), capital = a * d(capital), labour = (1 - a) * d(labour))
  tfp <- residuals(lm(d(output) ~ 0, offset = parts$capital + parts$labour))
  parts$tfp <- unname(tfp)
  list(rows = I(rows - 1), steps = lapply(parts, I), total = lapply(parts, function(p) weighted.mean(p, step)), levels = I(exp(cumsum(c(0, parts$tfp * step)))))
}
before <- round(exp(rnorm(9, 3)), 2)
after <- round(before * exp(rnorm(9, 0.1, 0.2)), 2)
write_reference("growth", list(
  software = R.version.string,
  years = I(years), investment = I(investment), output = I(output), labour = I(labour), capital = I(capital), share = I(share),
  compound = compound,
  inventoryStart = I(inventory(0.08, "start")), inventoryEnd = I(inventory(0.08, "end")),
  constant = accounting(1:n, rep(0.45, n)),
  varying = accounting(1:n, share),
  gaps = accounting(c(1, 2, 4, 5, 9, 12), share),
  before = I(before), after = I(after), growthOfSum = sum(after) / sum(before) - 1, meanGrowth = mean(after / before - 1),
  contributions = I((after - before) / sum(before)), shares = I(prop.table(after - before))
))
