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
/// First the key goes, which is what counts, and the contents of the documents with it. Then the read models are made
/// anew, with their histories. Only when nothing is left does the log say that it was done, so what is interrupted is
/// taken up again where it was.
struct Destroyer: Service {
  static let actor = "koers-destroyer"

  private static let interval = Duration.seconds(2)
  /// After failures the pause doubles up to this.
  private static let pauseMax = Duration.seconds(60)

  let stage: Stage
  private let commands: any CommandGateway
  private let logger = Logger(label: "koers.destroyer")

  private var keys: StreamKeys { StreamKeys(of: stage.log, in: stage.owner) }

  init(_ stage: Stage) {
    self.stage = stage
    commands = LogGateway(stage.log)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var pause = Self.interval
      var done: Set<CaseID> = []
      while !Task.isCancelled {
        do {
          done.formUnion(try await carryOutApproved(but: done))
          pause = Self.interval
        } catch {
          logger.error("a case could not be destroyed", metadata: ["error": "\(error)"])
          pause = min(pause * 2, Self.pauseMax)
        }
        try? await Task.sleep(for: pause)
      }
    }
  }

  /// A case on whose destruction two people agreed.
  private struct Approved: Sendable {
    let id: CaseID
    let documentCount: Int

    var stream: StreamName { StreamName(CaseFile.category, id.identity) }
  }

  /// Carries out what is approved; one making anew of the read models is enough for all of it.
  ///
  /// - Parameter done: what this node carried out before, which the read models may not know yet.
  /// - Returns: what it carried out.
  /// - Throws: what kept a key from being destroyed, the read models from being made or the log from being told.
  private func carryOutApproved(but done: Set<CaseID>) async throws -> [CaseID] {
    let approved = try await approved().filter { !done.contains($0.id) }
    guard !approved.isEmpty else { return [] }
    let models = stage.projections.names(taking: CaseFile.category)
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
            readModelCount: models.count)
        ))
    }
    try await stage.installer.rebuild(models, acceptsDifferences: true)
    for (file, statement) in statements {
      try await complete(file, with: statement)
      // For whoever was reading it when the key was destroyed.
      try await keys.forget(file.stream)
    }
    return approved.map(\.id)
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

/// A case was destroyed, and the log did not take that it was.
struct DestructionNotRecorded: Error {
  let reason: String
}
