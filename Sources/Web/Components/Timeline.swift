public import Domain
public import Foundation

/// A history as plain sentences: who did what when, newest first.
public struct Timeline: Sendable {
  struct Entry: Sendable {
    let id: String
    let sentence: HTML
    let person: String
    let recordedAt: Date
    let happenedOn: Day?
    let details: HTML
    let permalink: Link?
    let asOf: Link?
    let isOwn: Bool
  }

  /// Whether all of it was done by the reader.
  var isOwn: Bool { !entries.isEmpty && entries.allSatisfy(\.isOwn) }

  private var entries: [Entry] = []

  public init() {}

  /// One thing that happened.
  ///
  /// - Parameters:
  ///   - position: its place in the log, by which it can be linked to.
  ///   - sentence: what happened, in one sentence.
  ///   - person: the name of who did it.
  ///   - recordedAt: when it was recorded.
  ///   - happenedOn: when it happened, if that was on another day.
  ///   - details: old and new values, or nothing.
  ///   - permalink: where this one can always be found; nil for nowhere.
  ///   - page: the page that can be seen as it was right after this.
  ///   - isOwn: whether it was the reader who did it.
  public mutating func add(
    position: Int, _ sentence: HTML, by person: String, recordedAt: Date,
    happenedOn: Day? = nil, details: HTML = .nothing, permalink: Link? = nil,
    page: Link? = nil, isOwn: Bool = false
  ) {
    entries.append(
      Entry(
        id: "event-\(position)", sentence: sentence, person: person, recordedAt: recordedAt,
        happenedOn: happenedOn, details: details,
        permalink: permalink?.at("event-\(position)"),
        asOf: page?.with("as-of", String(position)), isOwn: isOwn))
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
    \(recorded(entry, reader))\
    \(entry.happenedOn.map { happened($0, reader) })\
    \(entry.asOf.map { "<a href=\"\($0)\">\(reader.text("timeline.as-of"))</a>" })</p>
    </li>

    """
  }

  /// When it was recorded, which leads to where it can always be found.
  private func recorded(_ entry: Entry, _ reader: Reader) -> HTML {
    let time = reader.time(entry.recordedAt)
    guard let permalink = entry.permalink else { return "<span>\(time)</span>" }
    return """
      <a href="\(reader.to(permalink))">\(time)\
      <span class="visually-hidden">, \(reader.text("timeline.link"))</span></a>
      """
  }

  private func happened(_ day: Day, _ reader: Reader) -> HTML {
    "<span>\(reader.html("timeline.happened-on", ["day": reader.time(day)]))</span>"
  }
}

/// What something was and what it became.
public enum OldAndNew {
  /// Old and new beside each other; nil is that there was or is nothing.
  public static func html(from old: String?, to new: String?, for reader: Reader) -> HTML {
    """
    <dl class="change">
    <div><dt>\(reader.text("change.from"))</dt><dd>\(value(old.map { HTML($0) }, reader))</dd></div>
    <div><dt>\(reader.text("change.to"))</dt><dd>\(value(new.map { HTML($0) }, reader))</dd></div>
    </dl>

    """
  }

  /// Old and new of the part of something that is called `name`.
  static func html(
    of name: String, from old: HTML?, to new: HTML?, for reader: Reader
  ) -> HTML {
    """
    <p class="change-name">\(name)</p>
    <dl class="change">
    <div><dt>\(reader.text("change.from"))</dt><dd>\(value(old, reader))</dd></div>
    <div><dt>\(reader.text("change.to"))</dt><dd>\(value(new, reader))</dd></div>
    </dl>

    """
  }

  private static func value(_ html: HTML?, _ reader: Reader) -> HTML {
    html ?? "<span class=\"none\">\(reader.text("summary.none"))</span>"
  }
}
