import Domain

extension Reader {
  /// What `file` is, how much it holds, when it was added and by whom, and whether anything was taken out of it.
  func facts(of file: FiledDocument, addedOn day: Day, by person: String?) -> String {
    let values: [String: Phrase.Value] = [
      "kind": .phrase(file.kind.name), "size": .text(size(file.byteCount)),
      "day": .text(self.day(day)),
    ]
    let facts =
      person.map { name in
        text("document.facts-by", values.merging(["person": .text(name)]) { first, _ in first })
      } ?? text("document.facts", values)
    switch file.strippedOf {
    case .metadata: return text("document.facts-stripped", ["facts": .text(facts)])
    case nil: return facts
    }
  }

  /// What was taken out of `file` before it was kept; nil for nothing.
  func words(forStrippedOf file: FiledDocument) -> String? {
    switch file.strippedOf {
    case .metadata: text("document.stripped.metadata")
    case nil: nil
    }
  }
}
