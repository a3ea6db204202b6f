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
  /// Up to which version a stream is read from its first event on; of a longer one, the page alone.
  public let wholeVersionsMax: Int

  public init(
    since: Since? = nil, before: Int? = nil, category: String? = nil, limit: Int = 50,
    wholeVersionsMax: Int = 500
  ) {
    self.since = since
    self.before = before
    self.category = category
    self.limit = limit
    self.wholeVersionsMax = wholeVersionsMax
  }

  /// The page, and with each of its events those that came before it in its stream; no more than
  /// `limit` times `wholeVersionsMax` events.
  ///
  /// What an event changed can only be told by whoever knows what was there. Of a stream that is too long
  /// for that here, the events of the page come with the title that their subject has by then.
  public func statement(at point: Point) -> Statement {
    """
    WITH page AS (
      (\(splice: pageOfAll(at: point))) UNION ALL (\(splice: pageOfSome(at: point)))
      UNION ALL (\(splice: pageOfEntities(at: point)))
    ), whole AS (
      SELECT category, subject, max(key) AS last FROM page
      GROUP BY category, subject HAVING max(version) <= \(wholeVersionsMax)
    )
    SELECT h.*, h.key IN (SELECT key FROM page) AS is_asked, NULL AS title
    FROM whole JOIN (SELECT * FROM history UNION ALL SELECT * FROM entity_history) AS h
      ON h.subject = whole.subject AND h.category = whole.category AND h.key <= whole.last
    UNION ALL
    SELECT page.*, true, coalesce(e.title, p.title, s.title, b.title, l.title, t.title, n.name)
    FROM page
    LEFT JOIN \(splice: point.rows(of: ExplorationRow.self)) AS e
      ON page.category = \(Exploration.category) AND e.key = page.subject
    LEFT JOIN \(splice: point.rows(of: ProgrammeRow.self)) AS p
      ON page.category IN (\(Programme.category), \(Analysis.category)) AND p.key = page.subject
    LEFT JOIN \(splice: point.rows(of: SignalRow.self)) AS s
      ON page.category = \(Signal.category) AND s.key = page.subject
    LEFT JOIN \(splice: point.rows(of: BankEntryRow.self)) AS b
      ON page.category = \(BankEntry.category) AND b.key = page.subject
    LEFT JOIN \(splice: point.rows(of: ChecklistRow.self)) AS l
      ON page.category = \(Checklist.category) AND l.key = page.subject
    LEFT JOIN \(splice: point.rows(of: EntityRow.self)) AS n
      ON page.category = \(SupervisedEntity.category) AND n.key = page.subject
    LEFT JOIN \(splice: point.rows(of: LetterTemplateRow.self)) AS t
      ON page.category = \(LetterTemplate.category) AND t.key = page.subject
    WHERE (page.category, page.subject) NOT IN (SELECT category, subject FROM whole)
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
