public import Domain
public import Postgres

/// A read model with rows about a programme's analysis; whoever sees the programme sees them.
public protocol AnalysisPart: StreamPart where About == Analysis {
  /// How the rows of one analysis are listed: what stands behind ORDER BY.
  static var order: Statement { get }
}

extension Analysis: LogSubject {
  public static var column: StaticString? { nil }
  public static var isOfProgramme: Bool { true }

  public static func event(in event: LogEvent) -> Event? {
    guard case .analysis(let event) = event else { return nil }
    return event
  }
}

public typealias AnalysisHome = Home<Analysis>

extension AnalysisHome {
  /// The programme whose identity the analysis bears.
  public var programme: ProgrammeID { ProgrammeID(id.identity) }
}

/// Every row of one kind that the analysis of one programme has, in the order of its kind.
public struct AnalysisPartsQuery<Part: AnalysisPart>: Query {
  let programme: ProgrammeID?

  /// Asks for nothing when `programme` is nil.
  public init(_ part: Part.Type = Part.self, of programme: ProgrammeID?) {
    self.programme = programme
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: Part.self)) AS part
    WHERE programme = \(programme) ORDER BY \(splice: Part.order)
    """
  }

  public func answer(from rows: Rows) throws -> [Part] { try rows.map(Part.init(from:)) }
}
