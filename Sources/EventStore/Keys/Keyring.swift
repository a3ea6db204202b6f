import Crypto
public import EventSourcing
import Foundation
import Postgres

/// The keys of streams, as the database keeps them wrapped.
///
/// Reading asks for keys each time, so that a key that was destroyed on any node opens nothing any more. Writing
/// remembers them: what is encrypted under a key that is gone by then is gone from the start.
struct Keyring: Sendable {
  let log: Int16
  let database: Database
  let wrapping: KeyEncryptionKeys
  private let remembered = RememberedKeys()

  init(log: Int16, database: Database, wrapping: KeyEncryptionKeys) {
    self.log = log
    self.database = database
    self.wrapping = wrapping
  }

  /// The keys of those of `streams` that have one, or had.
  ///
  /// One that cannot be unwrapped is left out, as if it were not there: it must not keep the others from being read.
  func standings(of streams: Set<StreamName>) async throws -> [StreamName: KeyStanding] {
    let streams = Array(streams)
    let rows = try await database.run(
      """
      SELECT k.category, k.stream_id, k.wrapped, k.wrapped_by
      FROM unnest(\(streams.map(\.category)), \(streams.map(\.identity.uuid))) AS s(category, stream)
      JOIN keyring.stream_key k
        ON k.log_id = \(log) AND k.stream_id = s.stream AND k.category = s.category
      """)
    var standings: [StreamName: KeyStanding] = [:]
    for row in rows {
      let (stream, standing) = try (Self.stream(of: row), Result { try self.standing(in: row) })
      standings[stream] = try? standing.get()
    }
    return standings
  }

  /// The keys to write to `streams` with; those that have none get one.
  ///
  /// - Throws: `DestroyedKey` when one is destroyed; `UnknownKeyEncryptionKey`, `CryptoKitError` when one was wrapped
  ///   otherwise than this node can unwrap.
  func keys(for streams: [StreamName]) async throws -> [StreamName: StreamKey] {
    var keys = remembered.keys(of: streams)
    let missing = streams.filter { keys[$0] == nil }
    guard !missing.isEmpty else { return keys }
    let candidates = try missing.map { stream in
      try wrapping.present.wrapped(SymmetricKey(size: .bits256), as: StreamKey.name(of: stream))
    }
    let rows = try await database.run(
      """
      SELECT category, stream_id, wrapped, wrapped_by FROM take_stream_keys(
        \(log), \(missing.map(\.category)), \(missing.map(\.identity.uuid)), \(candidates),
        \(wrapping.present.id))
      """)
    for row in rows {
      let stream = try Self.stream(of: row)
      switch try standing(in: row) {
      case .present(let key):
        keys[stream] = key
        remembered.remember(key, of: stream)
      case .destroyed: throw DestroyedKey(stream: stream)
      }
    }
    return keys
  }

  private static func stream(of row: Row) throws -> StreamName {
    StreamName(try row["category"], Identity(uuid: try row["stream_id"]))
  }

  private func standing(in row: Row) throws -> KeyStanding {
    guard let wrapped = try row["wrapped"] as [UInt8]?, let id = try row["wrapped_by"] as String?
    else { return .destroyed }
    guard let wrapper = wrapping[id] else { throw UnknownKeyEncryptionKey(id: id) }
    let stream = try Self.stream(of: row)
    return .present(
      StreamKey(try wrapper.unwrapped(wrapped, as: StreamKey.name(of: stream)), of: stream))
  }
}

/// A key in the database was wrapped by a key-encryption key that this node was not given.
public struct UnknownKeyEncryptionKey: Error, CustomStringConvertible {
  /// The beginning of its SHA-256.
  public let id: String

  public var description: String {
    "Keys in the database are wrapped by key-encryption key \(id), which this program was not given."
  }
}

/// Something about a person should be written whose key was destroyed.
public struct DestroyedKey: Error, CustomStringConvertible {
  public let stream: StreamName

  public var description: String { "The key of \(stream) is destroyed." }
}
