import EventSourcing
import Logging
import Postgres

/// A task of a node that writes to its log, over the one connection for it.
///
/// It takes whatever waits and sends it in one call, under one lock. There is no timer: an idle log
/// commits at once, a busy one gathers while the call before is under way, and a moment longer where
/// that is worth it. Where calls are quick instead, another of its kind sends the next one meanwhile, and
/// the database takes them up one after the other (`Pace`).
struct AppendWriter {
  let log: Int16
  /// Has one connection, which only the writers of this log use.
  let database: Database
  let queue: AppendQueue
  let names: EventNames
  let limits: PostgresLog.Limits
  let logger: Logger
  /// Called after every commit with the new head.
  let committed: @Sendable (Int) -> Void

  /// Writes until nothing waits.
  func run() async {
    var unsettled: [AppendQueue.Entry] = []
    var failures = 0
    repeat {
      if unsettled.isEmpty { unsettled = takeWaiting() }
      do {
        try await settle(&unsettled)
        failures = 0
      } catch {
        failures += 1
        logger.warning("the log could not be written", metadata: ["error": "\(error)"])
        if failures > limits.retriesMax {
          giveUp(unsettled, error)
          unsettled = []
          failures = 0
        } else {
          try? await Task.sleep(for: limits.retryDelay * (1 << min(failures - 1, 6)))
        }
      }
      if unsettled.isEmpty { await queue.lookAround(atMost: limits.commandsMax) }
    } while !unsettled.isEmpty || !queue.retireWriter()
  }

  private func takeWaiting() -> [AppendQueue.Entry] {
    queue.take(commandsMax: limits.commandsMax, bytesMax: limits.bytesMax)
  }

  /// Sends what can go together; leaves in `entries` what must go again.
  private func settle(_ entries: inout [AppendQueue.Entry]) async throws {
    if entries.contains(where: \.isUncertain) {
      entries = try await answerLosers(among: entries)
    }
    guard !entries.isEmpty else { return }
    let (batch, together, apart) = gather(entries)
    let head: Int
    let sent: ContinuousClock.Instant
    do {
      let numbers = try await names.numbers(for: batch.members, in: database)
      let statement = try appendStatement(batch, to: log, numbers)
      sent = .now
      head = try await database.run(statement).only()[0]
    } catch let error where error.mayHaveTakenEffect {
      // Which of them were written has to be asked.
      entries = together.map(\.uncertain) + apart
      throw error
    } catch let error where error.isPassing {
      throw error
    } catch {
      entries = isolate(together, error) + apart
      return
    }
    if head >= 0 {
      queue.learn(together.count, from: sent, to: .now)
      answer(together, from: head)
      entries = apart
    }
    if !entries.isEmpty { entries = try await answerLosers(among: entries) }
  }

  private func gather(
    _ entries: [AppendQueue.Entry]
  ) -> (batch: AppendBatch, together: [AppendQueue.Entry], apart: [AppendQueue.Entry]) {
    var batch = AppendBatch()
    var together: [AppendQueue.Entry] = []
    var apart: [AppendQueue.Entry] = []
    for entry in entries {
      let isWelcome = !(together.first.map { $0.goesAlone || entry.goesAlone } ?? false)
      if isWelcome, batch.take(entry.pending) {
        together.append(entry)
      } else {
        apart.append(entry)
      }
    }
    return (batch, together, apart)
  }

  private func answer(_ entries: [AppendQueue.Entry], from head: Int) {
    var position = head
    for entry in entries { position += entry.pending.eventCount }
    committed(position)
    position = head
    for entry in entries {
      let count = entry.pending.eventCount
      position += count
      entry.answer(.success(Receipt(position: position, eventCount: count)))
    }
  }

  /// The database refused a batch for something in it: each of several goes again by itself, so that
  /// one bad command fails alone.
  private func isolate(
    _ entries: [AppendQueue.Entry], _ error: any Error
  ) -> [AppendQueue.Entry] {
    guard entries.count > 1 else {
      giveUp(entries, error)
      return []
    }
    return entries.map(\.alone)
  }

  /// Answers those whose append cannot be, or has been before; the others are left.
  private func answerLosers(
    among entries: [AppendQueue.Entry]
  ) async throws -> [AppendQueue.Entry] {
    let pending = entries.map(\.pending)
    let numbers = try await names.numbers(for: pending, in: database)
    let rows = try await database.run(verdictsStatement(pending, in: log, numbers))
    let verdicts = try AppendVerdict.first(in: rows, about: pending)
    return entries.enumerated().compactMap { index, entry in
      guard let verdict = verdicts[index] else { return entry }
      entry.answer(verdict.answer(to: entry))
      return nil
    }
  }

  private func giveUp(_ entries: [AppendQueue.Entry], _ error: any Error) {
    for entry in entries {
      entry.answer(
        .failure(entry.isUncertain ? .outcomeUnknown : .unavailable(error)))
    }
  }
}
