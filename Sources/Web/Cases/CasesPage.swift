import Domain
import HTTPTypes
import ReadModels

/// Which cases a list shows.
struct CaseChoice {
  /// Whose cases, as a list is chosen by it.
  enum Whose: String, CaseIterable {
    case own
    case all
  }

  let words: String?
  let whose: Whose
  let isClosedShown: Bool
  let programme: ProgrammeID?
  let before: CaseNumber?
  /// The figure that the cases make up; nil when they are of none.
  let counting: Programme.CaseCounting?
  /// Whether those of them stay away that do not have what is measured.
  let isMet: Bool
  /// The case that they name as related; nil when they need name none.
  let naming: CaseID?

  init(_ visit: Visit) throws(Problem) {
    words = visit.query("q").flatMap { $0.isEmpty ? nil : $0 }
    programme = try Self.read("programme", visit)
    before = try Self.read("before", visit)
    counting = try programme == nil ? nil : Self.counting(visit)
    isMet = visit.query("met") == "yes"
    naming = try Self.read("naming", visit)
    isClosedShown = counting != nil || naming != nil || visit.query("closed") == "yes"
    let whose = visit.query("whose").flatMap { $0.isEmpty ? nil : $0 }
    guard let whose else {
      // Whoever handles cases begins with the own ones, and whoever searches with all.
      let handles = visit.reader.may(.inspect, at: .anywhere)
      let isNarrowed = words != nil || programme != nil || naming != nil
      self.whose = handles && !isNarrowed ? .own : .all
      return
    }
    guard let chosen = Whose(rawValue: whose) else { throw Self.unreadable }
    self.whose = chosen
  }

  private static let unreadable = Problem(.badRequest, "cases.choice-unreadable")

  private static func counting(_ visit: Visit) throws(Problem) -> Programme.CaseCounting? {
    guard let text = visit.query("measure"), !text.isEmpty else { return nil }
    guard let measure = Programme.CaseMeasure(rawValue: text) else { throw unreadable }
    return Programme.CaseCounting(
      measure, targetGroup: try read("group", visit), intervention: try read("intervention", visit),
      since: try read("since", visit))
  }

  private static func read<Value: LosslessStringConvertible>(
    _ name: String, _ visit: Visit
  ) throws(Problem) -> Value? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let value = Value(text) else { throw unreadable }
    return value
  }

  func selection(for reader: Reader) -> CaseSelection {
    var selection = CaseSelection()
    selection.words = words
    selection.programme = programme
    selection.naming = naming
    selection.isOpen = !isClosedShown && words == nil
    if let counting, let programme {
      selection.counted = CaseSelection.Counted(by: counting, in: programme, isMet: isMet)
    }
    if whose == .own { selection.handler = reader.visitor.person?.id }
    return selection
  }

  /// The list with these choices, from the beginning.
  var link: Link {
    beginning.with("q", words).with("whose", whose.rawValue)
      .with("closed", isClosedShown && counting == nil && naming == nil ? "yes" : nil)
      .with("naming", naming?.description)
      .with("met", isMet ? "yes" : nil)
  }

  private var beginning: Link {
    guard let counting, let programme else {
      return Site.cases.with("programme", programme?.description)
    }
    return Site.cases(countedBy: counting, in: programme)
  }
}

