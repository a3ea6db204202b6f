import Domain
import EventSourcing

/// A file that somebody chose to add, before it is kept.
struct ChosenDocument {
  /// The field of a form in which it comes.
  static let field = "file"

  let name: Line
  let kind: FiledDocument.Kind
  /// Where it waits, or why it could not be taken in.
  let content: Result<ReceivedContent, DocumentFailure>
  /// Whether what was written beside picture or text is to be taken out of it.
  let isToBeStripped: Bool
}

extension Form {
  /// A document that must be there; what is wrong with it is noted.
  mutating func document(at desk: DocumentDesk) -> ChosenDocument? {
    let field = ChosenDocument.field
    guard !arrived(field).isEmpty else {
      note(.said("field.no-file"), at: field)
      return nil
    }
    return documents(at: desk, atMost: 1).first
  }

  /// Documents that may be there; what is wrong with one is noted.
  mutating func documents(at desk: DocumentDesk, atMost countMax: Int) -> [ChosenDocument] {
    let arrived = arrived(ChosenDocument.field)
    guard arrived.count <= countMax else {
      note(.said(Phrase("document.too-many", count: countMax)), at: ChosenDocument.field)
      return []
    }
    return arrived.compactMap { document($0, at: desk) }
  }

  private mutating func document(
    _ file: ArrivedDocument, at desk: DocumentDesk
  ) -> ChosenDocument? {
    let field = ChosenDocument.field
    guard file.byteCount > 0 else { return noting("document.empty", of: file, at: field) }
    guard let content = file.content else {
      return noting(.documentTooLarge(desk.bytesMax), of: file, at: field)
    }
    guard let kind = file.kind else {
      return noting("document.kind-not-taken", of: file, at: field)
    }
    guard let name = try? kind.fileName(for: file.name) else {
      return noting("document.name-not-taken", of: file, at: field)
    }
    let isToBeStripped = isTicked("strip")
    guard !isToBeStripped || desk.strippable.contains(kind) else {
      return noting("document.strip.other-kind", of: file, at: "strip")
    }
    return ChosenDocument(
      name: name, kind: kind, content: content, isToBeStripped: isToBeStripped)
  }

  /// Notes what is wrong with a file, which is named where several were chosen.
  private mutating func noting(
    _ words: Phrase, of file: ArrivedDocument, at field: String
  ) -> ChosenDocument? {
    let isOneOfSeveral = arrived(ChosenDocument.field).count > 1
    let name = isOneOfSeveral ? try? Line(file.name) : nil
    note(.said(name.map { words.naming($0) } ?? words), at: field)
    return nil
  }
}

extension Phrase {
  static func documentTooLarge(_ bytesMax: Int) -> Phrase {
    Phrase("document.too-large", bound(bytesMax))
  }

  /// The same of the document of that name, for who chose several.
  func naming(_ document: Line) -> Phrase {
    Phrase("document.named", ["name": .text(document.description), "problem": .phrase(self)])
  }

  /// How much a document holds at most, to fill in.
  fileprivate static func bound(_ bytesMax: Int) -> [String: Phrase.Value] {
    ["max": .number(bytesMax / 1024 / 1024)]
  }
}

extension Form {
  /// Whether files came with it: whatever else was wrong, a browser does not send a file twice.
  fileprivate var lostItsFiles: Bool { !arrived(ChosenDocument.field).isEmpty }
}

extension FormSheet {
  /// A document, from what the reader has, and whether something is to be taken out of it.
  mutating func document(in form: Form, at desk: DocumentDesk) {
    let hint: StaticString = form.lostItsFiles ? "document.hint-again" : "document.hint"
    file(
      ChosenDocument.field, label: "document.field",
      hint: Phrase(hint, Phrase.bound(desk.bytesMax)), accepting: FiledDocument.Kind.offered)
    strip(at: desk)
  }

  /// Documents, none or at most so many, and whether something is to be taken out of all of them.
  mutating func documents(in form: Form, at desk: DocumentDesk, atMost countMax: Int) {
    let hint: StaticString =
      form.lostItsFiles ? "document.several-hint-again" : "document.several-hint"
    let bounds = Phrase.bound(desk.bytesMax).merging(["count": .number(countMax)]) { $1 }
    file(
      ChosenDocument.field, label: "document.several-field", hint: Phrase(hint, bounds),
      optional: true, accepting: FiledDocument.Kind.offered, takesSeveral: true)
    strip(at: desk)
  }

  private mutating func strip(at desk: DocumentDesk) {
    let also: [(FiledDocument.Kind, Phrase)] = [
      (.pdf, "document.strip.of-pdf"), (.docx, "document.strip.of-office"),
    ]
    let kinds = also.filter { desk.strippable.contains($0.0) }.map(\.1)
      .reduce("document.strip.of-photos") { said, next in
        Phrase("document.strip.and", ["said": .phrase(said), "next": .phrase(next)])
      }
    tick(
      "strip", label: "document.strip",
      hint: Phrase("document.strip.hint", ["kinds": .phrase(kinds)]))
  }
}
