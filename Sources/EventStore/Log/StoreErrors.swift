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

extension PostgresError {
  /// Whether a value was refused (classes 22 and 23, or before it was sent): trying again cannot help,
  /// and the same statement without that value would have passed.
  var isAboutTheData: Bool {
    kind == .encoding || sqlState?.sqlClass == .dataException
      || sqlState?.sqlClass == .integrityConstraintViolation
  }
}

extension Error {
  /// Whether what was sent may have been carried out all the same.
  var mayHaveTakenEffect: Bool { (self as? PostgresError)?.tookNoEffect == false }

  /// Whether the same may well succeed on another connection.
  var isPassing: Bool { (self as? PostgresError)?.isTransient ?? false }
}
