/// The five-character code PostgreSQL gives every error, so that code matches a code and never a sentence.
///
/// Source: PostgreSQL documentation, appendix A.
public struct SQLState: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: StaticString) { self.rawValue = value.description }

  public var description: String { rawValue }

  /// The first two characters: what kind of error it is.
  public struct Class: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let connectionException = Class(rawValue: "08")
    public static let dataException = Class(rawValue: "22")
    public static let integrityConstraintViolation = Class(rawValue: "23")
    public static let invalidTransactionState = Class(rawValue: "25")
    public static let invalidAuthorization = Class(rawValue: "28")
    public static let transactionRollback = Class(rawValue: "40")
    public static let syntaxErrorOrAccessRule = Class(rawValue: "42")
    public static let insufficientResources = Class(rawValue: "53")
    public static let programLimitExceeded = Class(rawValue: "54")
    public static let objectNotInPrerequisiteState = Class(rawValue: "55")
    public static let operatorIntervention = Class(rawValue: "57")
    public static let systemError = Class(rawValue: "58")
  }

  public var sqlClass: Class { Class(rawValue: String(rawValue.prefix(2))) }
}

extension SQLState {
  public static let featureNotSupported: SQLState = "0A000"
  public static let characterNotInRepertoire: SQLState = "22021"
  public static let numericValueOutOfRange: SQLState = "22003"
  public static let invalidTextRepresentation: SQLState = "22P02"
  public static let invalidBinaryRepresentation: SQLState = "22P03"
  public static let divisionByZero: SQLState = "22012"
  public static let notNullViolation: SQLState = "23502"
  public static let foreignKeyViolation: SQLState = "23503"
  public static let uniqueViolation: SQLState = "23505"
  public static let checkViolation: SQLState = "23514"
  public static let exclusionViolation: SQLState = "23P01"
  public static let readOnlyTransaction: SQLState = "25006"
  public static let failedTransaction: SQLState = "25P02"
  public static let idleInTransactionTimeout: SQLState = "25P03"
  public static let invalidStatementName: SQLState = "26000"
  public static let invalidPassword: SQLState = "28P01"
  public static let serializationFailure: SQLState = "40001"
  public static let deadlockDetected: SQLState = "40P01"
  public static let insufficientPrivilege: SQLState = "42501"
  public static let syntaxError: SQLState = "42601"
  public static let undefinedColumn: SQLState = "42703"
  public static let undefinedObject: SQLState = "42704"
  public static let undefinedTable: SQLState = "42P01"
  public static let duplicateDatabase: SQLState = "42P04"
  public static let duplicateTable: SQLState = "42P07"
  public static let tooManyConnections: SQLState = "53300"
  public static let lockNotAvailable: SQLState = "55P03"
  public static let queryCanceled: SQLState = "57014"
  public static let adminShutdown: SQLState = "57P01"
  public static let crashShutdown: SQLState = "57P02"
  public static let cannotConnectNow: SQLState = "57P03"
  public static let raisedException: SQLState = "P0001"
}
