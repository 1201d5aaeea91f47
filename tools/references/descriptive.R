# Reference values for packages/stats/src/descriptive: Rscript tools/references/descriptive.R
# Writes packages/stats/references/descriptive.json.
source("tools/references/json.R")
library(e1071)

samples <- list(
  ties_and_missing = c(3.1, 2.7, NA, 3.1, 9.4, 0.2, 2.7, 2.7, NA, 14.8, 5, 5, 0.2),
  negative = c(-4.25, 1.5, -0.125, 7, 3.375, -4.25, 2, 11, -9.5, 0),
  skewed = c(0.012, 0.05, 0.021, 0.4, 0.03, 0.9, 12.7, 0.011, 0.06, 1.3, 0.011, 33.2)
)
probabilities <- c(0, 0.01, 0.1, 0.25, 0.3, 1 / 3, 0.5, 0.6, 0.75, 0.9, 0.99, 1)

describe <- function(values) {
  present <- values[!is.na(values)]
  list(
    values = values,
    mean = mean(present), variance = var(present), standardDeviation = sd(present), median = median(present),
    autocorrelation = acf(present, lag.max = 2, plot = FALSE)$acf[2:3],
    skewness = sapply(1:3, function(type) skewness(present, type = type)),
    kurtosis = sapply(1:3, function(type) kurtosis(present, type = type)),
    quantiles = lapply(1:9, function(type) unname(quantile(present, probabilities, type = type))),
    ranks = lapply(setNames(nm = c("average", "min", "max", "first")), function(ties) rank(values, na.last = "keep", ties.method = ties))
  )
}

write_reference("descriptive", list(
  software = paste(R.version.string, "e1071", packageVersion("e1071")),
  probabilities = probabilities,
  samples = lapply(samples, describe)
))
