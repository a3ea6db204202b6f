public import Domain
public import EventSourcing
public import Postgres

/// Every event that somebody recorded, that is about the person's account, or that names the person, in the order of the
/// log.
///
/// It reads the whole history: for a question that is asked now and then.
public struct TracesQuery: Query {
  public let person: PersonID
  public let account: AccountID

  public init(of person: PersonID, with account: AccountID) {
    self.person = person
    self.account = account
  }

  public func statement(at point: Point) -> Statement {
    let isTrace: Statement = """
      (actor = \(person) OR strpos(event::text, \("\"\(person)\"")) > 0)
      AND \(splice: point.isPast(of: "key"))
      """
    return """
      SELECT t.*, \(splice: point.title(ofSubjectIn: "t")) AS title FROM (
        SELECT * FROM history WHERE \(splice: isTrace)
        UNION ALL
        SELECT * FROM case_history WHERE \(splice: isTrace)
        UNION ALL
        SELECT * FROM entity_history WHERE \(splice: isTrace)
        UNION ALL
        SELECT * FROM account_history WHERE \(splice: isTrace)
          OR subject = \(account) AND \(splice: point.isPast(of: "key"))
      ) AS t
      ORDER BY t.key
      """
  }

  public func answer(from rows: Rows) throws -> Traces {
    var traces = Traces()
    for row in rows {
      let recorded = try HistoryRow(from: row).recorded
      traces.events.append(recorded)
      if let title: Line = try row["title"] { traces.titles[recorded.stream.identity] = title }
    }
    return traces
  }
}

/// What somebody left in the log.
public struct Traces: Sendable {
  /// In the order of the log.
  public var events: [Recorded<LogEvent>] = []
  /// What the work is called that they are about.
  public var titles: [Identity: Line] = [:]
}
