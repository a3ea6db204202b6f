/// The command gateway over any log.
///
/// Without an expected version it loads, decides and appends again when someone else was first, up to
/// `attemptsMax` times: the rules then decide on what is true now. With one it never tries again.
public struct LogGateway<Store: Log>: CommandGateway {
  let log: Store
  let attemptsMax: Int
  let memory: StateMemory

  /// - Parameters:
  ///   - log: where everything is recorded.
  ///   - attemptsMax: how often it decides and appends when others keep being first.
  ///   - streamsMax: of how many streams the state is kept in memory between commands.
  public init(_ log: Store, attemptsMax: Int = 8, remembering streamsMax: Int = 4096) {
    self.log = log
    self.attemptsMax = attemptsMax
    memory = StateMemory(countMax: streamsMax)
    log.whenErased { [weak memory] stream in
      if let stream { memory?.forget(stream) } else { memory?.forgetAll() }
    }
  }

  public func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt {
    for _ in 0..<attemptsMax {
      let drafted = try await answeringFirst(envelope) {
        () async throws(CommandFailure<D.Refusal>) in try await draft(order)
      }
      switch drafted {
      case .repeated(let receipt): return receipt
      case .new(let draft):
        if let receipt = try await settle(
          [draft], of: envelope, versioned: order.isVersioned, D.Refusal.self)
        {
          return receipt
        }
      }
    }
    throw .contended
  }

  public func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt {
    typealias Either = EitherRefusal<First.Refusal, Second.Refusal>
    for _ in 0..<attemptsMax {
      let drafted = try await answeringFirst(envelope) {
        () async throws(CommandFailure<Either>) in try await drafts(first, second)
      }
      switch drafted {
      case .repeated(let receipt): return receipt
      case .new(let drafts):
        if let receipt = try await settle(
          drafts, of: envelope, versioned: first.isVersioned || second.isVersioned, Either.self)
        {
          return receipt
        }
      }
    }
    throw .contended
  }

  /// What came of an order before anything was appended.
  private enum Drafted<Draft> {
    case new(Draft)
    case repeated(Receipt)
  }

  /// Drafts; when the rules refuse, the command may be one that took effect before, which they would
  /// refuse by now.
  private func answeringFirst<Result, Refusal: Error & Sendable>(
    _ envelope: Envelope, _ draft: () async throws(CommandFailure<Refusal>) -> Result
  ) async throws(CommandFailure<Refusal>) -> Drafted<Result> {
    do throws(CommandFailure<Refusal>) {
      return .new(try await draft())
    } catch {
      switch error {
      case .refused, .outdated:
        if let receipt = try await answered(envelope, Refusal.self) { return .repeated(receipt) }
        throw error
      case .reused, .taken, .contended, .busy, .outcomeUnknown, .unavailable: throw error
      }
    }
  }

  /// Appends what was drafted; nil when someone else was first and trying again can help.
  private func settle<Refusal: Error>(
    _ drafts: [Draft], of envelope: Envelope, versioned: Bool, _: Refusal.Type
  ) async throws(CommandFailure<Refusal>) -> Receipt? {
    // No key paths here or below: within what is generic each is made anew every time.
    let slices = drafts.map { $0.slice }.filter { !$0.events.isEmpty }
    guard !slices.isEmpty else {
      if let receipt = try await answered(envelope, Refusal.self) { return receipt }
      return try await nothingHappened(Refusal.self)
    }
    do throws(AppendFailure) {
      let receipt = try await log.append(
        Appending(envelope, slices: slices, claims: drafts.flatMap { $0.claims }))
      for draft in drafts where !receipt.isRepeated { draft.remember() }
      return receipt
    } catch {
      for draft in drafts { memory.forget(draft.slice.stream) }
      guard let failure = failure(error, versioned: versioned, Refusal.self) else { return nil }
      throw failure
    }
  }

  /// What one order would write.
  private struct Draft {
    let slice: Appending.Slice
    let claims: [(claim: Claim, stream: StreamName)]
    /// Keeps the state that it leads to, once it is written.
    let remember: @Sendable () -> Void
  }

  /// A command that took effect before is not decided again: by now the rules might refuse it.
  private func answered<Refusal: Error>(
    _ envelope: Envelope, _: Refusal.Type
  ) async throws(CommandFailure<Refusal>) -> Receipt? {
    do throws(AppendFailure) {
      guard let first = try await log.receipt(for: envelope) else { return nil }
      return Receipt(position: first.position, eventCount: first.eventCount, isRepeated: true)
    } catch {
      throw failure(error, versioned: true, Refusal.self) ?? .contended
    }
  }

