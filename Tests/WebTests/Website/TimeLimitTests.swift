import Testing

@testable import Web

@Test func `what ends in time is answered, and the rest is given up at its time`() async throws {
  let limit = TimeLimit(.milliseconds(20))
  // Twice: once nothing runs any more, nobody watches until the next one begins.
  for _ in 1...2 {
    let late = Task { try await limit.run(untilCancelled) }
    #expect(try await limit.run { "page" } == "page")
    await #expect(throws: Problem.self) { try await late.value }
    await #expect(throws: Problem.self) { try await limit.run(untilCancelled) }
  }
}

@Test func `who goes away takes what runs for them along`() async throws {
  let limit = TimeLimit(.seconds(600))
  let page = Task { try await limit.run(untilCancelled) }
  page.cancel()
  await #expect(throws: CancellationError.self) { try await page.value }
}

/// Never ends by itself.
@Sendable private func untilCancelled() async throws {
  let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
  for await _ in stream {}
  continuation.finish()
  try Task.checkCancellation()
}
