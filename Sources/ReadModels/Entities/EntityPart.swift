public import Domain
public import EventSourcing

/// A read model with rows about supervised parties and places.
public protocol EntityPart: StreamPart where About == SupervisedEntity {}

extension SupervisedEntity: LogSubject {
  public static var column: StaticString? { "entity" }
  public static var audience: Audience { .inspection }

  public static func event(in event: LogEvent) -> Event? {
    guard case .entity(let event) = event else { return nil }
    return event
  }
}

public typealias EntityHome = Home<SupervisedEntity>

extension EntityHome {
  public var entity: EntityID { id }
}
