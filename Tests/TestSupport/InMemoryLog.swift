public import EventSourcing
public import Foundation

/// A log in memory that keeps every promise of `Log` except to outlive the program.
///
/// The contract suite runs against this and against PostgreSQL, so what a test learns here holds there.
public actor InMemoryLog: Log, ClaimedNames {
  private var records: [Recorded<StoredEvent>] = []
  private var answered: [Identity: (receipt: Receipt, envelope: Envelope)] = [:]
  private var claims: [String: StreamName] = [:]
  private let now: @Sendable () -> Date

  public init(now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 0) }) {
    self.now = now
  }

  public func append(_ appending: Appending) async throws(AppendFailure) -> Receipt {
    if let first = try await receipt(for: appending.envelope) {
      return Receipt(position: first.position, eventCount: first.eventCount, isRepeated: true)
    }
    for slice in appending.slices {
      let actual = version(of: slice.stream)
      guard actual == slice.expectedVersion else {
        throw .conflict(slice.stream, expected: slice.expectedVersion, actual: actual)
      }
    }
    claims = try claims(after: appending)
    for slice in appending.slices { write(slice, in: appending.envelope) }
    let receipt = Receipt(
      position: records.count, eventCount: appending.slices.map(\.events.count).reduce(0, +))
    answered[appending.envelope.command] = (receipt, appending.envelope)
    return receipt
  }

  public func events(
    in stream: StreamName, after version: Int
  ) async throws -> [Recorded<StoredEvent>] {
    records.filter { $0.stream == stream && $0.version > version }
  }

  public func events(after position: Int, limit: Int) async throws -> [Recorded<StoredEvent>] {
    Array(records.dropFirst(position).prefix(limit))
  }

  public func head() async throws -> Int { records.count }

  public func receipt(for command: Identity) async throws -> Receipt? {
    answered[command]?.receipt
  }

  public func receipt(for envelope: Envelope) async throws(AppendFailure) -> Receipt? {
    guard let first = answered[envelope.command] else { return nil }
    guard first.envelope.actor == envelope.actor, first.envelope.content == envelope.content else {
      throw .reused
    }
    return first.receipt
  }

  public func lastName(claimedIn scope: String) -> String? {
    let names = claims.keys.filter { $0.hasPrefix("\(scope)\u{0}") }
    return names.max().map { String($0.dropFirst(scope.count + 1)) }
  }

  private func version(of stream: StreamName) -> Int {
    records.last { $0.stream == stream }?.version ?? 0
  }

  private func claims(
    after appending: Appending
  ) throws(AppendFailure) -> [String: StreamName] {
    var claims = claims
    for (claim, stream) in appending.claims {
      let name = "\(claim.scope)\u{0}\(claim.key)"
      switch claim.act {
      case .take:
        if let holder = claims[name], holder != stream { throw .taken(claim, by: holder.identity) }
        claims[name] = stream
      case .release:
        if claims[name] == stream { claims[name] = nil }
      }
    }
    return claims
  }

  private func write(_ slice: Appending.Slice, in envelope: Envelope) {
    for (offset, event) in slice.events.enumerated() {
      records.append(
        Recorded(
          event, in: slice.stream, version: slice.expectedVersion + offset + 1,
          position: records.count + 1, actor: envelope.actor, command: envelope.command,
          correlation: envelope.correlation, recordedAt: now()))
    }
  }
}
