public import Domain
public import EventSourcing
public import Postgres

/// What happened last in everything the viewer may see, page by page.
public struct RecentChangesQuery: Query {
  /// From when on changes are asked for.
  public enum Since: Hashable, Sendable {
    /// After this position.
    case position(Int)
    /// From the beginning of this day in the Netherlands on.
    case startOf(Day)
  }

  public let since: Since?
  /// The position before which the page ends; nil for the first page.
  public let before: Int?
  /// The kind of thing, such as `programme`; nil for all.
  public let category: String?
  public let limit: Int

  public init(
    since: Since? = nil, before: Int? = nil, category: String? = nil, limit: Int = 50
  ) {
    self.since = since
    self.before = before
    self.category = category
    self.limit = limit
  }

  /// The page, and with each of its events those that came before it in its stream.
  ///
  /// What an event changed can only be told by whoever knows what was there.
  public func statement(at point: Point) -> Statement {
    """
    WITH page AS (
      SELECT key, category, subject FROM history
      WHERE \(splice: Statement.joined(conditions(at: point), separator: " AND "))
      ORDER BY key DESC LIMIT \(limit + 1)
    )
    SELECT h.*, page.key IS NOT NULL AS is_asked
    FROM history h LEFT JOIN page USING (key)
    WHERE (h.category, h.subject) IN (SELECT category, subject FROM page)
      AND h.key <= (SELECT max(key) FROM page)
    ORDER BY h.key
    """
  }

  private func conditions(at point: Point) -> [Statement] {
    var conditions = [point.isPast(of: "key")]
    if let before { conditions.append("key < \(before)") }
    if let category { conditions.append("category = \(category)") }
    switch since {
    case .position(let position): conditions.append("key > \(position)")
    case .startOf(let day):
      conditions.append(
        "recorded_at >= \(day.description)::date::timestamp AT TIME ZONE 'Europe/Amsterdam'")
    case nil: break
    }
    return conditions
  }

  public func answer(from rows: Rows) throws -> RecentChanges {
    var events: [Recorded<LogEvent>] = []
    var asked: [Int] = []
    for row in rows {
      let recorded = try HistoryRow(from: row).recorded
      events.append(recorded)
      if try row["is_asked"] { asked.append(recorded.position) }
    }
    let page = asked.suffix(limit)
    return RecentChanges(
      events: events, asked: Set(page), next: asked.count > limit ? page.first : nil)
  }
}

/// A page of what happened last.
public struct RecentChanges: Equatable, Sendable {
  /// The events of the page and all that came before them in their streams, in the order of the log.
  public let events: [Recorded<LogEvent>]
  /// The positions of the events that were asked for.
  public let asked: Set<Int>
  /// The position before which the next page ends; nil on the last.
  public let next: Int?

  public init(events: [Recorded<LogEvent>], asked: Set<Int>, next: Int?) {
    self.events = events
    self.asked = asked
    self.next = next
  }
}
