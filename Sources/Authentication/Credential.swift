import Credentials
import Domain
import Postgres

/// How somebody proves who they are when Koers keeps it itself, as it is kept.
struct Credential: Sendable {
  let person: PersonID
  /// In small letters.
  let mail: String
  let userHandle: UserHandle
  let password: PasswordHash?
  let codeSecret: ClosedSecret?
  let codeStep: TOTP.Step?

  init(_ row: Row) throws {
    person = try row["person"]
    mail = try row["mail"]
    userHandle = try Self.read(row, "user_handle", UserHandle.init)
    password = try Self.readIfAny(row, "password", PasswordHash.init)
    codeSecret = try Self.readIfAny(row, "code_secret", ClosedSecret.init)
    codeStep = (try row["code_step"] as Int?).map { TOTP.Step($0) }
  }

  private static func read<Value>(
    _ row: Row, _ column: String, _ make: (String) -> Value?
  ) throws -> Value {
    guard let value = make(try row[column]) else { throw UnreadableCredential(column: column) }
    return value
  }

  private static func readIfAny<Value>(
    _ row: Row, _ column: String, _ make: (String) -> Value?
  ) throws -> Value? {
    guard let text: String = try row[column] else { return nil }
    guard let value = make(text) else { throw UnreadableCredential(column: column) }
    return value
  }
}

/// What is kept of somebody's credential cannot be read; it says which part and not what.
struct UnreadableCredential: Error, CustomStringConvertible {
  let column: String

  var description: String { "a credential whose \(column) cannot be read" }
}
