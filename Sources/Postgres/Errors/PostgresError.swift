/// Why a statement has no answer, and above all whether it may have taken effect.
public struct PostgresError: Error, Sendable {
  /// What went wrong, as far as a caller can act on it.
  public enum Kind: Hashable, Sendable {
    /// The server refused; nothing of the transaction took effect. `sqlState` says why.
    case server
    /// The connection went before the statement took effect; sending it again is safe.
    case connectionLost
    /// The statement was sent and the connection went before the answer; it may have taken effect.
    case outcomeUnknown
    /// No connection could be made.
    case connectionFailed
    /// TLS did not come about: the server has none, or its certificate does not show that it is the
    /// server that was meant.
    case untrusted
    /// Nothing took effect within the bound.
    case timeout(Timeout)
    /// Every leased connection is taken and as many callers wait as may wait.
    case poolExhausted
    /// The task was cancelled; nothing took effect.
    case cancelled
    /// `close()` was called.
    case closed
    /// The answer does not fit the Swift type that was asked for.
    case decoding
    /// A value cannot be sent as its PostgreSQL type; nothing was sent.
    case encoding
    /// The call cannot work whatever the server says; nothing was sent.
    case misuse
  }

  /// Which bound was passed.
  public enum Timeout: Hashable, Sendable { case connect, lease, statement }

  public internal(set) var kind: Kind
  public internal(set) var message: String
  /// The server's code, when it was the server that answered.
  public internal(set) var sqlState: SQLState?
  /// May repeat values out of the data, so it stays out of `description` and out of logs.
  public internal(set) var detail: String?
  public internal(set) var hint: String?
  public internal(set) var schema: String?
  public internal(set) var table: String?
  public internal(set) var column: String?
  public internal(set) var constraint: String?
  /// The call stack inside the server's functions.
  public internal(set) var context: String?
  /// The text of the statement, without its values.
  public internal(set) var statement: String?
  /// The server's function that raised it; tells apart errors that share a code.
  var routine: String?
  var isFatal = false

  init(_ kind: Kind, _ message: String, statement: String? = nil) {
    self.kind = kind
    self.message = message
    self.statement = statement
  }
}

extension PostgresError {
  /// Whether it is certain that nothing took effect.
  public var tookNoEffect: Bool { kind != .outcomeUnknown && kind != .decoding }

  /// Whether the same call may well succeed later: certain that nothing took effect, and passing.
  public var isTransient: Bool {
    switch kind {
    case .connectionLost, .connectionFailed, .poolExhausted, .timeout: true
    case .server:
      switch sqlState?.sqlClass {
      case .transactionRollback?, .insufficientResources?, .operatorIntervention?: true
      case _: false
      }
    case .outcomeUnknown, .untrusted, .cancelled, .closed, .decoding, .encoding, .misuse: false
    }
  }

  static let closed = PostgresError(.closed, "the database has been closed")
  static let cancelledWhileCopying = PostgresError(.cancelled, "cancelled while copying")
}

extension PostgresError: CustomStringConvertible {
  /// What an operator needs, without anything that may be out of the data.
  public var description: String {
    var text = "\(kind)"
    if let sqlState { text += " \(sqlState)" }
    text += ": \(quotesValues ? place : message)"
    if let hint { text += " (\(hint))" }
    if let statement { text += " in: \(statement.prefix(500))" }
    return text
  }

  /// The server's sentence repeats the value that it could not take.
  private var quotesValues: Bool {
    switch sqlState?.sqlClass {
    case .dataException?, .integrityConstraintViolation?: true
    case _: false
    }
  }

  /// Where the value stood.
  private var place: String {
    let parts = [table, column, constraint].compactMap(\.self)
    return (["a value does not fit"] + parts).joined(separator: " ")
  }
}
