public import Domain
public import Postgres

/// A read model with rows about explorations.
public protocol ExplorationPart: StreamPart where About == Exploration {
  /// How the rows of one exploration are listed: what stands behind ORDER BY.
  static var order: Statement { get }
}

extension Exploration: LogSubject {
  public static var column: StaticString? { "exploration" }

  public static func event(in event: LogEvent) -> Event? {
    guard case .exploration(let event) = event else { return nil }
    return event
  }
}

public typealias ExplorationHome = Home<Exploration>

extension ExplorationHome {
  public var exploration: ExplorationID { id }
}
