// Embedding: the C interface of CHSI/hsi.h. Turns pointers into values and answers into texts; computes nothing.

import CHSI
import Diagnostics
import Glibc
import HumanSecurityIndex
import Tabular

/// Where a call puts a text that then is the caller's; null where it is not wanted.
package typealias TextPlace = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

/// Where a call puts a handle.
package typealias HandlePlace = UnsafeMutablePointer<UnsafeMutableRawPointer?>?

enum Call {
  /// Does what was asked; what is wrong becomes findings and a status, and is never thrown past C.
  static func answer(_ findings: TextPlace, _ action: () throws -> Void) -> Int32 {
    findings?.pointee = nil
    do {
      try action()
      return HSI_OK
    } catch let failure as Failure {
      hand(.array(failure.findings.all.map(\.json)), to: findings)
      return failure.status
    } catch {
      let message = (error as? WrongQuestion)?.message ?? "\(error)"
      let finding = Diagnostic(.commands.wrongUsage, message, remedy: "mend the arguments of the call")
      hand(.array([finding.json]), to: findings)
      return HSI_WRONG_QUESTION
    }
  }

  /// Answers with a text.
  static func answer(_ json: TextPlace, _ findings: TextPlace, _ action: () throws -> JSONText) -> Int32 {
    json?.pointee = nil
    return answer(findings) { hand(try action(), to: json) }
  }

  /// Answers with a handle.
  static func open(_ place: HandlePlace, _ findings: TextPlace, _ action: () throws -> AnyObject) -> Int32 {
    place?.pointee = nil
    return answer(findings) {
      guard let place else { throw WrongQuestion("the place for the handle is null") }
      place.pointee = Unmanaged.passRetained(try action()).toOpaque()
    }
  }

  private static func hand(_ json: JSONText, to place: TextPlace) {
    guard let place else { return }
    place.pointee = strdup(json.compact)
  }

  /// A text; nil for null.
  static func text(_ pointer: UnsafePointer<CChar>?, _ name: String) throws -> String? {
    guard let pointer else { return nil }
    guard let text = String(validatingCString: pointer) else { throw WrongQuestion("\(name) is not UTF-8") }
    if text.isEmpty { throw WrongQuestion("\(name) is empty") }
    return text
  }

  static func required(_ pointer: UnsafePointer<CChar>?, _ name: String) throws -> String {
    guard let text = try text(pointer, name) else { throw WrongQuestion("\(name) is null") }
    return text
  }

  /// The object behind a handle that `open` gave.
  static func object<Handle: AnyObject>(_ pointer: UnsafeRawPointer?, _ name: String) throws -> Handle {
    guard let handle: Handle = known(pointer) else { throw WrongQuestion("\(name) is null") }
    return handle
  }

  /// The same, nil for null.
  static func known<Handle: AnyObject>(_ pointer: UnsafeRawPointer?) -> Handle? {
    pointer.map { Unmanaged<Handle>.fromOpaque($0).takeUnretainedValue() }
  }

  static func release<Handle: AnyObject>(_ pointer: UnsafeMutableRawPointer?, _: Handle.Type) {
    if let pointer { Unmanaged<Handle>.fromOpaque(pointer).release() }
  }
}

@_cdecl("hsi_abi_version") package func abiVersion() -> Int32 { HSI_ABI_VERSION }

/// Never freed: there is one, and it is handed out for as long as the library is loaded.
nonisolated(unsafe) private let release = UnsafePointer(strdup(Release.version))

@_cdecl("hsi_release") package func releaseName() -> UnsafePointer<CChar>? { release }

@_cdecl("hsi_free_text") package func freeText(_ text: UnsafeMutablePointer<CChar>?) { free(text) }
