import Domain
import EventSourcing

/// The whole history of one thing, with the way to leaf through it by kind.
struct SubjectHistoryPage {
  let story: Story
  /// The kind that is looked at; nil for all.
  let kind: HistoryKind?
  /// The list that the thing stands in.
  let list: Crumb
  /// What kind of thing it is.
  let kicker: Phrase

  /// Nil when nothing has happened, so there is no such thing.
  func page(for reader: Reader) -> Page? {
    guard let title = story.title, let last = story.chapters.last else { return nil }
    let subject = last.recorded.subjectPage
    return Page(
      reader.text("history.title", ["subject": .text(title)]), kicker: reader.text(kicker),
      trail: [list, Crumb(title, subject)], width: .read,
      body: """
        \(tabs(subject, last.recorded.historyPage, reader))
        <p class="lead">\(reader.text("history.lead"))</p>
        \(kinds(at: last.recorded.historyPage, reader))
        \(story.timeline { kind == nil || $0.recorded.event.kind == kind }.html(for: reader))
        """)
  }

  /// The same tabs as on the page of the thing itself.
  private func tabs(_ subject: Link, _ history: Link, _ reader: Reader) -> HTML {
    Tabs.html(
      [.init(reader.text(kicker), subject), .init(reader.text("history.tab"), history)],
      label: reader.text("history.tabs"), for: reader)
  }

  /// The kinds of things that happened, each with how often; nothing when there is but one.
  private func kinds(at page: Link, _ reader: Reader) -> HTML {
    var counts: [HistoryKind: Int] = [:]
    for chapter in story.chapters { counts[chapter.recorded.event.kind, default: 0] += 1 }
    guard counts.count > 1 else { return .nothing }
    var links = FilterLinks(reader.text("history.filter"))
    links.add(
      reader.text("history.all"), count: story.chapters.count, page, isChosen: kind == nil)
    for each in HistoryKind.allCases {
      guard let count = counts[each] else { continue }
      links.add(
        reader.text(each.name), count: count, page.with("kind", each.rawValue),
        isChosen: kind == each)
    }
    return links.html(for: reader)
  }
}
