# Reference values for packages/index-engine: whole indices built by COINr 1.1.14 from a made-up table.
#   Rscript tools/references/coinr.R <library with COINr>
# COINr (MIT): https://github.com/bluefoxr/COINr, installed with R CMD INSTALL. Writes packages/index-engine/references/coinr.json.
source("tools/references/json.R")
.libPaths(c(commandArgs(TRUE), .libPaths()))
suppressMessages(library(COINr))

set.seed(2016)
n <- 30
codes <- paste0("i", 1:9)
draw <- function() data.frame(
  uCode = sprintf("U%02d", 1:n), Region = rep(c("north", "south", "west"), length.out = n),
  People = round(exp(rnorm(n, 3, 1)), 1) + 1,
  i1 = rnorm(n, 50, 10), i2 = exp(rnorm(n, 0, 2)), i3 = runif(n, 1, 5), i4 = rnorm(n), i5 = exp(rnorm(n, 1, 1.5)),
  i6 = round(runif(n, 0, 20)), i7 = rnorm(n, 10, 2), i8 = rgamma(n, 0.3) * 100, i9 = rnorm(n, -5, 3)
)
iData <- draw()
holes <- cbind(sample(n, 14), sample(9, 14, replace = TRUE))
for (k in seq_len(nrow(holes))) iData[holes[k, 1], codes[holes[k, 2]]] <- NA
iData[7, codes[1:6]] <- NA
iMeta <- data.frame(
  iCode = c(codes, "P1", "P2", "P3", "S1", "S2", "Index", "Region", "People"),
  Level = c(rep(1, 9), rep(2, 3), rep(3, 2), 4, NA, NA),
  Parent = c("P1", "P1", "P1", "P2", "P2", "P2", "P3", "P3", "P3", "S1", "S1", "S2", "Index", "Index", NA, NA, NA),
  Type = c(rep("Indicator", 9), rep("Aggregate", 6), "Group", "Denominator"),
  Direction = c(1, 1, -1, 1, 1, -1, 1, 1, 1, rep(1, 6), NA, NA),
  Weight = c(1, 2, 0.5, 1, 1, 1, 0.25, 0.5, 0.25, 3, 1, 1, 0.6, 0.4, 1, NA, NA),
  Denominator = c(NA, "People", NA, NA, "People", rep(NA, 12))
)
panel <- do.call(rbind, lapply(2015:2017, function(year) cbind(draw(), Time = year)))
for (k in 1:25) panel[sample(nrow(panel), 1), sample(codes, 1)] <- NA

results <- function(coin) {
  scores <- coin$Data$Aggregated
  list(
    units = I(scores$uCode), scores = lapply(scores[names(scores) != "uCode"], I),
    rank = I(rank(-scores$Index, ties.method = "min", na.last = "keep"))
  )
}
quiet <- function(x) suppressWarnings(suppressMessages(x))
base <- quiet(new_coin(iData, iMeta))

example <- quiet({
  coin <- Denominate(base, dset = "Raw")
  coin <- Impute(coin, dset = "Denominated", f_i = "i_median_grp", use_group = "Region")
  coin <- Screen(coin, dset = "Imputed", dat_thresh = 0.9, unit_screen = "byNA")
  coin <- Treat(coin, dset = "Screened", global_specs = list(f1_para = list(winmax = 2)))
  coin <- Normalise(coin, dset = "Treated")
  Aggregate(coin, dset = "Normalised", f_ag = "a_amean")
})
incomplete <- quiet({
  coin <- Screen(base, dset = "Raw", dat_thresh = 0.5, unit_screen = "byNA", Force = data.frame(uCode = "U07", Include = TRUE))
  coin <- Normalise(coin, dset = "Screened", global_specs = list(f_n = "n_minmax", f_n_para = list(l_u = c(1, 100))),
    indiv_specs = list(i4 = list(f_n = "n_prank"), i6 = list(f_n = "n_borda"), i9 = list(f_n = "n_zscore", f_n_para = list(m_sd = c(50, 10)))))
  Aggregate(coin, dset = "Normalised", f_ag = c("a_amean", "a_gmean", "a_hmean"), dat_thresh = c(0.5, 0.5, 1))
})
purse <- quiet({
  purse <- new_coin(panel, iMeta, split_to = "all")
  purse <- Impute(purse, dset = "Raw", f_i = "impute_panel", f_i_para = list(imp_type = "latest"))
  purse <- Screen(purse, dset = "Imputed", dat_thresh = 0.9, unit_screen = "byNA")
  purse <- Treat(purse, dset = "Screened")
  purse <- Normalise(purse, dset = "Treated", global = TRUE)
  Aggregate(purse, dset = "Normalised")
})

columns <- function(data) lapply(data, I)
x <- iData$i8[!is.na(iData$i8)]
normalised <- function(f, ...) I(do.call(f, list(x, ...)))
reference <- list(
  software = paste(R.version.string, "COINr", packageVersion("COINr")),
  iData = columns(iData), iMeta = columns(iMeta), panel = columns(panel),
  example = results(example), incomplete = results(incomplete),
  purse = lapply(purse$coin, results),
  column = I(x),
  normalisations = list(
    minmax = normalised("n_minmax", l_u = c(1, 7)), zscore = normalised("n_zscore"), scaled = normalised("n_scaled", npara = c(0, 50), scale_factor = 10),
    dist2max = normalised("n_dist2max"), dist2ref = normalised("n_dist2ref", iref = 4, cap_max = TRUE),
    dist2targ = normalised("n_dist2targ", targ = 60, cap_max = TRUE), fracmax = normalised("n_fracmax"),
    rank = normalised("n_rank"), prank = normalised("n_prank"), borda = normalised("n_borda"),
    goalposts = normalised("n_goalposts", gposts = c(2, 40, 10))
  ),
  transformations = list(
    log_CT = I(log_CT(x)$x), log_CT_orig = I(log_CT_orig(x)$x), log_CT_plus = I(log_CT_plus(-x)$x), boxcox = I(boxcox(x, lambda = 0.3)),
    winsorise = I(winsorise(x, winmax = 3)$x)
  )
)
lines <- paste0("\"", names(reference), "\": ", vapply(reference, to_json, ""))
writeLines(paste0("{\n", paste(lines, collapse = ",\n"), "\n}"), "packages/index-engine/references/coinr.json")
