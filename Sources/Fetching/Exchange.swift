import CDownload

/// What a server said before the body, and how the exchange ended.
struct Response {
  var status = 0
  /// 0, or libcurl's code of what went wrong.
  var code = 0
  var message = ""
  /// Bytes of the body to come; nil when the server did not say.
  var length: Int?
  var contentType = ""
  var contentEncoding = ""
  var contentRange = ""
  var etag = ""
  var lastModified = ""
  var retryAfter = ""
  var redirect = ""

  fileprivate init(_ raw: download_response) {
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    status = raw.status
    code = Int(raw.code)
    message = text(raw.message)
    length = raw.content_length >= 0 ? Int(raw.content_length) : nil
    contentType = text(raw.content_type)
    contentEncoding = text(raw.content_encoding)
    contentRange = text(raw.content_range)
    etag = text(raw.etag)
    lastModified = text(raw.last_modified)
    retryAfter = text(raw.retry_after)
    redirect = text(raw.redirect)
  }
}

/// One request and its answer.
enum Exchange {
  /// Makes a request. `onHead` is called before the first byte of a body; either closure ends the
  /// exchange by returning false.
  static func perform(
    _ url: String, headers: [String], limits: FetchLimits,
    onHead: @escaping (Response) -> Bool, onBody: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Response {
    let receiver = Receiver(onHead, onBody)
    var raw = download_response()
    withExtendedLifetime(receiver) {
      url.withCString { url in
        withCStrings(headers) { headers in
          var request = download_request()
          request.url = url
          request.headers = headers.baseAddress
          request.header_count = headers.count
          request.connect_limit = milliseconds(limits.connect)
          request.total_limit = milliseconds(limits.total)
          request.slow_bytes = limits.slowBytes
          request.slow_seconds = limits.slowSeconds
          request.goes_direct = limits.passesProxiesBy ? 1 : 0
          _ = download_perform(
            &request,
            { context, response in
              guard let receiver = Receiver.at(context), let response else { return 1 }
              return receiver.onHead(Response(response.pointee)) ? 0 : 1
            },
            { context, bytes, count in
              guard let receiver = Receiver.at(context) else { return 1 }
              return receiver.onBody(UnsafeBufferPointer(start: bytes, count: count)) ? 0 : 1
            },
            Unmanaged.passUnretained(receiver).toOpaque(), &raw)
        }
      }
    }
    return Response(raw)
  }

  /// 0 would mean "no limit".
  private static func milliseconds(_ seconds: Double) -> Int {
    max(1, Int(min(seconds, 1e9) * 1000))
  }

  private static func withCStrings(
    _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Void
  ) {
    var pointers: [UnsafePointer<CChar>?] = []
    func next(_ rest: ArraySlice<String>) {
      guard let text = rest.first else {
        return pointers.withUnsafeBufferPointer(body)
      }
      text.withCString {
        pointers.append($0)
        next(rest.dropFirst())
      }
    }
    next(texts[...])
  }

  private final class Receiver {
    let onHead: (Response) -> Bool
    let onBody: (UnsafeBufferPointer<UInt8>) -> Bool

    init(
      _ onHead: @escaping (Response) -> Bool,
      _ onBody: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
    ) {
      self.onHead = onHead
      self.onBody = onBody
    }

    static func at(_ context: UnsafeMutableRawPointer?) -> Receiver? {
      context.map { Unmanaged<Receiver>.fromOpaque($0).takeUnretainedValue() }
    }
  }
}
