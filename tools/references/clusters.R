# Reference values for packages/stats/src/clusters: Rscript tools/references/clusters.R
# Writes packages/stats/references/clusters.json.
source("tools/references/json.R")
library(cluster)
suppressMessages(library(classInt))

set.seed(21)
blobs <- do.call(rbind, lapply(1:4, function(g) cbind(rnorm(15, 3 * (g %% 2)), rnorm(15, 3 * (g > 2)), rnorm(15))))
heavy <- round(exp(matrix(rnorm(40 * 3), 40)), 3)
best_of <- function(points, k) kmeans(points, k, nstart = 2000, iter.max = 100)
links <- c(single = "single", complete = "complete", average = "average", ward = "ward.D2")

of_points <- function(points) {
  tree_of <- function(method) { tree <- hclust(dist(points), method); list(heights = I(tree$height), labels = lapply(2:5, function(k) I(cutree(tree, k)))) }
  fits <- lapply(2:6, function(k) best_of(points, k))
  gap <- clusGap(points, function(x, k) best_of(x, k), K.max = 5, B = 60, d.power = 2, spaceH0 = "original", verbose = FALSE)
  list(
    points = points,
    kmeans = lapply(fits, function(f) list(k = length(f$size), withinSS = f$tot.withinss, betweenSS = f$betweenss, sizes = I(sort(f$size)), labels = I(f$cluster))),
    silhouettes = lapply(fits, function(f) I(silhouette(f$cluster, dist(points))[, 3])),
    logW = I(gap$Tab[, "logW"]), gap = I(gap$Tab[, "gap"]), gapError = I(gap$Tab[, "SE.sim"]),
    trees = lapply(links, tree_of)
  )
}
values <- c(round(exp(rnorm(60, 0, 1.2)), 2), 1.5, 1.5, 1.5, 1.5)
within <- sapply(2:7, function(k) { cuts <- classIntervals(values, k, style = "fisher"); sum(tapply(values, findInterval(values, cuts$brks, all.inside = TRUE), function(v) sum((v - mean(v))^2))) })

write_reference("clusters", list(
  software = paste(R.version.string, "cluster", packageVersion("cluster"), "classInt", packageVersion("classInt")),
  sets = list(blobs = of_points(blobs), heavy = of_points(heavy)),
  jenks = list(values = I(values), withinSS = I(within))
))
