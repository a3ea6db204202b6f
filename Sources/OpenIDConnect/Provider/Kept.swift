import Foundation

/// Something fetched from a provider: kept for a while, and fetched once however many ask at the same time.
actor Kept<Value: Sendable> {
  /// After a failure nobody tries again for this long, so that a crowd does not fall on a provider that
  /// is down.
  static var pauseSeconds: TimeInterval { 5 }

  private let fetch: @Sendable (Date) async throws(ProviderFault) -> Value
  private var kept: (value: Value, at: Date)?
  private var failure: (fault: ProviderFault, at: Date)?
  private var fetching: Task<Result<Value, ProviderFault>, Never>?

  init(fetch: @escaping @Sendable (Date) async throws(ProviderFault) -> Value) {
    self.fetch = fetch
  }

  /// A value that was fetched less than `seconds` before `now`; fetches it when there is none.
  func value(at now: Date, within seconds: TimeInterval) async throws(ProviderFault) -> Value {
    if let kept, isNear(kept.at, now, seconds) { return kept.value }
    if let failure, isNear(failure.at, now, Self.pauseSeconds) { throw failure.fault }
    return try await fetched(at: now)
  }

  /// Those who ask at the same time come with moments in any order; a clock set back counts as old.
  private func isNear(_ moment: Date, _ now: Date, _ seconds: TimeInterval) -> Bool {
    abs(now.timeIntervalSince(moment)) < seconds
  }

  private func fetched(at now: Date) async throws(ProviderFault) -> Value {
    if let fetching { return try await fetching.value.get() }
    // A task of its own: whoever began it may be cancelled while others wait for the same answer.
    let fetching = Task { [fetch] () async -> Result<Value, ProviderFault> in
      do throws(ProviderFault) { return .success(try await fetch(now)) } catch {
        return .failure(error)
      }
    }
    self.fetching = fetching
    let result = await fetching.value
    self.fetching = nil
    switch result {
    case .success(let value): (kept, failure) = ((value, now), nil)
    case .failure(let fault): failure = (fault, now)
    }
    return try result.get()
  }
}
