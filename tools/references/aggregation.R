# Aggregations in R, for packages/index-engine: COINr's functions, and the formulas of the papers.
#
#   Rscript tools/references/aggregation.R COINR > packages/index-engine/references/aggregation.json
#
# COINR is a folder with the source of the package (github.com/bluefoxr/COINr).
source("tools/references/json.R")
folder <- commandArgs(trailingOnly = TRUE)
for (file in c("R/aggregate.R", "R/utils.R")) source(file.path(folder, file))

set.seed(11)
values <- round(matrix(rgamma(60, 3, 0.1), 12), 1)
values[3, 2] <- values[5, 2] # a tie
weights <- c(0.3, 0.1, 0.25, 0.15, 0.2)
rows <- function(f) apply(values, 1, f)

deviation <- function(x) sqrt(sum(weights * (x - weighted.mean(x, weights))^2)) # of a population: the weights sum to one
wowa <- function(x, order_weights) {
  by_place <- order(-x)
  q <- approxfun((0:length(order_weights)) / length(order_weights), c(0, cumsum(order_weights)) / sum(order_weights))
  sum(diff(q(pmin(1, c(0, cumsum(weights[by_place]))))) * x[by_place])
}
topsis <- function(x) {
  v <- t(t(x) * weights)
  away <- function(from) sqrt(rowSums((v - matrix(apply(v, 2, from), nrow(v), ncol(v), byrow = TRUE))^2))
  away(min) / (away(min) + away(max))
}
# Every order of a set, and the mean place of each unit over the best of them.
permutations <- function(n) if (n == 1) matrix(1) else {
  p <- permutations(n - 1)
  do.call(rbind, lapply(1:n, function(k) cbind(k, p + (p >= k))))
}
kemeny <- function(x, w) {
  n <- nrow(x)
  against <- outer(1:n, 1:n, Vectorize(function(a, b) sum(w[x[b, ] > x[a, ]]))) # the cost of a above b
  orders <- permutations(n)
  cost <- apply(orders, 1, function(o) { m <- against[o, o]; sum(m[upper.tri(m)]) })
  best <- orders[abs(cost - min(cost)) < 1e-9, , drop = FALSE]
  list(count = nrow(best), scores = n - rowMeans(apply(best, 1, order)))
}

small <- values[1:7, ]
circle <- rbind(c(1, 3, 2), c(2, 1, 3), c(3, 2, 1), c(1, 3, 2), c(0, 0, 4))

cat(to_json(list(
  software = paste0("R ", getRversion(), "; COINr ", read.dcf(file.path(folder, "DESCRIPTION"), "Version")),
  values = values, weights = weights,
  arithmetic = rows(function(x) a_amean(x, weights)),
  geometric = rows(function(x) a_gmean(x, weights)),
  harmonic = rows(function(x) a_hmean(x, weights)),
  power = lapply(c(-3, 0.5, 4), function(p) list(power = p, scores = rows(function(x) a_genmean(x, weights, p)))),
  median = rows(median),
  owa = lapply(list(c(5, 4, 3, 2, 1), c(0, 0, 1), c(1, 3)), function(o) list(orderWeights = o, scores = rows(function(x) wowa(x, o)))),
  meanMin = rows(function(x) { m <- weighted.mean(x, weights); m - 0.6 * (sqrt((m - min(x))^2 + 9) - 3) }),
  mazziottaPareto = list(
    positive = rows(function(x) { m <- weighted.mean(x, weights); m - deviation(x)^2 / m }),
    negative = rows(function(x) { m <- weighted.mean(x, weights); m + deviation(x)^2 / m })
  ),
  borda = as.vector(apply(values, 2, function(x) rank(x) - 1) %*% weights),
  copeland = a_copeland(values, weights),
  topsis = topsis(values),
  kemeny = list(
    list(values = small, weights = weights, result = kemeny(small, weights)),
    list(values = circle, weights = c(1, 1, 1), result = kemeny(circle, c(1, 1, 1)))
  )
)), "\n")
