/// Things under their identifiers, in the order in which they came.
public struct Register<Key: Hashable & Sendable, Value: Equatable & Sendable>: Equatable, Sendable {
  public private(set) var keys: [Key] = []
  private var values: [Key: Value] = [:]

  public init() {}

  /// The thing under `key`; setting nil takes it out, setting it again keeps its place.
  public subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      if newValue == nil {
        keys.removeAll { $0 == key }
      } else if values[key] == nil {
        keys.append(key)
      }
      values[key] = newValue
    }
  }

  public var isEmpty: Bool { keys.isEmpty }
  public var count: Int { keys.count }

  /// Everything with its identifier, in order.
  public var entries: [(key: Key, value: Value)] {
    keys.compactMap { key in values[key].map { (key, $0) } }
  }
}
