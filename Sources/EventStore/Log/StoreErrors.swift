public import Postgres

extension SQLState {
  /// Something tried to change or take away what the log holds.
  public static let logIsAppendOnly: SQLState = "KO001"
  /// A checkpoint is not where it was left: another node projects, or a rebuild took its place.
  public static let checkpointMoved: SQLState = "KO002"
}

/// Another node has projected what this one was about to; its fence would be refused.
struct Overtaken: Error {}

extension Error {
  /// Whether a checkpoint was elsewhere, or was held by someone who moves it.
  var isAboutTheCheckpoint: Bool {
    if self is Overtaken { return true }
    let state = (self as? PostgresError)?.sqlState
    return state == .checkpointMoved || state == .lockNotAvailable
  }
}

/// A row that stands in a read model's table cannot be read by this program.
struct UnreadableRow: Error {}

extension Error {
  /// Whether a value is at fault that is written or stands there: trying again cannot help, and the same statement
  /// without that value would have passed.
  ///
  /// What a missing table or right brings about is not: that is mended from outside, and tried again until then.
  var isAboutTheData: Bool {
    if self is UnreadableRow { return true }
    guard let error = self as? PostgresError else { return false }
    switch error.sqlState?.sqlClass {
    // Too large for an index or a text search, or nested too deep: the statements themselves are the same for all.
    case .dataException?, .integrityConstraintViolation?, .programLimitExceeded?: return true
    case _: return error.kind == .encoding
    }
  }
}

extension Error {
  /// Whether what was sent may have been carried out all the same.
  var mayHaveTakenEffect: Bool { (self as? PostgresError)?.tookNoEffect == false }

  /// Whether the same may well succeed on another connection.
  var isPassing: Bool { (self as? PostgresError)?.isTransient ?? false }
}
