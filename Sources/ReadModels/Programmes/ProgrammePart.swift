public import Domain
public import EventSourcing
public import Postgres

/// A read model with rows about programmes.
public protocol ProgrammePart: StreamPart where About == Programme {
  /// What the events are about that may touch its rows; it is shown no others.
  static var nouns: [Programme.Noun] { get }
  /// How the rows of one programme are listed: what stands behind ORDER BY.
  static var order: Statement { get }
}

extension ProgrammePart {
  public static func keys(of recorded: Recorded<LogEvent>) -> [Key] {
    guard isShown(recorded.event), case .programme(let event) = recorded.event else { return [] }
    return key(of: event, recorded).map { [$0] } ?? []
  }

  /// Asked of every event: it copies nothing out of it.
  private static func isShown(_ event: LogEvent) -> Bool {
    switch event {
    case .programme(let event): nouns.contains(event.noun)
    case .exploration, .signal, .account, .references, .analysis, .bankEntry, .entity,
      .caseFile, .checklist, .letter:
      false
    }
  }
}

extension Programme: LogSubject {
  public static var column: StaticString? { nil }
  public static var isOfProgramme: Bool { true }

  public static func event(in event: LogEvent) -> Event? {
    guard case .programme(let event) = event else { return nil }
    return event
  }
}

public typealias ProgrammeHome = Home<Programme>

extension ProgrammeHome {
  public var programme: ProgrammeID { id }
}

/// Every row of one kind that one programme has, or that all have, in the order of its kind.
public struct PartsQuery<Part: ProgrammePart>: Query {
  let programmes: ProgrammeScope

  /// Asks for the rows of one programme.
  public init(_ part: Part.Type = Part.self, of programme: ProgrammeID) {
    self.init(of: .these([programme]))
  }

  /// Asks for the rows of every programme that the viewer may see, programme by programme.
  public init(ofAll part: Part.Type) { self.init(of: .all) }

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
