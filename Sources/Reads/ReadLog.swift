/// Where every line about who was shown what goes.
///
/// A line that was taken is kept, or its loss is said in the operator's log; what cannot be taken is thrown, so that
/// nobody is shown what there is no line of.
public protocol ReadLog: Sendable {
  /// Keeps `read`.
  ///
  /// - Parameters:
  ///   - read: the line.
  ///   - assurance: what holds when this returns.
  /// - Throws: why it was not taken; whoever it is about is then to be shown nothing.
  nonisolated(nonsending) func keep(
    _ read: Read, _ assurance: ReadAssurance
  ) async throws(ReadLogFailure)
}

/// What holds of a line when whoever handed it in goes on.
public enum ReadAssurance: Hashable, Sendable {
  /// It goes with the next batch; a program that is killed within that moment loses it. It is durable when too many wait.
  case soon
  /// It is on disk.
  case durable
}

/// Why a line was not taken.
public enum ReadLogFailure: Error, Hashable, Sendable {
  /// It had to be durable, or too many wait already, and it could not be written.
  case notKept
  case stopped
}
