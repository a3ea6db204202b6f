import Domain

/// How a kind of file is called: by people, by browsers, and at the end of a name.
extension FiledDocument.Kind {
  var name: Phrase {
    switch self {
    case .pdf: "document.kind.pdf"
    case .png: "document.kind.png"
    case .jpeg: "document.kind.jpeg"
    case .text: "document.kind.text"
    case .csv: "document.kind.csv"
    case .docx: "document.kind.docx"
    case .xlsx: "document.kind.xlsx"
    case .pptx: "document.kind.pptx"
    case .odt: "document.kind.odt"
    case .ods: "document.kind.ods"
    case .odp: "document.kind.odp"
    case .html: "document.kind.html"
    }
  }

  /// As the register of IANA has it.
  var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .text: "text/plain; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .ods: "application/vnd.oasis.opendocument.spreadsheet"
    case .odp: "application/vnd.oasis.opendocument.presentation"
    case .html: "text/html; charset=utf-8"
    }
  }

  /// The endings that names of such files have; the first is the one to give.
  private var endings: [String] {
    switch self {
    case .text: [".txt"]
    case .jpeg: [".jpg", ".jpeg"]
    case .pdf, .png, .csv, .docx, .xlsx, .pptx, .odt, .ods, .odp, .html: [".\(rawValue)"]
    }
  }

  /// Whether `name` ends as names of such files do.
  func isEnding(of name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// What a file of this kind is called that came in as `name`: without the folders it lay in, with an ending that says
  /// what it is, so that nothing is ever opened as something else.
  ///
  /// - Throws: what is wrong with it.
  func fileName(for name: String) throws(TextProblem) -> Line {
    let folders: Set<UInt8> = [UInt8(ascii: "/"), UInt8(ascii: "\\")]
    let last = name.utf8.split(omittingEmptySubsequences: false) { folders.contains($0) }.last
    let plain = try Line(last.map { String(Substring($0)) } ?? "")
    return isEnding(of: plain.description) ? plain : try Line(plain.description + endings[0])
  }

  /// What a browser offers to choose from; nobody brings a page.
  static var offered: String {
    allCases.filter { $0 != .html }.flatMap(\.endings).joined(separator: ",")
  }
}
