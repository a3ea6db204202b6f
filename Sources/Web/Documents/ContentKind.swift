import Domain

/// What a file is, by what is in it: what it is called decides nothing but whether a text is a table.
extension FiledDocument.Kind {
  /// The kind of `file`; nil for one that is not taken.
  init?(of file: UploadedFile) {
    let bytes = file.bytes
    if let kind = Self(beginning: bytes) {
      self = kind
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard let kind = Self(archive: bytes) else { return nil }
      self = kind
    } else {
      guard Self.isText(bytes) else { return nil }
      self = Self.csv.isEnding(of: file.name) ? .csv : .text
    }
  }

  /// The kind whose files begin in a way of their own.
  private init?(beginning bytes: [UInt8]) {
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
  private init?(archive bytes: [UInt8]) {
    guard let names = ArchiveDirectory(of: bytes)?.names, !names.contains(where: Self.isProgram),
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

  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(0) else { return false }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }
}
