import EventSourcing
import EventStore
import Logging
import ServiceLifecycle

/// Takes away the contents of documents that no event names, a day after they were kept.
struct Sweeper: Service {
  let stage: Stage
  private let logger = Logger(label: "koers.sweeper")
  private let rounds: Rounds

  init(_ stage: Stage) {
    self.stage = stage
    rounds = Rounds(tellingOf: "contents that no event names could not be removed", to: logger)
  }

  func run() async throws {
    await rounds.run { try await sweep(but: $0) }
  }

  /// Gives the streams of which it could not be told what they name; those of earlier rounds it leaves alone.
  private func sweep(but unreadable: Set<StreamName>) async throws -> [StreamName] {
    let swept = try await UnnamedContents(of: stage.log, in: stage.owner).sweep(but: unreadable)
    if swept.count > 0 {
      logger.notice(
        "contents that no event names have been removed", metadata: ["count": "\(swept.count)"])
    }
    for stream in swept.unreadable {
      logger.warning(
        "what names the contents of a stream cannot be read, so all of them stay",
        metadata: ["stream": "\(stream)"])
    }
    return Array(swept.unreadable)
  }
}
