public import Domain
public import EventSourcing
public import Postgres

/// A read model with rows about cases; who sees the case sees them.
public protocol CasePart: StreamPart where About == CaseFile {
  /// How the rows of one case are listed: what stands behind ORDER BY.
  static var order: Statement { get }
}

extension CaseFile: LogSubject {
  public static var column: StaticString? { "case_file" }
  public static var audience: Audience { .caseParts }

  public static func event(in event: LogEvent) -> Event? {
    guard case .caseFile(let event) = event else { return nil }
    return event
  }
}

public typealias CaseHome = Home<CaseFile>

/// Every row of one kind that one case has, in the order of its kind.
public struct CasePartsQuery<Part: CasePart>: Query {
  let file: CaseID

  public init(_ part: Part.Type = Part.self, of file: CaseID) { self.file = file }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: Part.self)) AS part
    WHERE case_file = \(file) ORDER BY \(splice: Part.order)
    """
  }

  public func answer(from rows: Rows) throws -> [Part] { try rows.map(Part.init(from:)) }
}
