# Clustered errors of one model in three forms, for packages/stats: Rscript tools/references/clustered-effects.R
# Writes packages/stats/references/clustered-effects.json. Data: plm's Grunfeld (10 firms, 20 years), less a few rows.
# The factor is that of fixest 0.12: k = slopes + levels of all effects - (effects - 1) - (levels - 1) of nested ones.
source("tools/references/json.R")
suppressMessages({ library(plm); library(sandwich) })
data(Grunfeld); set.seed(2)
g <- Grunfeld[-sample(nrow(Grunfeld), 9), ]
g$group <- c("a", "b", "c", "d")[1 + g$firm %% 4] # firms are nested in groups
g$decade <- ifelse(g$year < 1945, "early", "late")
model <- lm(inv ~ value + capital + factor(firm) + factor(year), g)
n <- nrow(g); G <- 10; T <- 20
errors <- function(cluster, k) {
  clusters <- length(unique(g[[cluster]]))
  v <- vcovCL(model, g[[cluster]], type = "HC0", cadjust = FALSE) * clusters / (clusters - 1) * (n - 1) / (n - k)
  unname(sqrt(diag(v))[2:3])
}
all <- length(coef(model))
write_reference("clustered-effects", list(
  data = lapply(g[c("firm", "year", "inv", "value", "capital", "group", "decade")], I),
  firm = list(k = 2 + T, errors = I(errors("firm", 2 + T)), all = I(errors("firm", all))),
  group = list(k = 2 + T, errors = I(errors("group", 2 + T)), all = I(errors("group", all))),
  year = list(k = 2 + G, errors = I(errors("year", 2 + G)), all = I(errors("year", all))),
  value = list(k = all)))
