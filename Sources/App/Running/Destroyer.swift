import Authentication
import Domain
import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import ReadModels
import ServiceLifecycle
import Web

/// Carries out the destruction of cases that two people agreed on.
///
/// First the key goes, which is what counts, and the contents of the documents with it. Then what read models and their
/// histories hold of those cases is made anew. Only when nothing is left does the log say that it was done, so what is
/// interrupted is taken up again where it was.
struct Destroyer: Service {
  static let actor = "koers-destroyer"

  let stage: Stage
  private let commands: any CommandGateway
  private let logger = Logger(label: "koers.destroyer")
  private let rounds: Rounds

  private var keys: StreamKeys { StreamKeys(of: stage.log, in: stage.owner) }

  init(_ stage: Stage) {
    self.stage = stage
    commands = LogGateway(stage.log)
    rounds = Rounds(tellingOf: "a case could not be destroyed", to: logger)
  }

  func run() async throws {
    await rounds.complete { try await destroyAgain() }
    await rounds.run { try await carryOutApproved(but: $0) }
  }

  /// A case on whose destruction two people agreed.
  private struct Approved: Sendable {
    let id: CaseID
    let documentCount: Int

    var stream: StreamName { id.stream }
  }

  /// Carries out what is approved, all of it together.
  ///
  /// - Parameter done: what this node carried out before, which the read models may not know yet.
  /// - Returns: what it carried out.
  /// - Throws: what kept a key from being destroyed, the read models from being cleared or the log from being told.
  private func carryOutApproved(but done: Set<CaseID>) async throws -> [CaseID] {
    let approved = try await approved().filter { !done.contains($0.id) }
    guard !approved.isEmpty else { return [] }
    let modelCount = stage.projections.names(taking: CaseFile.category).count
    var statements: [(Approved, Retention.Statement)] = []
    for file in approved {
      let destruction = try await keys.destroy(keyOf: file.stream)
      try await SurveyLinks(stage.entrance).withdrawAll(of: file.id)
      statements.append(
        (
          file,
          Retention.Statement(
            destroyedAt: Instant(seconds: Int(destruction.at.timeIntervalSince1970)),
            eventCount: destruction.encryptedCount, documentCount: file.documentCount,
            readModelCount: modelCount)
        ))
    }
    try await stage.installer.refold(approved.map(\.stream))
    var completed: [CaseID] = []
    for (file, statement) in statements {
      // One that cannot be completed is in nobody else's way.
      if await rounds.attempt({ try await finish(file, with: statement) }) != nil {
        completed.append(file.id)
      }
    }
    guard !completed.isEmpty else { throw NothingDestroyed() }
    return completed
  }

  /// Takes away what came in while the read models were cleared, and has the log say that it was done.
  private func finish(_ file: Approved, with statement: Retention.Statement) async throws {
    // By who had not heard yet.
    try await SurveyLinks(stage.entrance).withdrawAll(of: file.id)
    try await keys.destroy(keyOf: file.stream)
    try await complete(file, with: statement)
    // For whoever was reading it when the key was destroyed.
    try await keys.forget(file.stream)
  }

  /// Destroys again the cases that a backup brought back: keys of before a destruction, or a log of before it with the
  /// keys of today.
  private func destroyAgain() async throws {
    try await waitForReadModels()
    let rows = try await stage.owner.run(
      """
      SELECT file.key FROM case_file AS file
      JOIN keyring.stream_key k ON k.stream_id = file.key AND k.category = \(CaseFile.category)
      LEFT JOIN case_retention AS retention ON retention.key = file.key
      WHERE CASE coalesce(retention.stage, 'kept')
        WHEN 'approved' THEN false
        WHEN 'destroyed' THEN
          k.destroyed_at IS NULL OR file.title <> \(Retention.titleOfDestroyed.description)
        ELSE
          k.destroyed_at IS NOT NULL AND (file.title <> \(Retention.titleOfDestroyed.description)
            OR EXISTS (SELECT FROM documents.chunk
              WHERE stream_id = file.key AND category = k.category)
            OR EXISTS (SELECT FROM survey_link WHERE survey_link.case_file = file.key))
        END
      """)
    let restored: [CaseID] = try rows.map { try $0["key"] }
    for file in restored {
      try await keys.destroy(keyOf: file.stream)
      try await SurveyLinks(stage.entrance).withdrawAll(of: file)
    }
    try await stage.installer.refold(restored.map(\.stream))
    for file in restored {
      try await keys.forget(file.stream)
      logger.notice("a destroyed case came back, and was destroyed again")
    }
  }

  /// Returns when the read models have taken all that there was in the log, of which they are asked.
  private func waitForReadModels() async throws {
    let head = try await stage.log.head()
    while try await !stage.installer.havePassed(head) {
      try await Task.sleep(for: Rounds.interval)
    }
  }

  private func complete(_ file: Approved, with statement: Retention.Statement) async throws {
    let command = CaseFile.Command.keeping(
      .complete(statement), on: Day(Date(), in: Reader.netherlands))
    let envelope = Envelope(
      command: .derived(from: "command/destruction/\(file.id)"), actor: Self.actor)
    do throws(CommandFailure<CaseFile.Refusal>) {
      _ = try await commands.perform(
        Order<CaseFile>(command, on: file.id.identity), in: envelope)
      logger.notice("a case has been destroyed", metadata: ["case": "\(file.id)"])
    } catch {
      throw DestructionNotRecorded(reason: "\(error)")
    }
  }

  private func approved() async throws -> [Approved] {
    let rows = try await stage.owner.run(
      """
      SELECT key,
        (SELECT coalesce(sum(json_array_length(versions)), 0) FROM case_document d
          WHERE d.case_file = retention.key)
        + (SELECT count(*) FROM case_report r WHERE r.case_file = retention.key) AS documents
      FROM case_retention AS retention WHERE stage = 'approved'
      """)
    return try rows.map { Approved(id: try $0["key"], documentCount: try $0["documents"]) }
  }
}

extension CaseID {
  fileprivate var stream: StreamName { StreamName(CaseFile.category, identity) }
}

/// A case was destroyed, and the log did not take that it was.
struct DestructionNotRecorded: Error {
  let reason: String
}

/// None of the cases that were approved could be told of as destroyed; each said why.
struct NothingDestroyed: Error {}
