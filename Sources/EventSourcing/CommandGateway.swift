/// One command for one stream, with the version its giver was looking at.
public struct Order<D: Decider>: Sendable {
  public let command: D.Command
  public let stream: StreamName
  /// The stream's version when the form was drawn; nil when it does not matter what came between.
  public let expectedVersion: Int?

  public init(
    _ command: D.Command, to decider: D.Type = D.self, on identity: Identity,
    expecting expectedVersion: Int? = nil
  ) {
    self.command = command
    self.stream = StreamName(D.category, identity)
    self.expectedVersion = expectedVersion
  }

  var isVersioned: Bool { expectedVersion != nil }
}

/// The one door through which state changes: load, decide, append.
public protocol CommandGateway: Sendable {
  /// Carries out one order.
  func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt

  /// Carries out two orders on two streams in one append: both or neither.
  func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt
}

/// The refusal of one of two orders that were given together.
public enum EitherRefusal<First, Second>: Error, Equatable, Sendable
where First: Error & Equatable & Sendable, Second: Error & Equatable & Sendable {
  case first(First)
  case second(Second)
}

/// Why a command did not take effect.
public enum CommandFailure<Refusal: Error & Sendable>: Error, Sendable {
  /// The domain said no; tell the person why.
  case refused(Refusal)
  /// Others wrote to the stream after the form was drawn; show what, and let the person choose.
  case outdated(StreamName, expected: Int, actual: Int)
  /// The form was sent before with something else in it, which was recorded; show that, and let the
  /// person send this as a new command.
  case reused
  /// Another stream holds the name; tell the person which.
  case taken(Claim)
  /// Others kept writing first, more often than we were willing to try again.
  case contended
  /// The store is full of work; nothing was recorded, try later.
  case busy
  /// It may or may not have been recorded; sending the same form again is safe.
  case outcomeUnknown
  /// The store could not be reached or misbehaved; tell the operator.
  case unavailable(any Error)
}
