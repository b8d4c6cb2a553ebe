# Holds the R package against the program: package.R PROGRAM, from the root of the repository.
library(hsindex)
program <- commandArgs(trailingOnly = TRUE)[[1]]
passed <- 0
check <- function(what, holds) {
  if (!isTRUE(holds)) stop("failed: ", what, call. = FALSE)
  passed <<- passed + 1
}
printed_by <- function(...) {
  file <- tempfile(fileext = ".csv")
  system2(program, c(..., "--format", "csv", "--output", file), stderr = FALSE)
  read.csv(file, check.names = FALSE, na.strings = "")
}

index <- hsi_open("Data")
check("lenses are named, the default one first", hsi_lenses(index)[[1]] == "undp-1994")
for (lens in c("undp-1994", "realist")) {
  scores <- hsi_score(index, lens = lens)
  wanted <- printed_by("score", "--lens", lens)
  shared <- intersect(names(wanted), names(scores))
  check(paste(lens, "has the columns of the program, intervals apart"),
    setequal(setdiff(names(wanted), shared), intersect(names(wanted), c("rank_p05", "rank_p95", "tier"))))
  for (name in shared) {
    check(paste(lens, "has the program's", name),
      isTRUE(all.equal(unlist(scores[[name]]), unlist(wanted[[name]]), tolerance = 1e-12, check.attributes = FALSE)))
  }
}
with_intervals <- hsi_score(index, intervals = TRUE)
check("rank intervals come when asked for", all(c("rank_p05", "rank_p95") %in% names(with_intervals)))

wrong <- tryCatch(hsi_score(index, lens = "realst"), hsi_error = identity)
check("an unknown lens is told with its remedy", inherits(wrong, "hsi_error") && grepl("realist", conditionMessage(wrong)))
check("findings are a data frame", is.data.frame(wrong$findings) && nrow(wrong$findings) == 1)
check("no folder is told", inherits(tryCatch(hsi_open("nowhere"), hsi_error = identity), "hsi_error"))
check("a text is wanted", inherits(tryCatch(hsi_open(1), error = identity), "error"))
check("a part of scores can be asked about", is.list(hsi_explain(scores[1:3, ], "NOR")))
check("what if", is.list(hsi_whatif(hsi_score(index), weight = "economic=2")))

# The code of the README.
readme <- readLines("README.md")
from <- which(readme == "```r")[[1]]
eval(parse(text = readme[(from + 1):(from + which(readme[-seq_len(from)] == "```")[[1]] - 1)]), envir = globalenv())
check("the README's scores are those of the program", scores$country[[1]] == "Norway" && nrow(scores) > 180)

# The code of the vignette.
lines <- readLines("R/hsindex/vignettes/asem.Rmd")
inside <- cumsum(lines == "```{r}") > cumsum(lines == "```" & cumsum(lines == "```{r}") > 0)
eval(parse(text = lines[inside & lines != "```{r}"]), envir = globalenv())
check("COINr's printed values come out to two decimals", greatest < 0.005 + 1e-9)

resident <- function() as.numeric(sub("\\D+(\\d+).*", "\\1", grep("VmRSS", readLines("/proc/self/status"), value = TRUE)))
again <- function(times) for (at in seq_len(times)) { hsi_score(hsi_open("Examples/ASEM/Data"), lens = "asem"); gc() }
again(20)
before <- resident()
again(100)
grown <- (resident() - before) / 1024
cat(sprintf("100 times opened, scored and let go: %.1f MiB more\n", grown))
check("nothing is kept of what is let go", grown < 40)
cat(passed, "passed, 0 failed\n")
