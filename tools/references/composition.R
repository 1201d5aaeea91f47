# Reference values for shares, bands and comparisons in packages/stats: Rscript tools/references/composition.R
# Writes packages/stats/references/composition.json. Needs psych.
source("tools/references/json.R")
library(psych)
set.seed(31)
n <- 60
x <- round(exp(rnorm(n)), 3); y <- round(x * exp(rnorm(n, 0, 0.6)), 3)
x2 <- round(x * exp(rnorm(n, 0.2, 0.3)), 3); y2 <- round(y * exp(rnorm(n, 0.1, 0.4)), 3)
year <- rep(1:2, each = n); unit <- rep(seq_len(n), 2)
r <- cor(cbind(x, y, x2, y2))
williams <- r.test(n, r12 = r["x", "y"], r13 = r["x", "x2"], r23 = r["y", "x2"])
steiger <- r.test(n, r12 = r["x", "y"], r34 = r["x2", "y2"], r13 = r["x", "x2"], r14 = r["x", "y2"], r23 = r["y", "x2"], r24 = r["y", "y2"])
independent <- r.test(n = 103, r12 = 0.5, r34 = 0.2, n2 = 70)
wilson <- function(k, m) as.numeric(prop.test(k, m, correct = FALSE)$conf.int)

# Shift-share by its definition, sector by sector.
before <- matrix(c(12, 30, 8, 20, 5, 45), 3); after <- matrix(c(15, 28, 16, 26, 9, 50), 3)
G <- sum(after) / sum(before) - 1; Gs <- colSums(after) / colSums(before) - 1
shift <- lapply(seq_len(nrow(before)), function(u) list(
  national = sum(before[u, ]) * G,
  mix = sum(before[u, ] * (Gs - G)),
  competitive = sum(before[u, ] * (after[u, ] / before[u, ] - 1 - Gs))
))
p <- c(3, 1, 4, 1, 5, 9, 2, 6) / 31
frame <- data.frame(y = c(y, y2), x = c(x, x2), later = factor(year), unit = unit)
fit <- lm(y ~ x * later, frame)
cluster <- sqrt(diag(sandwich::vcovCL(fit, cluster = ~unit, type = "HC1")))
computers <- data.frame(
  price = c(100, 150, 210, 90, 120, 200, 60, 110, 150), speed = c(1, 2, 3, 1.2, 2, 4, 1, 2.5, 4), year = rep(2018:2020, each = 3)
)
hedonic <- exp(coef(lm(log(price) ~ log(speed) + factor(year), computers))[3:4])

# Poisson pseudo-maximum likelihood with zeros, and an interaction.
z <- round(pmax(0, y - 0.4), 3)
poisson <- glm(z ~ log(x) * log(x2), family = quasipoisson, control = list(epsilon = 1e-15, maxit = 100))
ppml <- list(z = I(z), estimates = I(unname(coef(poisson))), errors = I(unname(sqrt(diag(sandwich::sandwich(poisson))))))
interaction <- lm(y ~ x * x2)
levels <- list(estimate = unname(coef(interaction)["x:x2"]), error = unname(sqrt(diag(sandwich::vcovHC(interaction, "HC3")))["x:x2"]))

write_reference("composition", list(
  software = paste(R.version.string, "psych", packageVersion("psych")),
  x = I(x), y = I(y), x2 = I(x2), y2 = I(y2),
  williams = list(t = unname(williams$t), p = unname(williams$p)),
  steiger = list(z = unname(steiger$z), p = unname(steiger$p)),
  independent = list(z = unname(independent$z), p = unname(independent$p)),
  restriction = rangeCorrection(0.3, 2, 1),
  wilson = I(wilson(605, 1670)),
  before = before, after = after, shift = shift,
  fields = I(p), pielou = -sum(p * log(p)) / log(length(p)), simpson = 1 / sum(p^2) / length(p),
  slopes = list(before = unname(coef(fit)["x"]), change = unname(coef(fit)["x:later2"]), standardError = unname(cluster["x:later2"])),
  ppml = ppml, interaction = levels, computers = lapply(computers, I), hedonic = I(unname(hedonic))
))
