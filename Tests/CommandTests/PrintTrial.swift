import Foundation

/// The small world, with a program in place of Chromium.
struct PrintTrial {
  let sandbox: Sandbox

  /// What the program writes: times, and identifiers made from them.
  static let pdf = """
    %PDF-1.4
    1 0 obj
    <</Producer (a test)
    /CreationDate (D:20261129175033-05'30')
    /ModDate (D:20261129175033Z)>>
    endobj
    2 0 obj
    <</Type /StructElem /ID (node00000703)>>
    endobj
    trailer
    <</Info 1 0 R /ID [<0123ABCD> <4567EF89>]>>
    %%EOF

    """

  /// - Parameter script: what the program does; `$pdf` is the file that it is to write, and `$page` its last
  ///   argument. Nil for one that records its arguments and the page, and writes a PDF.
  init(_ script: String? = nil) throws {
    sandbox = try Sandbox()
    try sandbox.write("made.pdf", Self.pdf)
    try install(
      script ?? """
        printf '%s\\n' "$@" > arguments
        file=${page#file://}
        cp "${file%%#*}" page.html
        cp made.pdf "$pdf"
        echo written >&2
        """)
  }

  func install(_ script: String, as name: String = "browser") throws {
    try sandbox.write(
      name,
      """
      #!/bin/sh
      PATH=/usr/bin:/bin
      for page in "$@"; do
        case "$page" in --print-to-pdf=*) pdf=${page#*=} ;; esac
      done
      \(script)

      """)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: sandbox.folder.appending(path: name).path)
  }

  var path: String { sandbox.folder.appending(path: "browser").path }

  func report(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
    try sandbox.hsi.run(
      ["report"] + arguments,
      environment: ["CHROMIUM": path, "TMPDIR": sandbox.folder.path].merging(environment) { $1 })
  }

  /// The arguments that the program got.
  var arguments: [String] {
    get throws { try sandbox.read("arguments").split(separator: "\n").map(String.init) }
  }

  /// What a run must not leave behind.
  func leftovers() throws -> [String] {
    try (sandbox.names(in: ".") + sandbox.names(in: "Reports")).filter { $0.contains("hsi-") }
  }
}
