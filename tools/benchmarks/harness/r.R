# An R peer in a process of its own: r.R <file> <function> <folder> <side>. Answers as ours.mjs does.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[3]
peer <- new.env()
sys.source(arguments[1], peer)
run <- peer[[arguments[2]]]
header <- readLines(file.path(folder, "columns.txt"))
rows <- as.integer(header[1])
names <- header[-1]
values <- readBin(file.path(folder, "columns.f64"), "double", rows * length(names))
columns <- as.data.frame(matrix(values, rows, dimnames = list(NULL, names)))
lines <- file("stdin", open = "r")
cat("ready\n")
while (length(line <- readLines(lines, 1)) == 1) {
  calls <- as.integer(line)
  wall <- numeric(calls)
  before <- sum(proc.time()[1:2])
  for (call in seq_len(calls)) {
    start <- Sys.time()
    result <- run(columns)
    wall[call] <- 1000 * as.numeric(difftime(Sys.time(), start, units = "secs"))
  }
  cpu <- 1000 * (sum(proc.time()[1:2]) - before)
  writeBin(as.double(result), file.path(folder, paste0(arguments[4], ".f64")))
  cat(sprintf('{"wall": [%s], "cpu": %f}\n', paste(sprintf("%f", wall), collapse = ","), cpu))
  flush(stdout())
}
