# Reference values for packages/stats/src/hypothesis-tests/rank-tests: Rscript tools/references/rank-tests.R
# Writes packages/stats/references/rank-tests.json. Where R solves for an interval's ends by a root search (normal
# approximation), the search is repeated to 1e-12 by tol.root.
source("tools/references/json.R")

set.seed(20)
samples <- list(
  small = list(x = round(rnorm(7, 1), 3), y = round(rnorm(5), 3)),
  tiny = list(x = c(1.5, 2.25, 9), y = c(0.5, 3.125, 1)),
  medium = list(x = round(rnorm(23, 0.4, 2), 4), y = round(rnorm(31), 4)),
  edge = list(x = round(rnorm(49), 5), y = round(rnorm(49, 0.2), 5)),
  large = list(x = round(rnorm(60), 5), y = round(rnorm(55, 0.3), 5)),
  ties = list(x = c(1, 2, 2, 3, 5, 5, 5, 8, 9, 4, 4), y = c(2, 3, 3, 5, 6, 1, 1, 2, 0, 4, 7)),
  zeros = list(x = c(3, 4, 5, 6, 1, 2, 9, 8, 5.5, 7), y = c(3, 2, 5, 7.5, 4, 1, 2, 8.5, 4, 7)),
  counts = list(x = rpois(40, 3), y = rpois(40, 4)),
  skewed = list(x = round(rexp(30, 0.01), 1), y = round(rexp(30, 0.02), 1)),
  far = list(x = 1e6 + c(1, 5, 3, 2, 9, 4), y = c(1, 4, 2, 8, 7, 3))
)
sides <- c("two.sided", "greater", "less")
open_ends <- function(interval) ifelse(is.infinite(interval), NA, interval)
row_of <- function(...) {
  test <- suppressWarnings(wilcox.test(..., conf.int = TRUE, tol.root = 1e-12))
  # With few values R widens alpha until its search has a root; such intervals are of another level.
  if (abs(attr(test$conf.int, "conf.level") - list(...)$conf.level) > 1e-9 && !list(...)$exact) return(NULL)
  ends <- open_ends(as.numeric(test$conf.int))
  list(statistic = unname(test$statistic), pValue = test$p.value, lower = ends[1], upper = ends[2])
}
cases <- list()
for (name in names(samples)) for (paired in c(FALSE, TRUE)) {
  x <- samples[[name]]$x; y <- samples[[name]]$y
  if (paired && length(x) != length(y)) next
  pairs <- if (paired) { d <- (x - y)[x != y]; all <- outer(d, d, "+"); all[!lower.tri(all)] / 2 } else outer(x, y, "-")
  tied <- if (paired) any(x == y) || anyDuplicated(abs(d)) > 0 else anyDuplicated(c(x, y)) > 0
  for (side in sides) for (exact in if (tied) FALSE else c(TRUE, FALSE)) for (correction in if (exact) TRUE else c(TRUE, FALSE))
    for (level in c(0.95, 0.8)) {
      row <- row_of(x, y, paired = paired, alternative = side, exact = exact, correct = correction, conf.level = level)
      if (!is.null(row)) cases[[length(cases) + 1]] <- c(list(sample = name, paired = paired, alternative = sub("two.sided", "two-sided", side, fixed = TRUE), exact = exact,
        correction = correction, level = level, estimate = median(pairs)), row)
    }
}
write_reference("rank-tests", list(samples = samples, cases = cases))
