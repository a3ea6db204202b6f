/// Callers that each do one thing after another until the time is up.
struct Callers {
  let count: Int
  let time: Duration

  /// Runs `body` with the number of the caller, which counts from 0.
  func run(_ body: @escaping @Sendable (Int) async throws -> Void) async throws -> (
    Latencies, Duration
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    let end = start.advanced(by: time)
    let latencies = try await withThrowingTaskGroup(of: Latencies.self) { group in
      for caller in 0..<count {
        group.addTask {
          var own = Latencies()
          while clock.now < end {
            let before = clock.now
            try await body(caller)
            own.add(before.duration(to: clock.now))
          }
          return own
        }
      }
      return try await group.reduce(into: Latencies()) { $0.add($1) }
    }
    return (latencies, start.duration(to: clock.now))
  }
}
