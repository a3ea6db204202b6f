/// A statement the server holds parsed, under a name of ours.
final class PreparedStatement {
  let name: String
  let key: PreparedStatements.Key
  /// The columns of its answer, known after the first.
  var columns: Columns?
  /// When it was last used, as a count of uses.
  var lastUse: UInt64 = 0
  /// The server forgot it, or its plan no longer holds.
  var isStale = false

  init(name: String, key: PreparedStatements.Key) {
    self.name = name
    self.key = key
  }
}

/// The statements one connection has prepared: at most so many, the least recently used go first.
struct PreparedStatements {
  struct Key: Hashable {
    let sql: String
    let types: [UInt32]
  }

  private let capacity: Int
  private var byKey: [Key: PreparedStatement] = [:]
  private var uses: UInt64 = 0
  private var names: UInt64 = 0
  /// Prepared at the server and no longer wanted here.
  private(set) var discarded: [PreparedStatement] = []

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// The prepared form of a statement, and whether it must be sent to the server first.
  mutating func statement(for key: Key) -> (PreparedStatement, isNew: Bool) {
    uses += 1
    if let known = byKey[key] {
      known.lastUse = uses
      return (known, false)
    }
    if byKey.count >= capacity { makeRoom() }
    names += 1
    let new = PreparedStatement(name: "s\(names)", key: key)
    new.lastUse = uses
    byKey[key] = new
    return (new, true)
  }

  /// Forgets a statement that the server does not hold.
  mutating func forget(_ statement: PreparedStatement) {
    if byKey[statement.key] === statement { byKey[statement.key] = nil }
  }

  /// Forgets a statement that the server does hold.
  mutating func discard(_ statement: PreparedStatement) {
    forget(statement)
    discarded.append(statement)
  }

  mutating func takeDiscarded() -> [PreparedStatement] {
    defer { discarded = [] }
    return discarded
  }

  /// A quarter goes at once, so that a full cache is not sorted for every statement.
  private mutating func makeRoom() {
    let oldest = byKey.values.sorted { $0.lastUse < $1.lastUse }.prefix(max(1, capacity / 4))
    for statement in oldest { discard(statement) }
  }
}
