# Stata and SPSS files as R writes them, for the tests of the readers.
# Run from the repository root: Rscript tools/references/statistical-files.R
# R 4.2.2, haven 2.5.1, foreign 0.8-84.
library(haven)
folder <- "packages/readers/references/"

cities <- data.frame(
  city = c("北京", "上海", "Zürich", ""),
  region = labelled(c(1, 2, 2, 9), c(North = 1, 华东 = 2)),
  income = c(25.8, NA, tagged_na("a"), tagged_na("z")),
  day = as.Date(c("2019-01-31", "1959-12-31", NA, "2020-02-29")),
  moment = as.POSIXct(c("2019-01-31 13:05:00", NA, "1960-01-01 00:00:00", "2020-02-29 23:59:59"), tz = "UTC"),
  count = c(1L, -5L, NA, 100L),
  note = c(strrep("长", 900), "short", "", "x"),
  stringsAsFactors = FALSE
)
attr(cities$city, "label") <- "城市名称"
for (version in c(8, 10, 12, 13, 14, 15)) {
  # Before version 13 texts are short and of one byte a letter.
  data <- if (version < 14) transform(cities, city = c("Paris", "Rome", "Zurich", ""), note = c("a", "b", "", "x")) else cities
  if (version < 14) data$region <- labelled(c(1, 2, 2, 9), c(North = 1, East = 2))
  if (version < 14) attr(data$city, "label") <- "the city"
  write_dta(data, paste0(folder, "haven-", version, ".dta"), version = version)
}
foreign::write.dta(
  data.frame(city = factor(c("Paris", "Rome")), value = c(0.1, NA), day = as.Date(c("2019-01-31", NA))),
  paste0(folder, "foreign.dta"), version = 10
)
old <- data.frame(city = c("A", "Bonn", NA), v = c(1.5, NA, 2), n = c(1L, NA, 300L), g = factor(c("x", "y", "x")))
for (version in c(6, 7)) foreign::write.dta(old, paste0(folder, "foreign-", version, ".dta"), version = version)

survey <- data.frame(
  city = c("北京", "上海", "Zürich", ""),
  region = labelled(c(1, 2, 2, 9), c(North = 1, 华东 = 2)),
  age = labelled_spss(c(20, 99, -3, NA), c(refused = 99), na_values = 99, na_range = c(-9, -1)),
  day = as.Date(c("2019-01-31", "1959-12-31", NA, "2020-02-29")),
  a_name_of_many_letters = c(1.5, 2, 1000, -1e10),
  note = c(strrep("长", 200), "short", "", strrep("y", 600)),
  after = c(1, 2, 3, 4),
  stringsAsFactors = FALSE
)
write_sav(survey, paste0(folder, "haven.sav"), compress = "byte")
write_sav(survey, paste0(folder, "haven-uncompressed.sav"), compress = "none")
write_sav(survey, paste0(folder, "haven.zsav"), compress = "zsav")
