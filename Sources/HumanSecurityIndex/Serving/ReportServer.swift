import CLibMicroHTTPD
import Diagnostics
import Glibc
import Synchronization

/// Serves the files of a report to browsers of this machine, and tells pages that are open when it was made again.
///
/// libmicrohttpd speaks HTTP; what is answered is said here. Only files that the manifest names are given out.
package final class ReportServer: Sendable {
  private let pages: ServedPages
  /// How often the report was made; what pages ask for.
  private let edition = Atomic<Int>(0)
  private nonisolated(unsafe) var daemon: OpaquePointer?

  /// - Parameters:
  ///   - folder: that of the report, of which one is there or will be.
  ///   - port: 0 for any that is free.
  package init(_ folder: String, port: UInt16) throws {
    pages = ServedPages(folder)
    let context = Unmanaged.passUnretained(self).toOpaque()
    daemon = loopback_start(port, { ReportServer.answer($0, $1, $2, $3, $4, $5, $6, $7) }, context)
    if daemon == nil {
      throw Failure.one(
        .serving.cannotServe,
        "port \(port) of this machine cannot be served: \(String(cString: strerror(errno)))", status: 2)
    }
  }

  deinit { if let daemon { MHD_stop_daemon(daemon) } }

  /// Where browsers find it.
  package var address: String { "http://127.0.0.1:\(daemon.map { loopback_port($0) } ?? 0)/" }

  /// Lets the pages that are open load again.
  package func reload() { edition.add(1, ordering: .relaxed) }

  private static func answer(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
    _: UnsafeMutablePointer<Int>?, _: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  ) -> MHD_Result {
    guard let context, let connection, let url, let method else { return loopback_refused() }
    let server = Unmanaged<ReportServer>.fromOpaque(context).takeUnretainedValue()
    let host = loopback_header(connection, "Host").map { String(cString: $0) }
    let answer = server.pages.answer(
      String(cString: url), method: String(cString: method), host: host ?? "",
      edition: server.edition.load(ordering: .relaxed))
    return give(answer, connection)
  }

  private static func give(_ answer: ServedPages.Answer, _ connection: OpaquePointer) -> MHD_Result {
    let response = answer.body.withUnsafeBytes { loopback_response($0.count, $0.baseAddress) }
    guard let response else { return loopback_refused() }
    defer { MHD_destroy_response(response) }
    for (name, value) in [
      ("Content-Type", answer.type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
    ] { MHD_add_response_header(response, name, value) }
    return MHD_queue_response(connection, answer.status, response)
  }
}
