public import Domain
public import EventSourcing
public import Postgres

/// A read model with rows about programmes, made of nothing but what those programmes' events say.
public protocol ProgrammePart: LibraryModel, TableRow, Scoped where Row == Self {
  /// Whose row it is.
  var home: ProgrammeHome { get }
  /// What the events are about that may touch its rows; it is shown no others.
  static var nouns: [Programme.Noun] { get }
  /// How the rows of one programme are listed: what stands behind ORDER BY.
  static var order: Statement { get }

  /// The row that `recorded`, which says `event`, touches.
  static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> Key?
  /// What `event` makes of that row.
  static func fold(
    _ row: Self?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> Self?
}

extension ProgrammePart {
  public var scope: Scope {
    Scope(organisation: home.organisation, programme: home.programme.identity)
  }

  public static var category: String? { Programme.category }

  public static func keys(of recorded: Recorded<LogEvent>) -> [Key] {
    guard isShown(recorded.event), case .programme(let event) = recorded.event else { return [] }
    return key(of: event, recorded).map { [$0] } ?? []
  }

  /// Asked of every event: it copies nothing out of it.
  private static func isShown(_ event: LogEvent) -> Bool {
    switch event {
    case .programme(let event): nouns.contains(event.noun)
    case .exploration, .signal, .account: false
    }
  }

  /// A row stays with the programme that made it, though another should use its identifier again.
  public static func fold(
    _ row: Self?, at key: Key, _ recorded: Recorded<LogEvent>
  ) -> Self? {
    guard case .programme(let event) = recorded.event,
      row.map({ $0.home == ProgrammeHome(recorded) }) ?? true
    else { return row }
    return fold(row, event, recorded)
  }
}

/// To which programme a row belongs, and in whose log it stands.
public struct ProgrammeHome: Hashable, Sendable {
  public let organisation: String
  public let programme: ProgrammeID

  init(_ recorded: Recorded<LogEvent>) {
    organisation = recorded.organisation
    programme = ProgrammeID(recorded.stream.identity)
  }

  init(_ row: Row) throws {
    organisation = try row["organisation"]
    programme = try row["programme"]
  }
}

/// Every row of one kind that one programme has, or that all have, in the order of its kind.
public struct PartsQuery<Part: ProgrammePart>: Query {
  let programmes: ProgrammeScope

  /// Asks for the rows of one programme.
  public init(_ part: Part.Type = Part.self, of programme: ProgrammeID) {
    self.init(of: .these([programme]))
  }

  /// Asks for the rows of several, programme by programme.
  init(_ part: Part.Type = Part.self, of programmes: ProgrammeScope) {
    self.programmes = programmes
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: Part.self)) AS part
    WHERE \(splice: programmes.condition("programme", at: point))
    ORDER BY programme, \(splice: Part.order)
    """
  }

  public func answer(from rows: Rows) throws -> [Part] { try rows.map(Part.init(from:)) }
}
