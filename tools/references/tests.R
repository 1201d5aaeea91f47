# Reference values for packages/stats/src/hypothesis-tests: Rscript tools/references/tests.R
# Writes packages/stats/references/tests.json.
source("tools/references/json.R")
library(car, quietly = TRUE)

with_ties <- list(
  x = c(4.1, 5.6, NA, 5.6, 7.2, 3.3, 8.8, 4.1, 6.0, 9.4, 5.6),
  y = c(3.9, 6.1, 5.5, NA, 7.2, 2.8, 7.9, 5.5, 5.2, 8.0, 4.4)
)
without_ties <- list(
  x = c(0.31, 1.27, -0.45, 2.08, 0.97, 3.14, 1.61, 0.12, -1.03),
  y = c(1.02, 0.88, -0.91, 1.13, 1.77, 2.45, 0.05, -0.33, -2.2)
)
far_apart <- list(x = c(1001, 1003, 1002.5, 1004.25, 1000.75), y = c(11, 13.5, 12, 14.75, 10.25))
sides <- c("two.sided", "greater", "less")

row_of <- function(test, estimate = NULL) list(
  statistic = unname(test$statistic), degreesOfFreedom = unname(test$parameter), pValue = test$p.value,
  estimate = estimate, lower = test$conf.int[1], upper = test$conf.int[2]
)
two_samples <- function(data) {
  x <- data$x; y <- data$y
  difference <- function(test) unname(test$estimate[1] - test$estimate[2])
  ranked <- function(test) list(statistic = unname(test$statistic), pValue = test$p.value)
  each_side <- function(f) lapply(setNames(sides, c("two-sided", "greater", "less")), f)
  list(
    x = x, y = y,
    oneSample = each_side(function(s) { t <- t.test(x, mu = 1, alternative = s); row_of(t, unname(t$estimate)) }),
    t = each_side(function(s) { t <- t.test(x, y, var.equal = TRUE, alternative = s); row_of(t, difference(t)) }),
    welch = each_side(function(s) { t <- t.test(x, y, alternative = s, conf.level = 0.9); row_of(t, difference(t)) }),
    paired = each_side(function(s) { t <- t.test(x, y, paired = TRUE, alternative = s); row_of(t, unname(t$estimate)) }),
    mannWhitney = each_side(function(s) suppressWarnings(ranked(wilcox.test(x, y, alternative = s)))),
    wilcoxon = each_side(function(s) suppressWarnings(ranked(wilcox.test(x, y, paired = TRUE, alternative = s))))
  )
}

set.seed(7)
grouped <- list(
  ties_unequal = list(a = c(3, 5, 5, 8, NA, 2), b = c(6, 9, 9, 11), c = c(1, 4, 4, 3, 2, 5, 5)),
  many = setNames(lapply(1:6, function(g) round(rnorm(8 + g, g / 3, 1 + g / 5), 3)), letters[1:6])
)
several_groups <- function(groups) {
  frame <- na.omit(stack(groups)); names(frame) <- c("value", "group")
  fit <- aov(value ~ group, frame); table <- summary(fit)[[1]]
  tukey <- TukeyHSD(fit)$group
  pick <- function(test) list(statistic = unname(test$statistic), pValue = test$p.value)
  levene_of <- function(center) { t <- leveneTest(value ~ group, frame, center = center); list(statistic = t[1, 2], pValue = t[1, 3]) }
  list(
    groups = lapply(groups, I),
    anova = list(sumOfSquares = I(table[, 2]), statistic = table[1, 4], pValue = table[1, 5]),
    kruskalWallis = pick(kruskal.test(value ~ group, frame)),
    leveneMedian = levene_of(median), leveneMean = levene_of(mean),
    bartlett = pick(bartlett.test(value ~ group, frame)),
    tukey = lapply(seq_len(nrow(tukey)), function(i) list(
      term = sub("-", " - ", rownames(tukey)[i]), estimate = tukey[i, 1], lower = tukey[i, 2], upper = tukey[i, 3], pValue = tukey[i, 4]))
  )
}

tables <- list(
  two_by_two = rbind(c(12, 5), c(7, 21)),
  two_by_two_close = rbind(c(10, 10), c(10, 11)),
  three_by_four = rbind(c(11, 3, 8, 20), c(5, 9, 14, 2), c(7, 7, 30, 1))
)
independence <- function(table) suppressWarnings({
  yes <- chisq.test(table); no <- chisq.test(table, correct = FALSE)
  list(table = table, corrected = list(statistic = unname(yes$statistic), pValue = yes$p.value),
       plain = list(statistic = unname(no$statistic), pValue = no$p.value), expected = no$expected, residuals = no$residuals)
})
fit <- chisq.test(c(14, 21, 9, 30), p = c(1, 2, 1, 2), rescale.p = TRUE)

write_reference("tests", list(
  software = paste(R.version.string, "car", packageVersion("car")),
  samples = list(with_ties = two_samples(with_ties), without_ties = two_samples(without_ties), far_apart = two_samples(far_apart)),
  groups = lapply(grouped, several_groups),
  tables = lapply(tables, independence),
  goodnessOfFit = list(statistic = unname(fit$statistic), pValue = fit$p.value)
))
