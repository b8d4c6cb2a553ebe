import CLibCrypto

/// The SHA-256 of bytes that are given in one part or several.
package struct Digest: ~Copyable {
  private let context: OpaquePointer?

  package init() {
    // A machine's settings for TLS must not decide whether a file can be named by its digest.
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    context = EVP_MD_CTX_new()
    Self.expect(EVP_DigestInit_ex(context, EVP_sha256(), nil))
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    Self.expect(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  /// The digest of all parts so far in hexadecimal.
  package consuming func text() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of all parts so far, 32 bytes.
  package consuming func bytes() -> [UInt8] {
    withUnsafeTemporaryAllocation(byteCount: Int(EVP_MAX_MD_SIZE), alignment: 1) { room in
      var count: UInt32 = 0
      Self.expect(EVP_DigestFinal_ex(context, room.bindMemory(to: UInt8.self).baseAddress, &count))
      return Array(room[..<Int(count)])
    }
  }

  /// The digest of bytes in Base64, as a content security policy names a script.
  package static func base64(of bytes: [UInt8]) -> String {
    var digest = Digest()
    bytes.withUnsafeBytes { digest.add($0) }
    let whole = digest.bytes()
    // Four characters for each three bytes, and a zero at their end.
    return String(unsafeUninitializedCapacity: (whole.count + 2) / 3 * 4 + 1) { room in
      Int(EVP_EncodeBlock(room.baseAddress, whole, Int32(whole.count)))
    }
  }

  package static func text(of bytes: [UInt8]) -> String {
    var digest = Digest()
    bytes.withUnsafeBytes { digest.add($0) }
    return digest.text()
  }

  /// These calls fail for want of memory alone.
  private static func expect(_ result: Int32) { precondition(result == 1, "SHA-256 cannot be computed") }
}
