import Domain

/// What one event comes to in plain words: a sentence, what was and what it became, and what else it says.
struct Tale: Equatable, Sendable {
  enum Detail: Equatable, Sendable {
    case said(Phrase, HTML)
    /// Old and new; nil is that there was or is nothing.
    case changed(Phrase, from: HTML?, to: HTML?)
  }

  let sentence: Phrase
  private(set) var details: [Detail] = []

  init(_ key: StaticString, _ values: [String: Phrase.Value] = [:]) {
    sentence = Phrase(key, values)
  }

  /// With one thing more that the event says.
  func saying(_ name: Phrase, html: HTML?) -> Tale {
    guard let html else { return self }
    return with(.said(name, html))
  }

  /// With one thing more that the event says; nothing when it does not.
  func saying(_ name: Phrase, _ text: String?) -> Tale {
    saying(name, html: text.map { HTML($0) })
  }

  /// With one thing more that the event says; nothing when it does not.
  func saying(_ name: Phrase, _ prose: Prose?) -> Tale {
    saying(name, html: prose.map { FoldedText.html($0) })
  }

  /// With what something was and became; nothing when it stayed the same.
  func changing(_ name: Phrase, from old: String?, to new: String?) -> Tale {
    guard old != new else { return self }
    return with(.changed(name, from: old.map { HTML($0) }, to: new.map { HTML($0) }))
  }

  /// With what something was and became, as it is drawn; nothing when it stayed the same.
  func changing(_ name: Phrase, fromHTML old: HTML?, toHTML new: HTML?) -> Tale {
    guard old != new else { return self }
    return with(.changed(name, from: old, to: new))
  }

  /// With what a text was and became; nothing when it stayed the same.
  func changing(_ name: Phrase, from old: Prose?, to new: Prose?) -> Tale {
    guard old != new else { return self }
    return with(
      .changed(name, from: old.map { FoldedText.html($0) }, to: new.map { FoldedText.html($0) }))
  }

  /// The same for whoever does not know what was there before.
  var withoutWhatWas: Tale {
    var tale = self
    tale.details = details.compactMap { detail in
      switch detail {
      case .said: detail
      case .changed(let name, _, let new): new.map { .said(name, $0) }
      }
    }
    return tale
  }

  private func with(_ detail: Detail) -> Tale {
    var tale = self
    tale.details.append(detail)
    return tale
  }

  /// The details as they stand below the sentence.
  func details(for reader: Reader) -> HTML {
    var said = SummaryList()
    var changes = HTML.nothing
    for detail in details {
      switch detail {
      case .said(let name, let html): said.add(reader.text(name), html)
      case .changed(let name, let old, let new):
        changes += OldAndNew.html(of: reader.text(name), from: old, to: new, for: reader)
      }
    }
    return changes + said.html(for: reader)
  }
}
