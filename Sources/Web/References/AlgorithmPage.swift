import Domain

/// The algorithm sheet of the rule by which the toolbox suggests, under the headings of the national register of
/// algorithms (Algoritmeregister, publication standard 1.0.0).
enum AlgorithmPage {
  static func page(for reader: Reader) -> Page {
    Page(
      reader.text("algorithm.title"),
      trail: [Crumb(reader.text("references.title"), Site.references)], width: .read,
      body: """
        <p class="lead">\(reader.text("algorithm.lead"))</p>
        \(SuggestionRule.allCases.reversed().map { version($0, reader) })
        """)
  }

  private static func version(_ rule: SuggestionRule, _ reader: Reader) -> HTML {
    var list = SummaryList()
    for (heading, words) in rule.sheet {
      list.add(
        reader.text(heading),
        text: reader.text(
          Phrase(words, ["organisation": .text(reader.house.organisation)])))
    }
    let standing: Phrase =
      rule == SuggestionRule.present ? "algorithm.in-use" : "algorithm.superseded"
    return Part.html(
      rule.rawValue, rule.name,
      """
      <p class="row">\(StatusBadge.html(reader.text(standing), rule == .present ? .ok : .neutral))</p>
      \(list.html(for: reader))
      """, for: reader)
  }
}

extension SuggestionRule {
  /// What the version is called.
  var name: Phrase {
    switch self {
    case .fitThenLightest: "algorithm.fit-then-lightest"
    }
  }

  /// What the register asks of every algorithm, in its order, with what holds for this version.
  fileprivate var sheet: [(heading: Phrase, words: StaticString)] {
    switch self {
    case .fitThenLightest:
      [
        ("algorithm.heading.description", "algorithm.fit-then-lightest.description"),
        ("algorithm.heading.organisation", "algorithm.fit-then-lightest.organisation"),
        ("algorithm.heading.category", "algorithm.fit-then-lightest.category"),
        ("algorithm.heading.purpose", "algorithm.fit-then-lightest.purpose"),
        ("algorithm.heading.considerations", "algorithm.fit-then-lightest.considerations"),
        ("algorithm.heading.people", "algorithm.fit-then-lightest.people"),
        ("algorithm.heading.risks", "algorithm.fit-then-lightest.risks"),
        ("algorithm.heading.law", "algorithm.fit-then-lightest.law"),
        ("algorithm.heading.tests", "algorithm.fit-then-lightest.tests"),
        ("algorithm.heading.data", "algorithm.fit-then-lightest.data"),
        ("algorithm.heading.working", "algorithm.fit-then-lightest.working"),
        ("algorithm.heading.source", "algorithm.fit-then-lightest.source"),
      ]
    }
  }
}
