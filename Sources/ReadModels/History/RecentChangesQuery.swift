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
  /// How many events are read at most for streams from their first event on, the shortest first; of the others, the
  /// page alone.
  public let wholeEventsMax: Int

  public init(
    since: Since? = nil, before: Int? = nil, category: String? = nil, limit: Int = 50,
    wholeEventsMax: Int = 500
  ) {
    self.since = since
    self.before = before
    self.category = category
    self.limit = limit
    self.wholeEventsMax = wholeEventsMax
  }

  /// The page, and with each of its events those that came before it in its stream; no more than `wholeEventsMax` events
  /// and `limit` more.
  ///
  /// What an event changed can only be told by whoever knows what was there. Of a stream that is too long
  /// for that here, the events of the page come with the title that their subject has by then. Each stream is asked for
  /// by itself: joined with all of them, the server reads the whole history for a page of it.
  public func statement(at point: Point) -> Statement {
    """
    WITH page AS (
      (\(splice: pageOfAll(at: point))) UNION ALL (\(splice: pageOfSome(at: point)))
      UNION ALL (\(splice: pageOfEntities(at: point)))
    ), whole AS (
      SELECT category, subject, last FROM (
        SELECT category, subject, max(key) AS last,
          sum(max(version)) OVER (ORDER BY max(version), subject) AS events_so_far
        FROM page GROUP BY category, subject
      ) AS streams WHERE events_so_far <= \(wholeEventsMax)
    )
    SELECT told.*, told.key IN (SELECT key FROM page) AS is_asked, NULL AS title
    FROM whole CROSS JOIN LATERAL (
      (SELECT * FROM history
        WHERE subject = whole.subject AND category = whole.category AND key <= whole.last ORDER BY key)
      UNION ALL
      (SELECT * FROM entity_history
        WHERE subject = whole.subject AND category = whole.category AND key <= whole.last ORDER BY key)
    ) AS told
    UNION ALL
    SELECT page.*, true, \(splice: point.title(ofSubjectIn: "page"))
    FROM page WHERE (page.category, page.subject) NOT IN (SELECT category, subject FROM whole)
    ORDER BY key
    """
  }

  /// The page of who sees all of the organisation; empty for others.
  private func pageOfAll(at point: Point) -> Statement {
    """
    SELECT * FROM history
    WHERE (SELECT viewer_sees_organisation()) AND \(splice: conditions(at: point))
    ORDER BY key DESC LIMIT \(limit: limit + 1)
    """
  }

  /// The page of who sees some programmes only; empty for others.
  ///
  /// The last of each programme stand together in an index, where those of all that the viewer sees lie far
  /// apart among the rows of others: walking down to fifty of them would pass thousands.
  private func pageOfSome(at point: Point) -> Statement {
    """
    SELECT history.* FROM history JOIN (
      SELECT last.key FROM unnest(viewer_programmes()) AS seen
      CROSS JOIN LATERAL (
        SELECT key FROM history
        WHERE programme = seen AND \(splice: conditions(at: point))
        ORDER BY key DESC LIMIT \(limit: limit + 1)) AS last
      ORDER BY key DESC LIMIT \(limit: limit + 1)) AS page USING (key)
    """
  }

  /// The page of parties and places, of whoever may see them.
  private func pageOfEntities(at point: Point) -> Statement {
    """
    SELECT * FROM entity_history WHERE \(splice: conditions(at: point))
    ORDER BY key DESC LIMIT \(limit: limit + 1)
    """
  }

  private func conditions(at point: Point) -> Statement {
    var conditions = [point.isPast(of: "key")]
    if let before { conditions.append("key < \(before)") }
    if let category { conditions.append("category = \(category)") }
    switch since {
    case .position(let position): conditions.append("key > \(position)")
    case .startOf(let day):
      conditions.append(
        """
        key > (SELECT coalesce(max(position), 0) FROM log_moment WHERE recorded_at
          < \(day.description)::date::timestamp AT TIME ZONE 'Europe/Amsterdam')
        """)
    case nil: break
    }
    return .joined(conditions, separator: " AND ")
  }

  public func answer(from rows: Rows) throws -> RecentChanges {
    var events: [Recorded<LogEvent>] = []
    var asked: [Int] = []
    var titles: [Identity: Line] = [:]
    for row in rows {
      let recorded = try HistoryRow(from: row).recorded
      events.append(recorded)
      if try row["is_asked"] { asked.append(recorded.position) }
      if let title: Line = try row["title"] { titles[recorded.stream.identity] = title }
    }
    let page = asked.suffix(limit)
    return RecentChanges(
      events: events, asked: Set(page), next: asked.count > limit ? page.first : nil,
      titles: titles)
  }
}

/// A page of what happened last.
public struct RecentChanges: Equatable, Sendable {
  /// The events of the page and what came before them in their streams, in the order of the log: all of
  /// it, or nothing for a stream that has a title in `titles`.
  public let events: [Recorded<LogEvent>]
  /// The positions of the events that were asked for.
  public let asked: Set<Int>
  /// The position before which the next page ends; nil on the last.
  public let next: Int?
  /// What the subjects are called whose streams do not stand here from their first event on.
  public let titles: [Identity: Line]

  public init(
    events: [Recorded<LogEvent>], asked: Set<Int>, next: Int?, titles: [Identity: Line] = [:]
  ) {
    self.events = events
    self.asked = asked
    self.next = next
    self.titles = titles
  }
}
