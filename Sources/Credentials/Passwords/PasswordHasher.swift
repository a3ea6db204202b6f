/// Hashes and checks passwords on threads of its own, a few at a time.
///
/// One hash takes 128 MiB and a third of a second: on the event loop it would hold up every page, and
/// without a bound a crowd at the door would take all memory.
public final class PasswordHasher: Sendable {
  /// Why a password was neither hashed nor checked.
  ///
  /// It says nothing of the password.
  public enum Refusal: Error, Hashable, Sendable {
    /// Too many wait already; ask for patience with 503 and Retry-After.
    case busy
    /// Whoever asked went away while waiting.
    case cancelled
    /// There was no memory for it.
    case outOfMemory
  }

  private let cost: ScryptCost
  private let threads: BoundedThreads

  /// - Parameters:
  ///   - atOnce: how many are hashed at a time, each in 128 MiB.
  ///   - waitingMax: how many more may wait for their turn.
  public convenience init(atOnce: Int = 2, waitingMax: Int = 32) {
    self.init(cost: .today, threads: BoundedThreads(atOnce: atOnce, waitingMax: waitingMax))
  }

  init(cost: ScryptCost, threads: BoundedThreads) {
    self.cost = cost
    self.threads = threads
  }

  /// What to keep of a new password, which a `PasswordRule` has allowed.
  public func hash(
    _ password: Password, salt: PasswordHash.Salt
  ) async throws(Refusal) -> PasswordHash {
    try await run { [cost] in
      Result { () throws(ScryptFailure) in
        try PasswordHash(of: password, salt: salt, cost: cost)
      }
    }
  }

  /// Whether this is the password of an account.
  ///
  /// - Parameters:
  ///   - password: what was typed.
  ///   - hash: what the account keeps; nil when there is no such account, or it has no password. It
  ///     then costs as much to say no, so that nobody can time who has an account.
  /// - Returns: never true without a hash.
  /// - Throws: `Refusal` when it was not looked at.
  public func isRight(
    _ password: Password, for hash: PasswordHash?
  ) async throws(Refusal) -> Bool {
    let hash = hash ?? .decoy(cost: cost)
    return try await run {
      Result { () throws(ScryptFailure) in try hash.isOf(password) }
    }
  }

  private func run<Answer: Sendable>(
    _ work: @escaping @Sendable () -> Result<Answer, ScryptFailure>
  ) async throws(Refusal) -> Answer {
    switch await threads.run(work) {
    case .success(.success(let answer)): return answer
    case .success(.failure): throw .outOfMemory
    case .failure(.full): throw .busy
    case .failure(.cancelled): throw .cancelled
    }
  }
}
