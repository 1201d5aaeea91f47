# Hausman tests of five panels of plm, for packages/stats/src/panel: Rscript tools/references/hausman.R
# Writes packages/stats/references/hausman.json: the first entities of each panel (plm, GPL), and both forms.
source("tools/references/json.R")
suppressMessages(library(plm))

data(Produc); data(EmplUK); data(Gasoline); data(Crime); data(Wages)
Wages <- cbind(id = rep(1:595, each = 7), time = rep(1:7, 595), Wages)
Wages$bluecol <- as.character(Wages$bluecol)
panels <- list(
  Produc = list(Produc, "state", "year", log(gsp) ~ log(pcap) + log(pc) + log(emp) + unemp, 48),
  EmplUK = list(EmplUK, "firm", "year", log(emp) ~ log(wage) + log(capital) + log(output), 90),
  Gasoline = list(Gasoline, "country", "year", lgaspcar ~ lincomep + lrpmg + lcarpcap, 18),
  Crime = list(Crime, "county", "year", log(crmrte) ~ log(prbarr) + log(polpc) + log(density) + log(taxpc), 90),
  Wages = list(Wages, "id", "time", lwage ~ wks + exp + I(exp^2), 90),
  Periods = list(Gasoline, "country", "year", lgaspcar ~ lincomep + lrpmg + C(year), 18)
)
one <- function(panel) {
  frame <- panel[[1]]; entity <- panel[[2]]; time <- panel[[3]]; formula <- panel[[4]]
  frame <- frame[frame[[entity]] %in% unique(frame[[entity]])[seq_len(panel[[5]])], ]
  periods <- "C" %in% all.names(formula)
  if (periods) formula <- lgaspcar ~ lincomep + lrpmg
  # The columns of the model, with names that phtest can paste, and the digits that the test reads.
  columns <- model.frame(formula, frame)
  names(columns) <- c("y", paste0("x", seq_len(ncol(columns) - 1)))
  columns[] <- lapply(columns, function(values) signif(as.numeric(values), 12))
  slopes <- paste(names(columns)[-1], collapse = " + ")
  frame <- cbind(entity = as.character(frame[[entity]]), columns)
  frame$time <- as.integer(as.character(panel[[1]][rownames(columns), time]))
  entity <- "entity"; time <- "time"
  frame$period <- factor(frame$time)
  formula <- as.formula(paste("y ~", slopes, if (periods) "+ period"))
  p <- pdata.frame(frame, index = c(entity, time), drop.index = FALSE)
  within <- plm(formula, p, model = "within"); random <- plm(formula, p, model = "random", random.method = "swar")
  terms <- names(coef(within)); d <- coef(within) - coef(random)[terms]
  sw <- deviance(within) / df.residual(within); sr <- deviance(random) / df.residual(random)
  classical <- vcov(within) - vcov(random)[terms, terms]
  common <- sr * (vcov(within) / sw - vcov(random)[terms, terms] / sr)
  positive <- all(eigen(cov2cor(vcov(within)) * 0 + classical / sqrt(outer(diag(vcov(within)), diag(vcov(within)))))$values > 1e-10)
  unit <- sqrt(diag(vcov(within))); e <- eigen(common / outer(unit, unit), symmetric = TRUE); keep <- e$values > 1e-8
  along <- t(e$vectors[, keep, drop = FALSE]) %*% (d / unit)
  row <- function(statistic, df) list(statistic = unname(statistic), degreesOfFreedom = unname(df), pValue = pchisq(unname(statistic), unname(df), lower.tail = FALSE))
  aux <- if (periods) NULL else phtest(formula, data = p, method = "aux")
  keepcol <- setdiff(names(frame), "period")
  list(entity = entity, time = time, formula = paste("y ~", slopes, if (periods) "+ C(time)" else ""), data = lapply(frame[keepcol], I),
    positive = positive, classical = if (positive) row(drop(d %*% solve(classical, d)), length(d)) else NULL,
    common = row(sum(along^2 / e$values[keep]), sum(keep)),
    mundlak = if (is.null(aux)) NULL else row(aux$statistic, aux$parameter))
}
write_reference("hausman", lapply(panels, one))