  private func drafts<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> [Draft] {
    typealias Either = EitherRefusal<First.Refusal, Second.Refusal>
    var drafts: [Draft] = []
    do throws(CommandFailure<First.Refusal>) {
      drafts.append(try await draft(first))
    } catch {
      throw error.mapRefusal(Either.first)
    }
    do throws(CommandFailure<Second.Refusal>) {
      drafts.append(try await draft(second))
    } catch {
      throw error.mapRefusal(Either.second)
    }
    return drafts
  }

  /// Decides on the state that is remembered, or on none for a stream that is not to exist yet; on what
  /// the log says when that will not do.
  private func draft<D: Decider>(
    _ order: Order<D>
  ) async throws(CommandFailure<D.Refusal>) -> Draft {
    if let known = memory.recall(order.stream, of: D.self) ?? order.beginning,
      order.expectedVersion ?? known.version == known.version,
      let events = try? D.decide(order.command, known.state),
      // That nothing would change is only true of what the log says now: no append would find out.
      !events.isEmpty
    {
      return try draft(order, events, on: known)
    }
    let known = try await load(order)
    if let expected = order.expectedVersion, expected != known.version {
      throw .outdated(order.stream, expected: expected, actual: known.version)
    }
    let events: [D.Event]
    do throws(D.Refusal) {
      events = try D.decide(order.command, known.state)
    } catch {
      throw .refused(error)
    }
    return try draft(order, events, on: known)
  }

  private func load<D: Decider>(
    _ order: Order<D>
  ) async throws(CommandFailure<D.Refusal>) -> StateMemory.Known<D> {
    do {
      let codec = try D.codec()
      let history = try await log.events(in: order.stream, after: 0)
      let state = try history.reduce(D.initial) { D.evolve($0, try codec.decode($1.event)) }
      let known = StateMemory.Known<D>(state: state, version: history.count)
      memory.remember(known, of: order.stream)
      return known
    } catch {
      throw .unavailable(error)
    }
  }

  private func draft<D: Decider>(
    _ order: Order<D>, _ events: [D.Event], on known: StateMemory.Known<D>
  ) throws(CommandFailure<D.Refusal>) -> Draft {
    let stored: [StoredEvent]
    do {
      let codec = try D.codec()
      stored = try events.map(codec.encode)
    } catch {
      throw .unavailable(error)
    }
    let (memory, stream) = (memory, order.stream)
    return Draft(
      slice: Appending.Slice(to: stream, expecting: known.version, stored),
      claims: events.flatMap { D.claims(of: $0, in: stream) }.map { ($0, stream) }
    ) {
      memory.remember(
        StateMemory.Known<D>(
          state: events.reduce(known.state, D.evolve), version: known.version + events.count),
        of: stream)
    }
  }

  /// An order that changes nothing is answered with where the log is now.
  private func nothingHappened<Refusal: Error>(
    _: Refusal.Type
  ) async throws(CommandFailure<Refusal>) -> Receipt {
    do {
      return Receipt(position: try await log.head(), eventCount: 0)
    } catch {
      throw .unavailable(error)
    }
  }

  /// What to answer to a failed append; nil when trying again can help.
  private func failure<Refusal: Error>(
    _ failure: AppendFailure, versioned: Bool, _: Refusal.Type
  ) -> CommandFailure<Refusal>? {
    switch failure {
    case .conflict(let stream, let expected, let actual):
      versioned ? .outdated(stream, expected: expected, actual: actual) : nil
    case .reused: .reused
    case .taken(let claim, _): .taken(claim)
    case .busy: .busy
    case .outcomeUnknown: .outcomeUnknown
    case .unavailable(let error): .unavailable(error)
    }
  }
}

extension Order {
  /// The state before the first event, for an order that expects none; the append finds out whether
  /// there is one.
  fileprivate var beginning: StateMemory.Known<D>? {
    expectedVersion == 0 ? StateMemory.Known(state: D.initial, version: 0) : nil
  }
}

extension CommandFailure {
  /// The same failure with its refusal, if it has one, put in other words.
  public func mapRefusal<Other: Error>(
    _ transform: (Refusal) -> Other
  ) -> CommandFailure<Other> {
    switch self {
    case .refused(let refusal): .refused(transform(refusal))
    case .outdated(let stream, let expected, let actual):
      .outdated(stream, expected: expected, actual: actual)
    case .reused: .reused
    case .taken(let claim): .taken(claim)
    case .contended: .contended
    case .busy: .busy
    case .outcomeUnknown: .outcomeUnknown
    case .unavailable(let error): .unavailable(error)
    }
  }
}