/// Cases: whose they are, what is due, and what was found.
struct CasesPage {
  let found: CasesFound
  let programmes: [ProgrammeNamesQuery.Name]
  let choice: CaseChoice
  /// The case that they name; nil when they need name none.
  let named: CaseFileRow?

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("cases.title"),
      body: """
        <p class="lead">\(reader.text("cases.lead"))</p>
        \(counted(reader) ?? naming(reader) ?? begin(reader) + question(reader) + filters(reader))
        \(table(reader))
        \(Pagination.html(
          previous: choice.before == nil ? nil : choice.link,
          next: found.next.map { choice.link.with("before", $0.description) }, for: reader))
        """)
  }

  /// What figure the cases make up, with the way back to it; nil when they are of none.
  private func counted(_ reader: Reader) -> HTML? {
    guard let counting = choice.counting, let programme = choice.programme else { return nil }
    let name = programmes.first { $0.programme == programme }?.label.name
    var met = FilterLinks(reader.text("cases.counted.show"))
    met.add(
      reader.text("cases.counted.all"), choice.link.with("met", nil), isChosen: !choice.isMet)
    met.add(
      reader.text(counting.measure.name), choice.link.with("met", "yes"), isChosen: choice.isMet)
    return """
      <p>\(reader.text(
        "cases.counted",
        [
          "programme": .text(name?.description ?? ""),
          "measure": .text(reader.words(for: counting)),
        ])) <a href="\(reader.to(Site.programme(programme).at("indicators")))">\(
          reader.text("cases.counted.back"))</a></p>
      \(met.html(for: reader))
      """
  }

  /// Which case they name, with the way back to it.
  private func naming(_ reader: Reader) -> HTML? {
    guard let named else { return nil }
    let words = reader.text(
      "cases.naming",
      ["number": .text("\(named.number)"), "title": .text(named.title.description)])
    return """
      <p>\(words) <a href="\(reader.to(Site.caseFile(named.id)))">\(
        reader.text("cases.naming.back"))</a></p>

      """
  }

  private func begin(_ reader: Reader) -> HTML {
    let buttons: [(Phrase, Link, Button.Weight, Bool)] = [
      ("cases.new", Site.newCase, .primary, reader.mayPost(to: Site.newCase)),
      ("checklists.title", Site.checklists, .secondary, reader.maySee(Site.checklists)),
      ("letters.title", Site.letters, .secondary, reader.maySee(Site.letters)),
      ("survey.sums.title", Site.surveys, .secondary, reader.maySee(Site.surveys)),
      ("retention.list.title", Site.retention, .secondary, reader.maySee(Site.retention)),
    ]
    let shown = buttons.filter(\.3).map {
      Button.link(reader.text($0.0), to: reader.to($0.1), $0.2)
    }
    return shown.isEmpty ? .nothing : "<p class=\"row\">\(shown.joined())</p>\n"
  }

  private func question(_ reader: Reader) -> HTML {
    var form = QuestionForm(to: Site.cases, for: reader)
    form.search("q", "cases.search", written: choice.words)
    form.select(
      "programme", "case.field.programme", chosen: choice.programme?.description,
      none: "cases.all-programmes",
      [(nil, programmes.map { Choice($0.programme.description, $0.label.name.description) })])
    return form.html(button: "cases.search-button")
  }

  private func filters(_ reader: Reader) -> HTML {
    var whose = FilterLinks(reader.text("cases.whose"))
    for value in CaseChoice.Whose.allCases {
      whose.add(
        reader.text(value.name), choice.link.with("whose", value.rawValue),
        isChosen: choice.whose == value)
    }
    var closed = FilterLinks(reader.text("cases.standing"))
    closed.add(
      reader.text("cases.open"), choice.link.with("closed", nil), isChosen: !choice.isClosedShown)
    closed.add(
      reader.text("cases.with-closed"), choice.link.with("closed", "yes"),
      isChosen: choice.isClosedShown)
    return whose.html(for: reader) + closed.html(for: reader)
  }

  private func table(_ reader: Reader) -> HTML {
    guard !found.cases.isEmpty else { return EmptyState.html(reader.text(nothing)) }
    var table = DataTable("cases", caption: reader.text("cases.title"), isCaptionHidden: true)
    table.column(reader.text("cases.column.number"), .words)
    for column: Phrase in ["cases.column.title", "cases.column.status", "cases.column.due"] {
      table.column(reader.text(column))
    }
    table.column(reader.text("cases.column.violations"), .number)
    table.column(reader.text("cases.column.handlers"))
    for file in found.cases {
      let link = reader.to(Site.caseFile(file.id))
      table.row(
        "<a href=\"\(link)\">\(file.number.description)</a>", HTML(file.title.description),
        file.badges(for: reader), file.due(for: reader), HTML(reader.number(file.violations.count)),
        HTML(file.handlerNames(for: reader)))
    }
    return table.html(for: reader)
  }

  private var nothing: Phrase {
    if choice.words != nil { return "cases.none-found" }
    return choice.whose == .own ? "cases.none-own" : "cases.none-in-sight"
  }
}

extension CaseChoice.Whose {
  fileprivate var name: Phrase {
    switch self {
    case .own: "cases.own"
    case .all: "cases.all"
    }
  }
}
