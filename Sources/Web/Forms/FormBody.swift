import Foundation
import HTTPTypes
import Hummingbird

/// What a browser posted: names and values, decoded strictly over bytes.
///
/// Text that reaches a page is UTF-8, in Unicode's composed form (NFC) and with `\n` as its only line
/// end, so that the same words are the same bytes whichever keyboard wrote them.
struct FormBody: Sendable {
  static let bytesMax = 256 * 1024
  static let droppedMax = 32 * 1024 * 1024
  static let fieldsMax = 1000
  private static let nameBytesMax = 100

  private(set) var values: [String: [String]] = [:]
  /// The names in the order in which they came.
  private(set) var names: [String] = []
  /// The files that came along, by the names of their fields.
  private(set) var files: [String: UploadedFile] = [:]
  /// The documents that came in, by the names of their fields; their contents wait in the store.
  var documents: [String: [ArrivedDocument]] = [:]

  init(values: [String: [String]]) {
    self.values = values
    names = values.keys.sorted()
  }

  /// Reads the body of `request`.
  ///
  /// - Throws: 415 for another content type, 413 beyond `bytesMax`, 400 for what is empty or malformed.
  init(_ request: Request) async throws {
    let type = request.headers[.contentType]?.utf8.prefix { $0 != UInt8(ascii: ";") }
    let name = type.map { String(Substring($0)).lowercased() }
    guard name?.trimmingCharacters(in: .whitespaces) == "application/x-www-form-urlencoded" else {
      throw Problem(.unsupportedMediaType)
    }
    let bytes = try await Self.bytes(of: request, atMost: Self.bytesMax)
    guard let body = FormBody(bytes: bytes) else {
      throw Problem(.badRequest, Phrase("error.form-unreadable"))
    }
    self = body
  }

  /// Reads the body of `request`, which may bring files along; without any it is read as every other form.
  ///
  /// - Throws: 415 for another content type, 413 beyond `bytesMax` of this form, 400 for what is malformed.
  init(withFilesOf request: Request, atMost bytesMax: Int) async throws {
    guard let boundary = request.headers[.contentType].flatMap(MultipartReader.boundary) else {
      try await self.init(request)
      return
    }
    let bytes = try await Self.bytes(of: request, atMost: bytesMax)
    guard
      let form = MultipartForm(bytes: bytes, boundary: boundary, partsMax: Self.fieldsMax),
      let body = FormBody(form)
    else { throw Problem(.badRequest, Phrase("error.form-unreadable")) }
    self = body
  }

  /// The fields and files of `form`; nil when one of them has no name, or a field is no text.
  init?(_ form: MultipartForm) {
    for part in form.parts {
      guard Self.isName(part.name) else { return nil }
      if let fileName = part.fileName {
        // A field for a file in which none was chosen is sent all the same.
        guard !fileName.isEmpty || !part.bytes.isEmpty else { continue }
        let file = UploadedFile(name: Self.normalised(fileName), bytes: part.bytes)
        guard files.updateValue(file, forKey: part.name) == nil else { return nil }
      } else {
        guard add(part.bytes, to: part.name) else { return nil }
      }
    }
  }

  /// The body of `request`, at most `bytesMax` bytes of it.
  ///
  /// What is beyond that is read and dropped up to `droppedMax`: a browser shows no answer before it has
  /// sent everything.
  private static func bytes(of request: Request, atMost bytesMax: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var count = 0
    for try await part in request.body {
      count += part.readableBytes
      if count <= bytesMax { bytes.append(contentsOf: part.readableBytesView) }
      guard count <= droppedMax else { break }
    }
    guard count <= bytesMax else { throw Problem(.contentTooLarge) }
    return bytes
  }

  /// Reads `application/x-www-form-urlencoded`; nil when it is empty or not well-formed.
  init?(bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return nil }
    let pairs = bytes.split(separator: UInt8(ascii: "&"))
    guard pairs.count <= Self.fieldsMax else { return nil }
    for pair in pairs {
      let halves = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.text(halves[0]), Self.isName(name),
        let value = halves.count == 2 ? Self.text(halves[1]) : ""
      else { return nil }
      add(value, to: name)
    }
  }

  /// Whether a field may be called so.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= nameBytesMax
  }

  /// Takes the field as it was sent; false when that is no text.
  mutating func add(_ bytes: [UInt8], to name: String) -> Bool {
    guard let value = Self.plainText(bytes) else { return false }
    add(value, to: name)
    return true
  }

  private mutating func add(_ value: String, to name: String) {
    if values[name] == nil { names.append(name) }
    values[name, default: []].append(value)
  }

  /// `bytes` with `+` and `%XX` undone; nil when that is no UTF-8 or holds a NUL.
  static func text(_ bytes: some Collection<UInt8>) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(nibble), let low = rest.popFirst().flatMap(nibble)
        else { return nil }
        plain.append(high << 4 | low)
      case _: plain.append(byte)
      }
    }
    return plainText(plain)
  }

  /// The text in `bytes`; nil when that is no UTF-8 or holds a NUL.
  private static func plainText(_ bytes: [UInt8]) -> String? {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    return normalised(text)
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case _: nil
    }
  }

  static func normalised(_ text: String) -> String {
    // Most of what is written is in the composed form by nature.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
    if isPlain { return text }
    var scalars = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\r" else {
        scalars.append(scalar)
        continue
      }
      if rest.first != "\n" { scalars.append("\n") }
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }
}
