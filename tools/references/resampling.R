# Reference values for packages/stats/src/resampling: Rscript tools/references/resampling.R
# Writes packages/stats/references/resampling.json. Random resamples differ between programs, so R's own are kept beside its
# intervals; the exact bootstrap of a small sample is over all its resamples.
source("tools/references/json.R")
library(boot)

set.seed(3)
sample_of <- round(exp(rnorm(25)), 3)
statistic <- function(values, rows) sd(values[rows]) / mean(values[rows])
draws <- boot(sample_of, statistic, R = 1999)
left_out <- sapply(seq_along(sample_of), function(i) statistic(sample_of[-i], TRUE))
# Efron's acceleration, from the jackknife; boot.ci would take a regression on the resamples.
intervals <- boot.ci(draws, type = c("perc", "bca"), L = mean(left_out) - left_out)
small <- c(1, 2, 4, 8, 16)
every <- apply(expand.grid(rep(list(small), 5)), 1, function(v) median(v))
x <- c(12.1, 14.3, 9.8, 15.5, 13.2, 16.1); y <- c(8.7, 11.2, 10.4, 12.6, 9.1)
all_ways <- combn(11, 6, function(rows) mean(c(x, y)[rows]) - mean(c(x, y)[-rows]))

write_reference("resampling", list(
  software = paste(R.version.string, "boot", packageVersion("boot")),
  sample = I(sample_of), estimate = draws$t0, draws = I(draws$t[, 1]), leftOut = I(left_out),
  percentile = I(intervals$percent[4:5]), bca = I(intervals$bca[4:5]),
  exactMedian = list(sample = I(small), mean = mean(every), standardDeviation = sqrt(mean((every - mean(every))^2))),
  permutation = list(x = I(x), y = I(y), pValue = mean(abs(all_ways) >= abs(mean(x) - mean(y)) - 1e-12))
))
