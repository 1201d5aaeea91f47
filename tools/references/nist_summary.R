# NIST's univariate and analysis-of-variance sets in R with its defaults, for the table in packages/stats/README.md.
#
#   Rscript tools/references/nist_summary.R
# Writes packages/stats/references/nist-summary-r.json.
source("tools/references/json.R")
folder <- "packages/stats/references/nist"
# jsonlite reads numbers in full, it only writes them short.
read <- function(file) jsonlite::fromJSON(file, simplifyMatrix = FALSE)
univariate <- lapply(list.files(folder, "^univ_.*json$", full.names = TRUE), function(file) {
  set <- read(file); y <- set$data$y
  list(dataset = set$dataset, mean = mean(y), sd = sd(y), autocorr1 = acf(y, lag.max = 1, plot = FALSE)$acf[2])
})
anova <- lapply(list.files(folder, "^anova_.*json$", full.names = TRUE), function(file) {
  set <- read(file); frame <- stack(setNames(set$data$groups, seq_along(set$data$groups)))
  table <- summary(aov(values ~ ind, frame))[[1]]
  list(dataset = set$dataset, F = table[1, 4], residual_sd = sqrt(table[2, 3]))
})
write_reference("nist-summary-r", list(software = paste("R", getRversion()), univariate = univariate, anova = anova))
