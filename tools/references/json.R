# JSON with all 17 digits of a double, which jsonlite does not write; NA becomes null, Inf and -Inf texts.
to_json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    parts <- vapply(x, to_json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ", "), "]"))
    return(paste0("{", paste0("\"", names(x), "\": ", parts, collapse = ", "), "}"))
  }
  if (is.matrix(x)) return(to_json(lapply(seq_len(nrow(x)), function(row) I(unname(x[row, ])))))
  parts <- if (is.numeric(x)) sprintf("%.17g", x) else if (is.logical(x)) tolower(as.character(x)) else paste0("\"", x, "\"")
  parts[is.na(x)] <- "null"
  parts[is.infinite(x)] <- paste0("\"", parts[is.infinite(x)], "\"")
  if (length(x) == 1 && !inherits(x, "AsIs")) parts else paste0("[", paste(parts, collapse = ", "), "]")
}

# One line for each element of the outer list.
write_reference <- function(topic, x) {
  lines <- paste0("\"", names(x), "\": ", vapply(x, to_json, ""))
  writeLines(paste0("{\n", paste(lines, collapse = ",\n"), "\n}"), file.path("packages/stats/references", paste0(topic, ".json")))
}
