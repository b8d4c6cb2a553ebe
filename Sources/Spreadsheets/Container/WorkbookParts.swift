import Diagnostics

/// Where the parts of a workbook stand in its package (ECMA-376, part 2: relations and content types).
struct WorkbookParts {
  /// The part that lists the sheets.
  let workbook: String
  let sharedStrings: String?
  let styles: String?
  /// Whether days count from 1904, as on old Macintoshes, and not from 1900.
  let countsFrom1904: Bool
  private let relations: [String: Relation]
  private let listed: [XMLElements.Element]
  private let file: String

  struct Relation {
    /// The last word of its type, such as `worksheet`.
    let kind: String
    let part: String
  }

  init(_ archive: ZipArchive, file: String) throws(Diagnostic) {
    self.file = file
    let types = try XMLElements.read(
      ["Override", "Default"], in: OfficeFile.contentTypes, of: archive, file: file)
    let top = try Self.relations(of: "", archive, file)
    let main = top.first { $0.relation.kind == "officeDocument" }?.relation.part
    guard let workbook = main else {
      throw ZipArchive.broken(file, "it does not say where its workbook stands")
    }
    if let refusal = Self.refusal(workbook, types, file) { throw refusal }
    self.workbook = workbook
    let own = try Self.relations(of: workbook, archive, file)
    relations = Dictionary(own.map { ($0.id, $0.relation) }) { first, _ in first }
    sharedStrings = own.first { $0.relation.kind == "sharedStrings" }?.relation.part
    styles = own.first { $0.relation.kind == "styles" }?.relation.part
    listed = try XMLElements.read(["sheet", "workbookPr"], in: workbook, of: archive, file: file)
    countsFrom1904 = listed.contains { $0.name == "workbookPr" && $0.attributes.isTrue("date1904") }
  }

  /// The sheets with cells that the workbook lists.
  func sheets(of archive: ZipArchive) throws(Diagnostic) -> [Workbook.Sheet] {
    var sheets: [Workbook.Sheet] = []
    for element in listed where element.name == "sheet" {
      let name = element.attributes["name"] ?? ""
      guard let relation = element.attributes["id"].flatMap({ relations[$0] }) else {
        throw ZipArchive.broken(file, "it does not say where its sheet \"\(name)\" stands")
      }
      // Charts, dialogues and macros have sheets of their own, without a table.
      guard relation.kind == "worksheet" else { continue }
      guard archive.has(relation.part) else {
        throw ZipArchive.broken(file, "its sheet \"\(name)\" is not in it")
      }
      let state = element.attributes["state"] ?? "visible"
      sheets.append(Workbook.Sheet(name: name, isHidden: state != "visible", part: relation.part))
    }
    return sheets
  }

  /// Why a package that holds another document than a workbook is not read; nil where it holds one.
  private static func refusal(_ workbook: String, _ types: [XMLElements.Element], _ file: String)
    -> Diagnostic?
  {
    let ending = workbook.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let own = types.first { $0.attributes["PartName"]?.lowercased() == "/" + workbook.lowercased() }
    let type = own ?? types.first { $0.attributes["Extension"]?.lowercased() == ending }
    let name = type?.attributes["ContentType"] ?? ""
    let known = [
      "application/vnd.openxmlformats-officedocument.spreadsheetml.",
      "application/vnd.ms-excel.sheet.macroEnabled.", "application/vnd.ms-excel.template.macroEnabled.",
      "application/vnd.ms-excel.addin.macroEnabled.",
    ]
    if known.contains(where: name.hasPrefix) { return nil }
    if name.hasPrefix("application/vnd.ms-excel.sheet.binary.") {
      return OfficeFile.refusal(
        file, "it is a binary workbook of Excel (.xlsb)", "save it as .xlsx, or the sheet as CSV")
    }
    let others = ["wordprocessingml": "a document of Word", "presentationml": "a presentation"]
    if let other = others.keys.sorted().first(where: name.contains), let what = others[other] {
      return OfficeFile.refusal(file, "it is \(what)", "look for the figures as .xlsx or CSV")
    }
    return ZipArchive.broken(
      file,
      "its part \"\(workbook)\" is of the type \"\(Diagnostic.cut(name, to: 100))\", which is no workbook's")
  }

  /// What a part refers to; nothing where it says nothing. The empty name stands for the package itself.
  private static func relations(of part: String, _ archive: ZipArchive, _ file: String) throws(Diagnostic)
    -> [(id: String, relation: Relation)]
  {
    let folders = part.split(separator: "/").dropLast().map(String.init)
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let list = (folders + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard archive.has(list) else { return [] }
    return try XMLElements.read(["Relationship"], in: list, of: archive, file: file).compactMap { element in
      let texts = element.attributes
      guard texts["TargetMode"] != "External", let id = texts["Id"], let target = texts["Target"],
        let kind = texts["Type"]?.split(separator: "/").last
      else { return nil }
      return (id, Relation(kind: String(kind), part: resolved(target, from: folders)))
    }
  }

  /// The name of a part that another, in some folders of the package, refers to.
  private static func resolved(_ target: String, from folders: [String]) -> String {
    var steps = target.hasPrefix("/") ? [] : folders
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}
