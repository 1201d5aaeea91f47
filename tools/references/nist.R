# The linear regression sets of NIST in R's lm with its defaults, for the table in packages/stats/README.md.
#
#   Rscript tools/references/nist.R > packages/stats/references/nist-r.json
suppressMessages(library(jsonlite))
folder <- "packages/stats/references/nist"
sets <- lapply(list.files(folder, "^lls_.*json$", full.names = TRUE), function(file) {
  set <- fromJSON(file)
  degree <- suppressWarnings(as.integer(sub("poly", "", set$model$kind)))
  terms <- if (is.na(degree)) setdiff(names(set$data), "y") else sprintf("I(x^%d)", seq_len(degree))
  model <- lm(reformulate(terms, "y", intercept = set$model$intercept), as.data.frame(set$data))
  table <- suppressWarnings(coef(summary(model)))
  # A term that lm drops has no error.
  list(dataset = set$dataset, coef = I(unname(coef(model))), se = I(unname(table[match(names(coef(model)), rownames(table)), 2])))
})
cat(toJSON(list(software = paste("R", getRversion(), "lm"), sets = sets), digits = I(17), auto_unbox = TRUE, na = "null", pretty = TRUE), "\n")
