import Domain
import EventSourcing
import HTTPTypes

/// A file that somebody chose to add, before it is kept.
struct ChosenDocument {
  static let bytesMax = 10 * 1024 * 1024
  /// What a request may hold: a file that is too large by less than as much again comes back with its form.
  static let requestBytesMax = 2 * bytesMax

  let name: Line
  let kind: FiledDocument.Kind
  let content: [UInt8]

  /// The document that it is once its content is kept.
  func filed(as digest: ContentDigest) -> FiledDocument {
    FiledDocument(name, kind, byteCount: content.count, digest: digest)
  }
}

extension Form {
  /// A document that must be there; what is wrong with it is noted.
  mutating func document(_ field: String) -> ChosenDocument? {
    guard let file = chosenFile(field) else { return nil }
    guard !file.bytes.isEmpty else { return noting("document.empty", at: field) }
    guard file.bytes.count <= ChosenDocument.bytesMax else {
      return noting(Phrase("document.too-large", ChosenDocument.bound), at: field)
    }
    guard let kind = FiledDocument.Kind(of: file) else {
      return noting("document.kind-not-taken", at: field)
    }
    guard let name = try? kind.fileName(for: file.name) else {
      return noting("document.name-not-taken", at: field)
    }
    return ChosenDocument(name: name, kind: kind, content: file.bytes)
  }

  private mutating func noting(_ words: Phrase, at field: String) -> ChosenDocument? {
    note(.said(words), at: field)
    return nil
  }
}

extension ChosenDocument {
  /// How much a document holds at most, to fill in.
  static var bound: [String: Phrase.Value] { ["max": .number(bytesMax / 1024 / 1024)] }
}

extension Visit {
  /// The form that came in with a document.
  ///
  /// - Throws: 400, 413 or 415 when there is no form in the request that could be one of ours.
  func formWithDocument() async throws -> Form {
    do {
      return try await form(withFileUpTo: ChosenDocument.requestBytesMax)
    } catch let problem as Problem where problem.status == .contentTooLarge {
      throw Problem(.contentTooLarge, Phrase("document.too-large", ChosenDocument.bound))
    }
  }
}

extension FormSheet {
  /// A document, from what the reader has.
  mutating func document(_ name: String, in form: Form) {
    // Whatever else was wrong, a browser does not send a file twice.
    let hint: Phrase =
      form.isSound
      ? Phrase("document.hint", ChosenDocument.bound)
      : Phrase("document.hint-again", ChosenDocument.bound)
    file(name, label: "document.field", hint: hint, accepting: FiledDocument.Kind.offered)
  }
}
