import Domain
import ReadModels
import Reads

/// The read log, fifty lines at a time: by who looked, what was looked at, in which way and when.
struct ReadsPage {
  static let linesMax = 50

  /// One more than a page shows when there are more.
  let reads: [Read]
  let removals: [ReadRemovalsQuery.Removal]
  let names: SubjectNames
  let programmes: [ProgrammeNamesQuery.Name]
  let question: ReadsQuestion

  private var shown: [Read] { Array(reads.prefix(Self.linesMax)) }

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("reads.title"),
      body: """
        <p class="lead">\(reader.text("reads.lead"))</p>
        \(form(reader))
        <h2>\(reader.text("reads.lines"))</h2>
        \(lines(reader))
        \(removed(reader))
        """)
  }

  private func form(_ reader: Reader) -> HTML {
    var form = QuestionForm(to: Site.reads, for: reader)
    form.select(
      "person", "reads.field.person", chosen: question.choice.person?.description,
      none: "reads.everybody",
      [(nil, names.accounts.map { Choice($0.person.description, $0.profile.name.description) })])
    form.select(
      "subject", "reads.column.subject", chosen: question.choice.subject?.description,
      none: "reads.everything", named(for: reader))
    form.select(
      "kind", "reads.column.kind", chosen: question.choice.kind?.rawValue,
      none: "reads.every-kind",
      [(nil, Read.Kind.allCases.map { Choice($0.rawValue, reader.text($0.name)) })])
    form.day("from", "reads.field.from", written: question.written("from"))
    form.day("until", "reads.field.until", written: question.written("until"))
    return form.html(button: "people.why.button")
  }

  /// The subjects to choose from, and the one that was chosen by following a line.
  private func named(for reader: Reader) -> [(name: String?, choices: [Choice])] {
    let offered = names.choices(programmes, for: reader)
    guard let subject = question.choice.subject,
      !offered.contains(where: { $0.choices.contains { $0.value == subject.description } })
    else { return offered }
    let chosen = Choice(subject.description, names.text(of: subject, for: reader))
    return [(nil, [chosen])] + offered
  }

  private func lines(_ reader: Reader) -> HTML {
    guard !reads.isEmpty else { return EmptyState.html(reader.text("reads.empty")) }
    let file = Button.link(
      reader.text("people.review.file"), to: reader.to(question.link(Site.readsFile)), .secondary)
    return """
      <p class="row">\(file)</p>
      \(ReadsTable.html(shown, names, for: reader))
      \(Pagination.html(previous: nil, next: next, for: reader))\(newest(reader))
      """
  }

  private var next: Link? {
    guard reads.count > Self.linesMax, let last = shown.last else { return nil }
    return question.link(Site.reads)
      .with("after", ReadsQuery.Place(at: last.at, key: last.key).text)
  }

  /// The list is asked for from a line on, so that the way back is to its beginning.
  private func newest(_ reader: Reader) -> HTML {
    guard question.place != nil else { return .nothing }
    return """
      <p><a href="\(reader.to(question.link(Site.reads)))">\(reader.text("reads.newest"))</a></p>
      """
  }

  private func removed(_ reader: Reader) -> HTML {
    guard !removals.isEmpty else { return .nothing }
    var table = DataTable("removals", caption: reader.text("reads.removed"))
    table.column(reader.text("reads.column.month"))
    table.column(reader.text("reads.column.lines"), .number)
    table.column(reader.text("reads.column.removed"))
    for removal in removals {
      table.row(
        HTML(reader.month(removal.month)), HTML(reader.number(removal.lineCount)),
        reader.time(removal.removedAt))
    }
    return table.html(for: reader)
  }
}
