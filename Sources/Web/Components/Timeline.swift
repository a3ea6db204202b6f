public import Foundation

/// A history as plain sentences: who did what when, newest first.
public struct Timeline: Sendable {
  struct Entry: Sendable {
    let id: String
    let sentence: HTML
    let person: String
    let recordedAt: Date
    let details: HTML
    let asOf: Link?
  }

  private var entries: [Entry] = []

  public init() {}

  /// One thing that happened.
  ///
  /// - Parameters:
  ///   - position: its place in the log, by which it can be linked to.
  ///   - sentence: what happened, in one sentence.
  ///   - person: the name of who did it.
  ///   - recordedAt: when it was recorded.
  ///   - details: old and new values, or nothing.
  ///   - page: the page that can be seen as it was right after this.
  public mutating func add(
    position: Int, _ sentence: HTML, by person: String, recordedAt: Date,
    details: HTML = .nothing, page: Link? = nil
  ) {
    entries.append(
      Entry(
        id: "event-\(position)", sentence: sentence, person: person, recordedAt: recordedAt,
        details: details, asOf: page.map { $0.with("as-of", String(position)) }))
  }

  public func html(for reader: Reader) -> HTML {
    guard !entries.isEmpty else {
      return EmptyState.html(reader.text("timeline.empty"))
    }
    return "<ol class=\"timeline\">\n\(entries.map { item($0, reader) })</ol>\n"
  }

  private func item(_ entry: Entry, _ reader: Reader) -> HTML {
    """
    <li id="\(entry.id)">
    <p class="timeline-sentence">\(entry.sentence)</p>
    \(entry.details)
    <p class="timeline-who"><span>\(entry.person)</span>\
    <span>\(reader.time(entry.recordedAt))</span>\
    \(entry.asOf.map { "<a href=\"\($0)\">\(reader.text("timeline.as-of"))</a>" })</p>
    </li>

    """
  }
}

/// What something was and what it became.
public enum Change {
  /// Old and new beside each other; nil is that there was or is nothing.
  public static func html(from old: String?, to new: String?, for reader: Reader) -> HTML {
    """
    <dl class="change">
    <div><dt>\(reader.text("change.from"))</dt><dd>\(value(old, reader))</dd></div>
    <div><dt>\(reader.text("change.to"))</dt><dd>\(value(new, reader))</dd></div>
    </dl>

    """
  }

  private static func value(_ text: String?, _ reader: Reader) -> HTML {
    text.map { HTML($0) } ?? "<span class=\"none\">\(reader.text("summary.none"))</span>"
  }
}
