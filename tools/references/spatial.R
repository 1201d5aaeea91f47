# Reference values for packages/stats/src/spatial: Rscript tools/references/spatial.R
# Writes packages/stats/references/spatial.json.
suppressMessages(library(spdep))
source("tools/references/json.R")

set.seed(14)
n <- 25
longitude <- round(runif(n, 100, 122), 3)
latitude <- round(runif(n, 22, 41), 3)
values <- round(30 + 1.5 * latitude - longitude / 4 + rnorm(n, 0, 4), 2)
values[6] <- values[11]

# Distances on a sphere by the haversine formula: spdep's own are on an ellipsoid.
radians <- pi / 180
half <- function(v) sin(outer(v, v, "-") * radians / 2)^2
distance <- 2 * 6371.0088 * asin(sqrt(half(latitude) + outer(cos(latitude * radians), cos(latitude * radians)) * half(longitude)))

nearest <- t(sapply(1:n, function(i) { near <- order(distance[i, ]); as.numeric(1:n %in% setdiff(near, i)[1:4]) }))
border <- 1 * (distance < 550 & distance > 0)
inverse <- 1 / distance^1.5; diag(inverse) <- 0
stopifnot(rowSums(border) > 0)

case <- function(matrix) {
  listw <- mat2listw(matrix, style = "W")
  test <- function(randomisation, alternative) {
    t <- moran.test(values, listw, randomisation = randomisation, alternative = alternative)
    list(variance = unname(t$estimate[3]), statistic = unname(t$statistic), pValue = t$p.value)
  }
  local <- function(conditional) {
    l <- localmoran(values, listw, conditional = conditional, alternative = "two.sided")
    list(expected = I(unname(l[, 2])), standardError = I(sqrt(unname(l[, 3]))), statistic = I(unname(l[, 4])), pValue = I(unname(l[, 5])))
  }
  t <- moran.test(values, listw)
  list(estimate = unname(t$estimate[1]), expected = unname(t$estimate[2]), normality = test(FALSE, "two.sided"), randomisation = test(TRUE, "two.sided"),
    greater = test(TRUE, "greater"), local = I(unname(localmoran(values, listw)[, 1])), others = local(TRUE), all = local(FALSE))
}
pairs <- which(border == 1 & upper.tri(border), arr.ind = TRUE)
write_reference("spatial", list(
  software = paste0(R.version.string, ", spdep ", packageVersion("spdep")),
  longitude = I(longitude), latitude = I(latitude), values = I(values),
  distances = I(distance[1, ]),
  pairs = lapply(seq_len(nrow(pairs)), function(i) I(unname(pairs[i, ]))),
  neighbours = case(border), nearest = case(nearest), inverse = case(inverse)
))
