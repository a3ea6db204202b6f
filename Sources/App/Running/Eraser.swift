import Authentication
import Domain
import EventSourcing
import EventStore
import Foundation
import Logging
import Postgres
import ServiceLifecycle
import Web

/// Carries out the erasures that two people agreed on.
///
/// First the key goes, which is what counts: from then on nobody reads the data from the log. Then whatever was made of
/// them: means of signing in, and read models with their histories. Only when nothing is left does the log say that it
/// was done, so what is interrupted is taken up again where it was.
struct Eraser: Service {
  static let actor = "koers-eraser"

  private static let interval = Duration.seconds(2)

  let stage: Stage
  let door: Door
  let commands: any CommandGateway
  private let logger = Logger(label: "koers.eraser")

  init(_ stage: Stage, door: Door) {
    self.stage = stage
    self.door = door
    commands = LogGateway(stage.log)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await carryOutApproved()
        } catch {
          logger.error("an erasure could not be carried out", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: Self.interval)
      }
    }
  }

  /// An erasure that a second person approved.
  private struct Approved {
    let id: ErasureID
    let account: AccountID
    let person: PersonID

    var stream: StreamName { StreamName(Account.category, account.identity) }
  }

  /// Carries out what is approved; one making anew of the read models is enough for all of it.
  ///
  /// Should two nodes be at it, the second does again what the first did, which changes nothing.
  private func carryOutApproved() async throws {
    let approved = try await approved()
    guard !approved.isEmpty else { return }
    var proofs: [(erasure: Approved, proof: Account.ErasureProof)] = []
    let models = stage.projections.names(taking: Account.category)
    for erasure in approved {
      let destruction = try await StreamKeys(of: stage.log, in: stage.owner)
        .destroy(keyOf: erasure.stream)
      let signInCount = try await door.forget(erasure.person)
      proofs.append(
        (
          erasure,
          Account.ErasureProof(
            destroyedAt: Instant(seconds: Int(destruction.at.timeIntervalSince1970)),
            eventCount: destruction.encryptedCount, readModelCount: models.count,
            signInCount: signInCount,
            clearEventCount: try await clearCount(erasure.stream, destruction))
        ))
    }
    try await stage.installer.rebuild(models, acceptsDifferences: true)
    for (erasure, proof) in proofs { try await complete(erasure, with: proof) }
  }

  private func complete(_ erasure: Approved, with proof: Account.ErasureProof) async throws {
    let command = Account.Command.erasure(
      .complete(erasure.id, proof), on: Day(Date(), in: Reader.netherlands))
    let envelope = Envelope(
      command: .derived(from: "command/erasure/\(erasure.id)"), actor: Self.actor)
    do throws(CommandFailure<Account.Refusal>) {
      _ = try await commands.perform(
        Order<Account>(command, on: erasure.account.identity), in: envelope)
      logger.notice("an account has been erased", metadata: ["erasure": "\(erasure.id)"])
    } catch {
      throw ErasureNotRecorded(reason: "\(error)")
    }
  }

  private func approved() async throws -> [Approved] {
    let rows = try await stage.owner.run(
      """
      SELECT erasure.key, erasure.account, account.person FROM erasure
      JOIN account ON account.key = erasure.account
      WHERE erasure.standing = 'approved'
      """)
    return try rows.map { row in
      Approved(id: try row["key"], account: try row["account"], person: try row["person"])
    }
  }

  /// How many events of the stream say something about its person and were never encrypted.
  private func clearCount(
    _ stream: StreamName, _ destruction: StreamKeys.Destruction
  ) async throws -> Int {
    let personal = try await stage.log.events(in: stream, after: 0).count { recorded in
      try !LogEvent.decode(recorded).event.stored().personal.isEmpty
    }
    return max(0, personal - destruction.encryptedCount)
  }
}

/// An erasure was carried out, and the log did not take that it was.
struct ErasureNotRecorded: Error {
  let reason: String
}
