# Reference values for packages/stats/src/convergence: Rscript tools/references/convergence.R
# Writes packages/stats/references/convergence.json.
source("tools/references/json.R")

set.seed(21)
n <- 30
years <- 6
control <- round(rnorm(n), 2)
initial <- round(exp(rnorm(n, 2, 0.8)), 3)
final <- round(initial^0.7 * exp(0.9 + 0.15 * control + rnorm(n, 0, 0.12)), 3)
initial[7] <- NA

# The speed by nonlinear least squares, with the gradient given: estimate, error, t and p.
growth <- log(final / initial) / years
logInitial <- log(initial)
beta <- function(with) {
  linear <- if (with) lm(growth ~ control + logInitial) else lm(growth ~ logInitial)
  model <- deriv(~ a - (1 - exp(-speed * 6)) / 6 * logInitial + c * control, c("a", "speed", "c"), function(a, speed, c, logInitial, control) NULL)
  model0 <- deriv(~ a - (1 - exp(-speed * 6)) / 6 * logInitial, c("a", "speed"), function(a, speed, logInitial) NULL)
  keep <- !is.na(growth)
  frame <- data.frame(growth, logInitial, control)[keep, ]
  options <- nls.control(tol = 1e-11, minFactor = 1e-12, maxiter = 200)
  fit <- if (with) nls(growth ~ model(a, speed, c, logInitial, control), frame, start = list(a = 0.2, speed = 0.05, c = 0), control = options)
    else nls(growth ~ model0(a, speed, logInitial), frame, start = list(a = 0.2, speed = 0.05), control = options)
  row <- summary(fit)$coefficients["speed", ]
  slope <- summary(linear)$coefficients["logInitial", ]
  ends <- -log(1 + confint(linear)["logInitial", ] * years) / years
  list(slope = I(unname(slope)), speed = I(unname(row)), lower = unname(ends[2]), upper = unname(ends[1]), halfLife = log(2) / unname(row[1]))
}

# A panel of 40 cities and 7 years with a missing value and a gap.
m <- 40
paths <- matrix(NA, m, 7)
paths[, 1] <- exp(rnorm(m, 3, 1))
for (t in 2:7) paths[, t] <- paths[, t - 1]^0.93 * exp(0.3 + rnorm(m, 0, 0.15))
paths <- round(paths, 3)
paths[4, 3] <- NA
paths[9, 7] <- NA
complete <- paths[complete.cases(paths), ]
deviation <- apply(log(complete), 2, sd)
trend <- summary(lm(deviation ~ I(2015:2021)))$coefficients[2, ]
pitman <- cor.test(log(complete[, 7]) + log(complete[, 1]), log(complete[, 7]) - log(complete[, 1]))

transitions <- function(values, cutoffs) {
  classes <- matrix(findInterval(values, cutoffs), nrow(values))
  k <- length(cutoffs) + 1
  counts <- matrix(0, k, k)
  for (t in 1:6) for (i in seq_len(m)) {
    move <- classes[i, t + 0:1]
    if (!anyNA(move)) counts[move[1] + 1, move[2] + 1] <- counts[move[1] + 1, move[2] + 1] + 1
  }
  p <- counts / rowSums(counts)
  left <- eigen(t(p))
  share <- Re(left$vectors[, 1]); share <- share / sum(share)
  second <- sort(Mod(eigen(p)$values), decreasing = TRUE)[2]
  list(cutoffs = I(unname(cutoffs)), counts = counts, ergodic = I(share), shorrocks = (k - sum(diag(p))) / (k - 1), determinant = 1 - abs(det(p)),
    eigenvalue = 1 - second, leaving = k / (k - 1) * sum(share * (1 - diag(p))),
    bartholomew = sum(share * rowSums(p * abs(outer(1:k, 1:k, "-")))) / (k - 1), halfLife = log(0.5) / log(second))
}
relative <- sweep(paths, 2, colMeans(paths, na.rm = TRUE), "/")
write_reference("convergence", list(
  software = R.version.string,
  beta = list(years = years, initial = I(initial), final = I(final), control = I(control), absolute = beta(FALSE), conditional = beta(TRUE)),
  paths = lapply(seq_len(m), function(i) I(paths[i, ])),
  sigma = list(n = nrow(complete), standardDeviation = I(deviation), coefficientOfVariation = I(apply(complete, 2, function(v) sd(v) / mean(v))),
    trend = I(unname(trend)), statistic = unname(pitman$statistic), pValue = pitman$p.value),
  fixed = transitions(paths, c(10, 25, 60)),
  quartiles = transitions(relative, quantile(relative, 1:3 / 4, na.rm = TRUE))
))
