import Domain
import EventSourcing
import ReadModels

/// What the pages have not been kept up to date with, since when and why.
struct ParkedPage {
  let parked: [ParkedStreams.Stream]

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("operations.parked.title"),
      body: """
        <p class="lead">\(reader.text("operations.parked.lead"))</p>
        \(table(reader))
        """)
  }

  private func table(_ reader: Reader) -> HTML {
    guard !parked.isEmpty else {
      return EmptyState.html(reader.text("operations.parked.none"))
    }
    var table = DataTable(
      "parked", caption: reader.text("operations.parked.title"), isCaptionHidden: true)
    for column: Phrase in [
      "operations.parked.subject", "operations.parked.read-model", "operations.parked.since",
      "operations.parked.reason",
    ] {
      table.column(reader.text(column))
    }
    table.column(reader.text("operations.parked.position"), .number)
    for stream in parked {
      table.row(
        subject(of: stream.stream, reader), "<code>\(stream.readModel)</code>",
        reader.time(stream.parkedAt),
        // The words are those of the log, which is in English.
        "<span lang=\"en\">\(stream.reason)</span>", "\(stream.position)")
    }
    return """
      \(table.html(for: reader))
      <p>\(reader.text("operations.parked.advice"))</p>

      """
  }

  private func subject(of stream: StreamName, _ reader: Reader) -> HTML {
    guard let link = link(to: stream) else { return "<code>\(stream.description)</code>" }
    return "<a href=\"\(reader.to(link))\"><code>\(stream.description)</code></a>"
  }

  private func link(to stream: StreamName) -> Link? {
    switch stream.category {
    case Exploration.category: Site.exploration(ExplorationID(stream.identity))
    case Programme.category: Site.programme(ProgrammeID(stream.identity))
    case Signal.category: Site.signal(SignalID(stream.identity))
    case CaseFile.category: Site.caseFile(CaseID(stream.identity))
    case Checklist.category: Site.checklist(ChecklistID(stream.identity))
    case LetterTemplate.category: Site.letter(LetterTemplateID(stream.identity))
    case _: nil
    }
  }
}
