import CDownload

/// What can be wrong with an answer, in words.
extension Download {
  func tooLarge(_ address: WebAddress, _ size: String) -> FetchProblem {
    FetchProblem(
      "too-large", "\(address.text) sends \(size), more than a series of figures has",
      remedy: "download the file and look what it is; `hsi import` reads files of up to 2 GiB")
  }

  func transient(_ response: Response, _ what: String, _ address: WebAddress) -> FetchProblem {
    .transient(
      "cut-short", "\(address.text) \(what)",
      remedy: "run the command again: it goes on where it stopped, if the server can")
  }

  /// No answer, or one that broke off.
  func failure(_ response: Response, _ address: WebAddress) -> FetchProblem {
    let words = glimpse(response.message.utf8)
    switch response.code {
    case 28:  // CURLE_OPERATION_TIMEDOUT
      return .transient(
        "timed-out", "\(address.text) was too slow: \(words)",
        remedy:
          "run the command again, perhaps with a longer --timeout: it goes on where it stopped")
    // HTTP/2 framing, a body cut short, no answer at all, sending, receiving, an HTTP/2 stream.
    case 16, 18, 52, 55, 56, 92:
      return transient(response, "broke off: \(words)", address)
    default:
      return FetchProblem(
        "unreachable", "\(address.text) cannot be fetched: \(words)",
        remedy: "check the address, the network and, where one is needed, the proxy "
          + "(https_proxy, no_proxy)")
    }
  }

  /// A status that is no success, with what the server remarked.
  func status(_ response: Response, _ address: WebAddress) -> FetchProblem {
    let remark = glimpse(self.remark)
    let message =
      "\(address.text) answered with status \(response.status)"
      + (remark.isEmpty ? "" : ": \(remark)")
    switch response.status {
    case 408, 425, 429, 500, 502...599:
      return .transient(
        "http-status", message, remedy: "the server is busy or broken: try again later",
        retryAfter: Self.seconds(response.retryAfter))
    case 404, 410:
      return FetchProblem(
        "http-status", message,
        remedy: "the series has moved or ended: correct its url in imports.toml")
    case 401, 403, 407:
      return FetchProblem(
        "http-status", message,
        remedy: "the server refuses: download the file in a browser and run `hsi import`")
    default:
      return FetchProblem("http-status", message, remedy: "correct the url in imports.toml")
    }
  }

  /// Retry-After: seconds, or a date.
  static func seconds(_ text: String, now: Int = Clock.seconds) -> Double? {
    if text.isEmpty { return nil }
    if let seconds = Int(text), seconds >= 0 { return Double(seconds) }
    let date = download_date(text)
    return date < 0 ? nil : Double(max(0, Int(date) - now))
  }
}
