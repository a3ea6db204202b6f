import Domain

/// Finds out what a file is by what is in it, while it passes: what it is called decides nothing but whether a text is a
/// table.
///
/// It holds back the beginning of the file, and of an archive the end, where its directory is.
struct KindFinder {
  /// The longest beginning that anything is known by: the media type of an OpenDocument.
  private static let headBytesMax = 128
  /// How long the directory of an archive may be; one that is longer is not taken.
  private static let tailBytesMax = 1024 * 1024
  private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var byteCount = 0
  private var text = TextCheck()

  mutating func pass(_ bytes: [UInt8]) {
    byteCount += bytes.count
    head += bytes.prefix(Self.headBytesMax - head.count)
    text.pass(bytes)
    guard head.starts(with: Self.archive) else { return }
    tail += bytes
    // Seldom, so that not every piece moves a megabyte.
    if tail.count > 2 * Self.tailBytesMax { tail.removeFirst(tail.count - Self.tailBytesMax) }
  }

  /// The kind of what has passed, of a file that is called `name`; nil for one that is not taken.
  func kind(called name: String) -> FiledDocument.Kind? {
    if let kind = FiledDocument.Kind(beginning: head) { return kind }
    guard !head.starts(with: Self.archive) else {
      let directory = ArchiveDirectory(of: tail, from: byteCount - tail.count)
      return directory.flatMap { FiledDocument.Kind(archive: $0, beginning: head) }
    }
    guard text.isText else { return nil }
    return FiledDocument.Kind.csv.isEnding(of: name) ? .csv : .text
  }
}

extension FiledDocument.Kind {
  /// The kind whose files begin in a way of their own.
  fileprivate init?(beginning bytes: [UInt8]) {
    if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      return nil
    }
  }

  /// The office format that an archive is; nil for any other, and for one that brings programs along.
  fileprivate init?(archive directory: ArchiveDirectory, beginning bytes: [UInt8]) {
    let names = directory.names
    guard !names.contains(where: Self.isProgram),
      let kind = Self.allCases.first(where: { $0.isArchive(of: names, bytes) })
    else { return nil }
    self = kind
  }

  /// Where office programs keep macros.
  private static func isProgram(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("/vbaproject.bin") || name.hasPrefix("basic/")
      || name.hasPrefix("scripts/")
  }

  private func isArchive(of names: [String], _ bytes: [UInt8]) -> Bool {
    switch self {
    case .pdf, .png, .jpeg, .text, .csv, .html: false
    case .docx: Self.isOfficeOpen(names, with: "word/document.xml")
    case .xlsx: Self.isOfficeOpen(names, with: "xl/workbook.xml")
    case .pptx: Self.isOfficeOpen(names, with: "ppt/presentation.xml")
    case .odt, .ods, .odp: Self.begins(bytes, asArchiveOf: mediaType)
    }
  }

  /// ISO/IEC 29500-2: an archive names the kinds of its parts, and has a main part.
  private static func isOfficeOpen(_ names: [String], with main: String) -> Bool {
    names.contains("[Content_Types].xml") && names.contains(main)
  }

  /// OpenDocument 1.3, part 2, section 3.3: the first entry is the media type, as it is and by itself.
  private static func begins(_ bytes: [UInt8], asArchiveOf mediaType: String) -> Bool {
    let lengths = 26
    // The name has eight letters and nothing extra; behind the media type comes the next signature.
    let beginning = [8, 0, 0, 0] + Array("mimetype\(mediaType)PK".utf8)
    return bytes.count > lengths && bytes[lengths...].starts(with: beginning)
  }
}
