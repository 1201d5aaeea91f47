# Reference values for packages/stats/src/convergence and growth: Rscript tools/references/convergence.R
# Writes packages/stats/references/convergence.json.
source("tools/references/json.R")

set.seed(31)
n <- 30
first <- round(exp(rnorm(n, 3, 0.8)), 2)
last <- round(first^0.8 * exp(rnorm(n, 0.9, 0.15)), 2)
middle <- round(sqrt(first * last) * exp(rnorm(n, 0, 0.1)), 2)
people <- round(exp(rnorm(n, 2, 0.5)), 2)
last[4] <- NA
growth <- log(last / first) / 5
absolute <- lm(growth ~ log(first)); conditional <- lm(growth ~ log(first) + log(people))
row <- function(fit) { s <- summary(fit)$coefficients[2, ]; ci <- confint(fit)[2, ]; list(estimate = s[[1]], standardError = s[[2]], pValue = s[[4]], lower = ci[[1]], upper = ci[[2]]) }
# The speed of convergence as the parameter of the equation itself.
nonlinear <- nls(growth ~ a - (1 - exp(-speed * 5)) / 5 * log(first), start = list(a = 0.3, speed = 0.04), control = nls.control(tol = 1e-10, warnOnly = TRUE))
keep <- !is.na(last)
pitman <- cor.test(log(last[keep]) + log(first[keep]), log(last[keep]) - log(first[keep]))

from <- c("low", "low", "mid", "mid", "mid", "high", "high", "low", "mid", "high", NA, "low", "high", "low")
to <- c("low", "mid", "mid", "high", "low", "high", "high", "low", "mid", "mid", "low", "mid", "high", NA)
counts <- table(factor(from, c("low", "mid", "high")), factor(to, c("low", "mid", "high")))
chances <- counts / rowSums(counts)
steady <- Re(eigen(t(chances))$vectors[, 1]); steady <- steady / sum(steady)

write_reference("convergence", list(
  software = R.version.string,
  first = I(first), middle = I(middle), last = I(last), people = I(people),
  absolute = row(absolute), conditional = row(conditional), speed = unname(coef(nonlinear)["speed"]),
  sigma = lapply(list(first, middle, last), function(v) { v <- v[keep]; list(logs = sd(log(v)), variation = sd(v) / mean(v)) }),
  pitman = list(ratio = var(log(last[keep])) / var(log(first[keep])), statistic = unname(pitman$statistic), pValue = pitman$p.value),
  from = I(from), to = I(to), counts = matrix(counts, 3), probabilities = matrix(chances, 3), longRun = I(steady)
))
