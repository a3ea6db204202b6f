public import Domain
public import EventSourcing
public import Foundation
public import Postgres
public import ReadModels

/// Which lines of the read log somebody asks for.
public struct ReadsChoice: Hashable, Sendable {
  /// Who looked.
  public var person: PersonID?
  /// What was looked at.
  public var subject: Read.Subject?
  public var kind: Read.Kind?
  /// The first and the last day, in the Netherlands.
  public var from: Day?
  public var until: Day?
  /// What was seen by this emergency access alone.
  public var emergency: EmergencyID?

  public init(
    by person: PersonID? = nil, of subject: Read.Subject? = nil, as kind: Read.Kind? = nil
  ) {
    self.person = person
    self.subject = subject
    self.kind = kind
  }

  fileprivate var condition: Statement {
    var conditions: [Statement] = ["true"]
    if let person { conditions.append("person = \(person)") }
    if let subject {
      conditions.append(
        "subject = \(subject.identity.uuid) AND subject_kind = \(subject.kind.rawValue)")
    }
    if let kind { conditions.append("kind = \(kind.rawValue)") }
    if let from { conditions.append("read_at >= \(splice: Self.start(of: from))") }
    if let until { conditions.append("read_at < \(splice: Self.start(of: until.adding(days: 1)))") }
    if let emergency { conditions.append("emergency = \(emergency)") }
    return .joined(conditions, separator: " AND ")
  }

  private static func start(of day: Day) -> Statement {
    "(\(day.description)::date::timestamp AT TIME ZONE 'Europe/Amsterdam')"
  }
}

/// Lines of the read log, the last first.
///
/// As of a position of the log it shows what had been read when that was recorded.
public struct ReadsQuery: Query {
  public let choice: ReadsChoice
  /// The line after which to go on; nil to begin with the last.
  public let place: Place?
  public let countMax: Int

  /// Where a line stands.
  public struct Place: Hashable, Sendable {
    public let at: Date
    public let key: Identity

    public init(at: Date, key: Identity) {
      self.at = at
      self.key = key
    }
  }

  public init(_ choice: ReadsChoice, after place: Place? = nil, atMost countMax: Int) {
    self.choice = choice
    self.place = place
    self.countMax = countMax
  }

  public func statement(at point: Point) -> Statement {
    let further: Statement =
      place.map { "AND (read_at, key) < (\($0.at), \($0.key.uuid))" } ?? ""
    return """
      SELECT read_at, key, organisation, person, session, kind, route, subject_kind, subject,
        right_used, emergency, as_of, status, row_count
      FROM read_log WHERE \(splice: choice.condition) \(splice: Self.known(at: point)) \(splice: further)
      ORDER BY read_at DESC, key DESC LIMIT \(countMax)
      """
  }

  private static func known(at point: Point) -> Statement {
    switch point {
    case .now: ""
    case .position(let position):
      """
      AND read_at <= (SELECT max(recorded_at) FROM log_moment WHERE position <= \(position))
      """
    }
  }

  public func answer(from rows: Rows) throws -> [Read] { try rows.map(Read.init(from:)) }
}

/// Every month that was taken out of the read log, the last first.
public struct ReadRemovalsQuery: Query {
  /// One month.
  public struct Removal: Hashable, Sendable {
    /// The first day of the month.
    public let month: Day
    public let lineCount: Int
    public let removedAt: Date
  }

  public init() {}

  public func statement(at point: Point) -> Statement {
    "SELECT month, line_count, removed_at FROM read_log_removal ORDER BY month DESC"
  }

  public func answer(from rows: Rows) throws -> [Removal] {
    try rows.map {
      Removal(
        month: try $0["month"], lineCount: try $0["line_count"], removedAt: try $0["removed_at"])
    }
  }
}

extension Read {
  fileprivate init(from row: Row) throws {
    let (key, session): (UUID, UUID) = (try row["key"], try row["session"])
    let (emergency, rowCount): (EmergencyID?, Int?) = (try row["emergency"], try row["row_count"])
    self.init(
      key: Identity(uuid: key), at: try row["read_at"], organisation: try row["organisation"],
      person: try row["person"], session: Identity(uuid: session), kind: try row["kind"],
      route: try row["route"], subject: try Subject(row), right: try row["right_used"],
      emergency: emergency, asOf: try row["as_of"], status: try row["status"], rowCount: rowCount)
  }
}

extension Read.Subject {
  fileprivate init?(_ row: Row) throws {
    let (kind, identity): (Kind?, UUID?) = (try row["subject_kind"], try row["subject"])
    guard let kind, let identity else { return nil }
    self.init(kind, Identity(uuid: identity))
  }
}

extension Right: PostgresEncodable, PostgresDecodable {}
extension Read.Kind: PostgresEncodable, PostgresDecodable {}
extension Read.Subject.Kind: PostgresEncodable, PostgresDecodable {}
