/// The command gateway over any log.
///
/// Without an expected version it loads, decides and appends again when someone else was first, up to
/// `attemptsMax` times: the rules then decide on what is true now. With one it never tries again.
public struct LogGateway<Store: Log>: CommandGateway {
  let log: Store
  let attemptsMax: Int

  public init(_ log: Store, attemptsMax: Int = 8) {
    self.log = log
    self.attemptsMax = attemptsMax
  }

  public func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt {
    for _ in 0..<attemptsMax {
      if let receipt = try await answered(envelope, D.Refusal.self) { return receipt }
      let draft = try await draft(order)
      do throws(AppendFailure) {
        return try await append([draft], in: envelope)
      } catch {
        if let failure = failure(error, versioned: order.expectedVersion != nil, D.Refusal.self) {
          throw failure
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
      if let receipt = try await answered(envelope, Either.self) { return receipt }
      let drafts: [Draft]
      do throws(CommandFailure<First.Refusal>) {
        drafts = [try await draft(first)]
      } catch {
        throw error.mapRefusal(Either.first)
      }
      let other: Draft
      do throws(CommandFailure<Second.Refusal>) {
        other = try await draft(second)
      } catch {
        throw error.mapRefusal(Either.second)
      }
      do throws(AppendFailure) {
        return try await append(drafts + [other], in: envelope)
      } catch {
        let versioned = first.expectedVersion != nil || second.expectedVersion != nil
        if let failure = failure(error, versioned: versioned, Either.self) { throw failure }
      }
    }
    throw .contended
  }

  /// What one order would write.
  private struct Draft {
    let slice: Appending.Slice
    let claims: [(claim: Claim, stream: StreamName)]
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

  private func draft<D: Decider>(
    _ order: Order<D>
  ) async throws(CommandFailure<D.Refusal>) -> Draft {
    let codec: EventCodec<D.Event>
    let history: [D.Event]
    do {
      codec = try D.codec()
      history = try await log.events(in: order.stream, after: 0).map { try codec.decode($0.event) }
    } catch {
      throw .unavailable(error)
    }
    if let expected = order.expectedVersion, expected != history.count {
      throw .outdated(order.stream, expected: expected, actual: history.count)
    }
    let events: [D.Event]
    do throws(D.Refusal) {
      events = try D.decide(order.command, D.state(after: history))
    } catch {
      throw .refused(error)
    }
    do {
      return Draft(
        slice: Appending.Slice(
          to: order.stream, expecting: history.count, try events.map(codec.encode)),
        claims: events.flatMap { D.claims(of: $0, in: order.stream) }
          .map { ($0, order.stream) })
    } catch {
      throw .unavailable(error)
    }
  }

  private func append(
    _ drafts: [Draft], in envelope: Envelope
  ) async throws(AppendFailure) -> Receipt {
    let slices = drafts.map(\.slice).filter { !$0.events.isEmpty }
    guard !slices.isEmpty else { return try await nothingHappened() }
    return try await log.append(
      Appending(envelope, slices: slices, claims: drafts.flatMap(\.claims)))
  }

  /// An order that changes nothing is answered with where the log is now.
  private func nothingHappened() async throws(AppendFailure) -> Receipt {
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
