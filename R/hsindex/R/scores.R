hsi_score <- function(index, lens = NULL, year = NULL, scope = NULL, open_only = FALSE, intervals = FALSE) {
  flags <- 1L * isTRUE(open_only) + 2L * isTRUE(intervals)
  table <- answered(.Call(hsindex_score, index$handle, lens, as.integer(if (is.null(year)) 0 else year), scope, flags))
  columns <- .Call(hsindex_columns, table)
  scores <- structure(columns, row.names = seq_along(columns[[1]]), class = c("hsi_scores", "data.frame"))
  attr(scores, "table") <- table
  attr(scores, "description") <- jsonlite::fromJSON(.Call(hsindex_description, table))
  scores
}

print.hsi_scores <- function(x, ...) {
  about <- attr(x, "description")
  if (!is.null(about$title)) cat(about$title, ", ", about$year, "\n", sep = "")
  class(x) <- "data.frame"
  print(x, ...)
}

# The table behind scores; what was made of them, such as a part of the rows, has it still.
table_of <- function(scores) {
  table <- attr(scores, "table")
  if (is.null(table)) stop("these are no scores of hsi_score()", call. = FALSE)
  table
}

hsi_explain <- function(scores, country) {
  jsonlite::fromJSON(answered(.Call(hsindex_explain, table_of(scores), country)), simplifyDataFrame = TRUE)
}

hsi_whatif <- function(scores, set = NULL, shift = NULL, weight = NULL, scenario = NULL) {
  asked <- function(option, values) if (length(values)) paste(option, values)
  assumptions <- c(asked("set", set), asked("shift", shift), asked("weight", weight), asked("scenario", scenario))
  jsonlite::fromJSON(answered(.Call(hsindex_whatif, table_of(scores), as.character(assumptions))))
}

hsi_audit <- function(scores, table = NULL, country = NULL, weights = NULL, level = NULL, samples = 0, seed = 1) {
  jsonlite::fromJSON(answered(.Call(hsindex_audit, table_of(scores), table, country, weights, level, as.double(samples), as.double(seed))))
}

hsi_diff <- function(index, old, new = NULL, lens = NULL, year = NULL) {
  jsonlite::fromJSON(answered(.Call(hsindex_diff, index$handle, old, new, lens, as.integer(if (is.null(year)) 0 else year))))
}
