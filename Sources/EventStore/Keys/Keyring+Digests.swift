import Crypto
import EventSourcing
import Postgres

/// The key that the digests of commands are made with: one for the whole log, for as long as there are commands to be
/// known again.
extension Keyring {
  /// How the key is bound to `log`.
  static func nameOfDigestKey(in log: Int16) -> [UInt8] { Array("digests/\(log)".utf8) }

  /// What the log remembers of what `envelope` asks.
  ///
  /// - Throws: `UnknownKeyEncryptionKey`, `CryptoKitError` when the key was wrapped otherwise than this node can unwrap;
  ///   why the database cannot be asked for it.
  func digest(of envelope: Envelope) async throws -> CommandDigest {
    if let key = remembered.keyOfDigests { return CommandDigest(envelope, with: key) }
    let key = try await keyOfDigests()
    remembered.keyOfDigests = key
    return CommandDigest(envelope, with: key)
  }

  /// The key there is, or else one that is made now; it is on disk before anything is written with it.
  private func keyOfDigests() async throws -> SymmetricKey {
    let name = Self.nameOfDigestKey(in: log)
    let candidate = try wrapping.present.wrapped(SymmetricKey(size: .bits256), as: name)
    let answers = try await database.batch([
      """
      INSERT INTO keyring.digest_key (log_id, wrapped, wrapped_by)
      VALUES (\(log), \(candidate), \(wrapping.present.id)) ON CONFLICT DO NOTHING
      """,
      "SELECT wrapped, wrapped_by FROM keyring.digest_key WHERE log_id = \(log)",
    ])
    let row = try answers[1].only()
    let id: String = try row["wrapped_by"]
    guard let wrapper = wrapping[id] else { throw UnknownKeyEncryptionKey(id: id) }
    return try wrapper.unwrapped(try row["wrapped"], as: name)
  }
}
