# The library stands in the package; it is loaded when the package is.
.onLoad <- function(libname, pkgname) {
  .Call(hsindex_load, system.file("lib", "libhsi.so", package = pkgname, lib.loc = libname, mustWork = TRUE))
}

# What a call of the library gives; all that is wrong as one condition, whose findings are a data frame.
answered <- function(result) {
  if (is.null(result$findings)) return(result$value)
  findings <- jsonlite::fromJSON(result$findings)
  lines <- vapply(seq_len(NROW(findings)), function(row) told(findings[row, , drop = FALSE]), "")
  stop(structure(
    class = c("hsi_error", "error", "condition"),
    list(message = paste(lines, collapse = "\n"), call = NULL, findings = findings, status = result$status)))
}

# One finding in a line: where it is, what is wrong, and what to do about it.
told <- function(finding) {
  cell <- function(name) {
    value <- finding[[name]]
    if (is.null(value) || is.na(value)) "" else as.character(value)
  }
  place <- paste(Filter(nzchar, c(cell("file"), cell("line"), cell("column"))), collapse = ":")
  paste0(if (nzchar(place)) paste0(place, ": ") else "", cell("message"), if (nzchar(cell("remedy"))) paste0("; ", cell("remedy")) else "")
}

hsi_open <- function(data = "Data") {
  structure(list(handle = answered(.Call(hsindex_open, path.expand(data))), data = data), class = "hsi_index")
}

hsi_lenses <- function(index) jsonlite::fromJSON(answered(.Call(hsindex_lenses, index$handle)))

print.hsi_index <- function(x, ...) {
  cat("<hsi index in ", x$data, ", lenses: ", paste(hsi_lenses(x), collapse = ", "), ">\n", sep = "")
  invisible(x)
}
