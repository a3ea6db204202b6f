extension Reader {
  /// The text at `key`, with its places filled in.
  public func text(
    _ key: StaticString, _ values: [String: Phrase.Value] = [:], count: Int? = nil
  ) -> String {
    text(Phrase(key, values, count: count))
  }

  /// `phrase` in the reader's language.
  ///
  /// A key or a value that is missing shows as such between brackets; a test finds it before anybody does.
  public func text(_ phrase: Phrase) -> String {
    var said = ""
    for part in parts(of: phrase) {
      switch part {
      case .words(let words): said += words
      case .place(let name): said += filling(name, of: phrase) ?? "{\(name)}"
      }
    }
    return said
  }

  /// The text at `key` with markup, such as a link, in its places.
  public func html(_ key: StaticString, _ places: [String: HTML]) -> HTML {
    parts(of: Phrase(key)).map { part in
      switch part {
      case .words(let words): HTML(words)
      case .place(let name): places[name] ?? HTML("{\(name)}")
      }
    }.joined()
  }

  private func parts(of phrase: Phrase) -> [Sentence.Part] {
    var key = phrase.key
    if let count = phrase.count { key += count == 1 ? ".one" : ".other" }
    return house.texts.sentence(key, in: language)?.parts ?? [.words("⟦\(key)⟧")]
  }

  private func filling(_ name: String, of phrase: Phrase) -> String? {
    switch phrase.values[name] {
    case .text(let text): text
    case .number(let number): self.number(number)
    case .phrase(let inner): text(inner)
    case nil: name == "count" ? phrase.count.map { number($0) } : nil
    }
  }
}
