import Diagnostics

/// Why what a url promises is not had.
package struct FetchingKinds: FindingKinds {
  package let badRedirect = FindingKind(
    "bad-redirect", .error, "A server redirects to what is not fetched",
    remedy: "Look at the address in a browser; write the new one as url if you trust it.")
  package let cannotCache = FindingKind(
    "cannot-cache", .error, "The folder of earlier downloads cannot be used",
    remedy: "Name another with --cache DIR, or go without with --no-cache.")
  package let cutShort = FindingKind(
    "cut-short", .error, "A download ended before all of it had come, whatever was tried",
    remedy: "Run the command again: it goes on where it stopped, if the server can.")
  package let httpStatus = FindingKind(
    "http-status", .error, "A server answers with an error",
    remedy: "Correct the url, or try again later; the message says which.")
  package let noCurl = FindingKind(
    "no-curl", .error, "The program that fetches is not installed", remedy: "Install the package curl.")
  package let noUnzip = FindingKind(
    "no-unzip", .error, "The program that unpacks archives is not installed",
    remedy: "Install the package unzip, or unpack the file yourself.")
  package let noRows = FindingKind(
    "no-rows", .error, "A server knows the series and has no figures of it",
    remedy: "Check the code of the series in imports.toml.")
  package let otherHost = FindingKind(
    "other-host", .error, "A server redirects to another host",
    remedy: "If that is right, write hosts = [\"b.org\"] beside the url.")
  package let pagesDisagree = FindingKind(
    "pages-disagree", .error, "The pages of a series do not make one whole",
    remedy: "Run the command again a little later, with --no-cache.")
  package let redirectLoop = FindingKind(
    "redirect-loop", .error, "A server redirects again and again",
    remedy: "Write as url where the address ends in a browser.")
  package let timedOut = FindingKind(
    "timed-out", .error, "A server was too slow, whatever was tried",
    remedy: "Run the command again, perhaps with a longer --timeout.")
  package let tooLarge = FindingKind(
    "too-large", .error, "A download is larger than a series of figures",
    remedy: "Download the file and see what it is.")
  package let unreachable = FindingKind(
    "unreachable", .error, "A server cannot be reached",
    remedy: "Check the address, the network and the proxy settings.")
  package let worldBank = FindingKind(
    "world-bank", .error, "The World Bank's interface answers with an error of its own",
    remedy: "Check the code of the series in imports.toml.")
  package let wrongArchive = FindingKind(
    "wrong-archive", .error, "An archive is broken, or does not hold one table of figures",
    remedy: "Unpack it, and import the file that you mean.")
  package let wrongContent = FindingKind(
    "wrong-content", .error, "A server sends something else than was asked for",
    remedy: "Look at the address in a browser; the publisher may have moved the series.")
}

extension FindingKind { package static let fetching = FetchingKinds() }
