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

  let stage: Stage
  let door: Door
  let commands: any CommandGateway
  private let logger = Logger(label: "koers.eraser")
  private let rounds: Rounds

  private var keys: StreamKeys { StreamKeys(of: stage.log, in: stage.owner) }

  init(_ stage: Stage, door: Door) {
    self.stage = stage
    self.door = door
    commands = LogGateway(stage.log)
    rounds = Rounds(tellingOf: "an erasure could not be carried out", to: logger)
  }

  func run() async throws {
    await rounds.complete { try await eraseAgain() }
    await rounds.run { try await carryOutApproved(but: $0) }
  }

  /// An erasure that a second person approved.
  private struct Approved: Sendable {
    let id: ErasureID
    let account: AccountID
    let person: PersonID

    var stream: StreamName { StreamName(Account.category, account.identity) }
  }

  /// Carries out what is approved; one making anew of the read models is enough for all of it.
  ///
  /// Should two nodes be at it, the second does again what the first did, which changes nothing.
  /// - Parameter done: what this node carried out before, which the read models may not know yet.
  /// - Returns: what it carried out.
  /// - Throws: `NothingErased`, and what kept the read models from being made or the log from being told.
  private func carryOutApproved(but done: Set<ErasureID>) async throws -> [ErasureID] {
    let approved = try await approved().filter { !done.contains($0.id) }
    guard !approved.isEmpty else { return [] }
    let models = stage.projections.names(taking: Account.category)
    var proofs: [(erasure: Approved, proof: Account.ErasureProof)] = []
    for erasure in approved {
      // One that cannot be carried out is in nobody else's way.
      let proof = await rounds.attempt { try await clear(erasure, modelCount: models.count) }
      if let proof { proofs.append((erasure, proof)) }
    }
    guard !proofs.isEmpty else { throw NothingErased() }
    try await stage.installer.rebuild(models, acceptsDifferences: true)
    for (erasure, proof) in proofs {
      try await complete(erasure, with: proof)
      // For whoever was reading it when the key was destroyed.
      try await keys.forget(erasure.stream)
    }
    return proofs.map(\.erasure.id)
  }

  /// Destroys the key, and takes away what lies outside the log and the read models.
  private func clear(
    _ erasure: Approved, modelCount: Int
  ) async throws -> Account.ErasureProof {
    let destruction = try await keys.destroy(keyOf: erasure.stream)
    let signInCount = try await door.forget(erasure.person, for: erasure.id)
    try await Door.sweep(stage.owner)
    return Account.ErasureProof(
      destroyedAt: Instant(seconds: Int(destruction.at.timeIntervalSince1970)),
      eventCount: destruction.encryptedCount, readModelCount: modelCount,
      signInCount: signInCount,
      clearEventCount: try await clearCount(erasure.stream, destruction))
  }

  /// Erases again whom a backup brought back: keys of before an erasure, or a log of before it with the keys of today.
  private func eraseAgain() async throws {
    let restored = try await stage.owner.run(
      """
      SELECT account.key, account.person, account.name <> \(Account.Profile.erased.name) AS is_named
      FROM account JOIN keyring.stream_key k ON k.stream_id = account.key AND k.category = 'account'
      WHERE (k.destroyed_at IS NULL) = EXISTS (
          SELECT FROM erasure WHERE erasure.account = account.key AND standing = 'carriedOut')
        AND NOT EXISTS (
          SELECT FROM erasure WHERE erasure.account = account.key AND standing = 'approved')
      """)
    var isNamed = false
    for row in restored {
      let account: AccountID = try row["key"]
      try await keys.destroy(keyOf: StreamName(Account.category, account.identity))
      try await door.forget(try row["person"])
      if try row["is_named"] { isNamed = true }
      logger.notice("an erased account came back, and was erased again")
    }
    if !restored.isEmpty { try await Door.sweep(stage.owner) }
    // Rows that name nobody were made without the key.
    guard isNamed else { return }
    try await stage.installer.rebuild(
      stage.projections.names(taking: Account.category), acceptsDifferences: true)
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

/// None of the erasures that are approved could be carried out; each said why.
struct NothingErased: Error {}
