extension FindingCatalogue {
  static let fetching = [
    FindingKind(
      "bad-redirect", .error, "A server redirects to what is not fetched",
      example: "https://a.org/x.csv redirects to http://a.org/x.csv, which is not encrypted",
      remedy: "Look at the address in a browser; write the new one as url if you trust it."),
    FindingKind(
      "bad-url", .error, "A url of imports.toml is no address that can be fetched",
      example: "\"ftp://a.org/x.csv\" is no http or https address",
      remedy: "Write an https address, worldbank:CODE or owid:SLUG."),
    FindingKind(
      "cannot-cache", .error, "The folder of earlier downloads cannot be used",
      example: "the cache folder /cache cannot be used: Permission denied",
      remedy: "Name another with --cache DIR, or go without with --no-cache."),
    FindingKind(
      "cut-short", .error, "A download ended before all of it had come, whatever was tried",
      example: "https://a.org/x.csv ended after 512 of 2048 bytes",
      remedy: "Run the command again: it goes on where it stopped, if the server can."),
    FindingKind(
      "http-status", .error, "A server answers with an error",
      example: "https://a.org/x.csv: the server answers 404",
      remedy: "Correct the url, or try again later; the message says which."),
    FindingKind(
      "no-libcurl", .error, "The library that fetches is not installed",
      example: "libcurl, which fetches, is not installed", remedy: "Install libcurl."),
    FindingKind(
      "no-minizip", .error, "The library that unpacks archives is not installed",
      example: "minizip, which unpacks data.zip, is not installed",
      remedy: "Install minizip, or unpack the file yourself."),
    FindingKind(
      "no-rows", .error, "A server knows the series and has no figures of it",
      example: "https://a.org/AB.CD has no rows",
      remedy: "Check the code of the series in imports.toml."),
    FindingKind(
      "no-url", .error, "An indicator cannot be updated, since nobody said where from",
      example: "imports.toml has no url for every source of gini",
      remedy: "Write a url beside each of its sources."),
    FindingKind(
      "other-host", .error, "A server redirects to another host",
      example: "https://a.org/x.csv redirects to another host: https://b.org/x.csv",
      remedy: "If that is right, write hosts = [\"b.org\"] beside the url."),
    FindingKind(
      "pages-disagree", .error, "The pages of a series do not make one whole",
      example: "the pages of https://a.org/AB.CD do not agree: page 2 says 5 pages, page 1 said 4",
      remedy: "Run the command again a little later, with --no-cache."),
    FindingKind(
      "redirect-loop", .error, "A server redirects again and again",
      example: "https://a.org/x.csv redirects more than 5 times",
      remedy: "Write as url where the address ends in a browser."),
    FindingKind(
      "timed-out", .error, "A server was too slow, whatever was tried",
      example: "https://a.org/x.csv was too slow: nothing came for 30 seconds",
      remedy: "Run the command again, perhaps with a longer --timeout."),
    FindingKind(
      "too-large", .error, "A download is larger than a series of figures",
      example: "https://a.org/x.csv sends 3000000000 bytes, more than a series of figures has",
      remedy: "Download the file and look what it is."),
    FindingKind(
      "unreachable", .error, "A server cannot be reached",
      example: "https://a.org/x.csv cannot be fetched: could not resolve the host",
      remedy: "Check the address, the network and the proxy settings."),
    FindingKind(
      "world-bank", .error, "The World Bank's interface answers with an error of its own",
      example: "the World Bank says: The provided parameter value is not valid",
      remedy: "Check the code of the series in imports.toml."),
    FindingKind(
      "wrong-archive", .error, "An archive is broken, or does not hold one table of figures",
      example: "data.zip holds 3 CSV files of data",
      remedy: "Unpack it, and import the file that you mean."),
    FindingKind(
      "wrong-content", .error, "A server sends something else than was asked for",
      example: "https://a.org/x.csv sent HTML instead of CSV: <!DOCTYPE html>",
      remedy: "Look at the address in a browser; the publisher may have moved the series."),
  ]
}
