/// The name of one stream of events: the kind of thing, and which one.
public struct StreamName: Hashable, Sendable, CustomStringConvertible {
  /// The kind of thing, such as `programme`.
  public let category: String
  public let identity: Identity

  public init(_ category: String, _ identity: Identity) {
    self.category = category
    self.identity = identity
  }

  public var description: String { "\(category)-\(identity)" }
}
