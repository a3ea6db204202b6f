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
        <p class="lead">\(reader.text("history.lead"))</p>
        \(kinds(at: last.recorded.historyPage, reader))
        \(story.timeline { kind == nil || $0.recorded.event.kind == kind }.html(for: reader))
        """)
  }

  /// The kinds of things that happened, each with how often; nothing when there is but one.
  private func kinds(at page: Link, _ reader: Reader) -> HTML {
    var counts: [HistoryKind: Int] = [:]
    for chapter in story.chapters { counts[chapter.recorded.event.kind, default: 0] += 1 }
    guard counts.count > 1 else { return .nothing }
    let all = FilterLink(
      name: reader.text("history.all"), count: story.chapters.count, link: page,
      isCurrent: kind == nil)
    let each = HistoryKind.allCases.compactMap { kind in
      counts[kind].map { count in
        FilterLink(
          name: reader.text(kind.name), count: count, link: page.with("kind", kind.rawValue),
          isCurrent: self.kind == kind)
      }
    }
    return FilterLink.list([all] + each, label: reader.text("history.filter"), for: reader)
  }
}

/// One choice of what to look at, as a link.
struct FilterLink {
  let name: String
  /// How many there are; nil when nobody counted.
  var count: Int?
  let link: Link
  let isCurrent: Bool

  static func list(_ links: [FilterLink], label: String, for reader: Reader) -> HTML {
    """
    <nav class="tabs" aria-label="\(label)">
    <ul>
    \(links.map { link in
      """
      <li><a href="\(reader.to(link.link))"\
      \(attribute: "aria-current", link.isCurrent ? "true" : nil)>\
      \(link.name)\(link.count.map { " (\(reader.number($0)))" } ?? "")</a></li>

      """
    })</ul>
    </nav>

    """
  }
}
