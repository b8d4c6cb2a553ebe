import Foundation

import Glibc

/// A small HTTP server on this machine alone, which answers as a test tells it to, well or badly.
final class LocalServer: @unchecked Sendable {
  struct Request: Sendable {
    /// The path with its query.
    let target: String
    /// By name in lower case.
    let headers: [String: String]
    /// How many requests for the same target came before.
    let earlier: Int
  }

  /// What is done with a connection, in order; then it is closed.
  enum Step: Sendable {
    case send([UInt8])
    /// Waits until the client goes away, for a minute at most.
    case hang
    /// Sends one byte after the other, for a minute at most.
    case drip
  }

  typealias Handler = @Sendable (Request) -> [Step]

  let port: Int
  private let listener: Int32
  private let handler: Handler
  private let lock = NSLock()
  private var log: [Request] = []

  /// What was asked for, in order.
  var requests: [Request] { lock.withLock { log } }
  var targets: [String] { requests.map(\.target) }

  /// The address of a path.
  func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

  init(_ handler: @escaping Handler) throws {
    self.handler = handler
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (socket, length) = (listener, size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0, let server = self else { return }
        Thread.detachNewThread {
          server.answer(connection)
          close(connection)
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func answer(_ connection: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
        in: .whitespaces)
    }
    let target = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let request = lock.withLock {
      let request = Request(target: target, headers: headers, earlier: log.count { $0.target == target })
      log.append(request)
      return request
    }
    for step in handler(request) where !perform(step, connection) { return }
  }

  private func perform(_ step: Step, _ connection: Int32) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes, connection)
    case .hang:
      var limit = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      poll(&limit, 1, 60_000)
      return false
    case .drip:
      for _ in 0..<600 {
        guard send([UInt8(ascii: "1")], connection) else { return false }
        usleep(100_000)
      }
      return true
    }
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          connection, buffer.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

extension LocalServer.Step {
  /// A whole answer; Content-Length is that of the body unless a header says otherwise.
  static func reply(
    _ status: Int = 200, _ headers: [String: String] = ["Content-Type": "text/csv"], _ body: String = ""
  ) -> LocalServer.Step { reply(status, headers, Array(body.utf8)) }

  static func reply(_ status: Int, _ headers: [String: String], _ body: [UInt8]) -> LocalServer.Step {
    var text = "HTTP/1.1 \(status) Told\r\nConnection: close\r\n"
    for name in headers.keys.sorted() { text += "\(name): \(headers[name] ?? "")\r\n" }
    if headers["Content-Length"] == nil, headers["Transfer-Encoding"] == nil {
      text += "Content-Length: \(body.count)\r\n"
    }
    return .send(Array((text + "\r\n").utf8) + body)
  }
}
