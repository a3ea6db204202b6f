public import EventSourcing
public import Testing

/// A decider's story: given what has happened, when a command arrives, then this happens.
public struct Scenario<D: Decider> {
  let history: [D.Event]

  public static func given(_ history: D.Event...) -> Scenario { Scenario(history: history) }
  public static func given(_ history: [D.Event]) -> Scenario { Scenario(history: history) }

  /// The same story with more that has happened.
  public func and(_ more: D.Event...) -> Scenario { Scenario(history: history + more) }

  public func when(_ command: D.Command) -> Outcome<D> {
    let state = D.state(after: history)
    return Outcome(result: Result { () throws(D.Refusal) in try D.decide(command, state) })
  }
}

/// What a story came to.
public struct Outcome<D: Decider> {
  let result: Result<[D.Event], D.Refusal>

  public func then(_ events: D.Event..., sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result == .success(events), sourceLocation: sourceLocation)
  }

  public func refuses(_ refusal: D.Refusal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result == .failure(refusal), sourceLocation: sourceLocation)
  }

  public func nothingHappens(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result == .success([]), sourceLocation: sourceLocation)
  }
}
