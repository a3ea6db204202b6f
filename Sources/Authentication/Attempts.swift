import Credentials
import Foundation
import Postgres

/// Who is trying to sign in, as failures are counted: an account by its mail address, a code, a network address.
enum Trier: Hashable, Sendable {
  case account(mail: String)
  case secondFactor(mail: String)
  case address(String)

  var subject: String {
    switch self {
    case .account(let mail): "account \(mail)"
    case .secondFactor(let mail): "code \(mail)"
    case .address(let address): "address \(address)"
    }
  }

  var delay: SignInDelay {
    switch self {
    case .account: .account
    case .secondFactor: .secondFactor
    case .address: .address
    }
  }
}

/// Counts failed attempts to sign in, for every node together.
struct Attempts: Sendable {
  let database: Database

  /// Counts one attempt as failed before it is made, for each trier, unless one of them has to wait.
  ///
  /// - Returns: how many seconds there are to wait; 0 when the attempt may be made.
  func begin(_ triers: [Trier], at now: Date) async throws -> Int {
    let seconds = Int(now.timeIntervalSince1970)
    // In one order, so that two attempts never wait for each other.
    let ordered = triers.sorted { $0.subject < $1.subject }
    return try await database.transaction { session in
      var waits = 0
      for trier in ordered {
        // The row is there before it is locked, so that two first attempts are told apart as well.
        let rows = try await session.batch([
          """
          INSERT INTO sign_in_failure (subject, count, last_at)
          VALUES (\(trier.subject), 0, \(now)) ON CONFLICT DO NOTHING
          """,
          """
          SELECT count, last_at FROM sign_in_failure WHERE subject = \(trier.subject) FOR UPDATE
          """,
        ])
        let former = try SignInFailures(rows[1].only())
        let wait = former.count == 0 ? 0 : trier.delay.wait(after: former, at: seconds)
        waits = max(waits, wait)
        let counted = trier.delay.failures(
          after: former.count == 0 ? nil : former, failingAt: seconds)
        if wait == 0 { try await session.run(Self.keeping(counted, of: trier)) }
      }
      return waits
    }
  }

  /// How many seconds `trier` has to wait before the next attempt; 0 when it may be made.
  func wait(of trier: Trier, at now: Date) async throws -> Int {
    let rows = try await database.run(
      "SELECT count, last_at FROM sign_in_failure WHERE subject = \(trier.subject) AND count > 0")
    guard let row = rows.first else { return 0 }
    return trier.delay.wait(
      after: try SignInFailures(row), at: Int(now.timeIntervalSince1970))
  }

  /// Takes one attempt back that turned out right, and forgets failures long past.
  func succeed(_ triers: [Trier], at now: Date) async throws {
    let longAgo = now.addingTimeInterval(-Double(SignInDelay.secondFactor.forgottenAfterSeconds))
    try await database.batch(
      triers.map { trier in
        """
        UPDATE sign_in_failure SET count = greatest(count - 1, 0) WHERE subject = \(trier.subject)
        """
      } + ["DELETE FROM sign_in_failure WHERE last_at < \(longAgo)"])
  }

  private static func keeping(_ failures: SignInFailures, of trier: Trier) -> Statement {
    """
    UPDATE sign_in_failure SET count = \(failures.count),
      last_at = \(Date(timeIntervalSince1970: Double(failures.lastAt)))
    WHERE subject = \(trier.subject)
    """
  }
}

extension SignInFailures {
  fileprivate init(_ row: Row) throws {
    let last: Date = try row["last_at"]
    self.init(count: try row["count"], lastAt: Int(last.timeIntervalSince1970))
  }
}
