import Crypto
public import EventSourcing
import Foundation
import Postgres

/// The keys of streams, as the database keeps them wrapped.
///
/// Reading asks for keys each time, so that a key that was destroyed on any node opens nothing any more. Writing
/// remembers them: what is encrypted under a key that is gone by then is gone from the start.
struct Keyring: Sendable {
  private typealias Standing = Result<KeyStanding, any Error>

  let wrapping: KeyEncryptionKeys
  let log: Int16
  let database: Database
  let remembered = RememberedKeys()
  /// A new key is flushed to disk before it is used; those that are made at the same time are flushed together.
  private let taking: JointQuestion<StreamName, Standing>

  /// - Parameters:
  ///   - log: whose keys they are.
  ///   - database: where keys are looked up.
  ///   - takingDatabase: where new keys are made, which takes a flush each time.
  ///   - wrapping: the keys that wrap them.
  init(
    log: Int16, reading database: Database, taking takingDatabase: Database,
    wrapping: KeyEncryptionKeys
  ) {
    self.log = log
    self.database = database
    self.wrapping = wrapping
    taking = JointQuestion { streams in
      try await Self.taken(streams, log: log, in: takingDatabase, wrapping)
    }
  }

  /// The keys of those of `streams` that have one, or had.
  ///
  /// One that cannot be unwrapped is left out, as if it were not there: it must not keep the others from being read.
  func standings(of streams: Set<StreamName>) async throws -> [StreamName: KeyStanding] {
    let streams = Array(streams)
    let rows = try await database.run(
      """
      SELECT category, stream_id, wrapped, wrapped_by FROM stream_keys(
        \(log), \(streams.map(\.category)), \(streams.map(\.identity.uuid)))
      """)
    return try Self.standings(in: rows, wrapping).compactMapValues { try? $0.get() }
  }

  /// The keys to write to `streams` with; those that have none get one.
  ///
  /// - Throws: `DestroyedKey` when one is destroyed; `UnknownKeyEncryptionKey`, `CryptoKitError` when one was wrapped
  ///   otherwise than this node can unwrap.
  func keys(for streams: [StreamName]) async throws -> [StreamName: StreamKey] {
    var keys = remembered.keys(of: streams)
    let missing = streams.filter { keys[$0] == nil }
    guard !missing.isEmpty else { return keys }
    let taken = try await taking.answers(about: missing)
    for stream in missing {
      switch try taken[stream]?.get() {
      case .present(let key):
        keys[stream] = key
        remembered.remember(key, of: stream)
      case .destroyed: throw DestroyedKey(stream: stream)
      case nil: throw MissingKey(stream: stream)
      }
    }
    return keys
  }

  /// The keys of `streams`, of which those that had none were made.
  private static func taken(
    _ streams: [StreamName], log: Int16, in database: Database, _ wrapping: KeyEncryptionKeys
  ) async throws -> [StreamName: Standing] {
    let candidates = try streams.map { stream in
      try wrapping.present.wrapped(SymmetricKey(size: .bits256), as: StreamKey.name(of: stream))
    }
    let rows = try await database.run(
      """
      SELECT category, stream_id, wrapped, wrapped_by FROM take_stream_keys(
        \(log), \(streams.map(\.category)), \(streams.map(\.identity.uuid)), \(candidates),
        \(wrapping.present.id))
      """)
    return try standings(in: rows, wrapping)
  }

  private static func standings(
    in rows: Rows, _ wrapping: KeyEncryptionKeys
  ) throws -> [StreamName: Standing] {
    var standings: [StreamName: Standing] = [:]
    for row in rows {
      let stream = StreamName(try row["category"], Identity(uuid: try row["stream_id"]))
      standings[stream] = Standing { try standing(of: stream, in: row, wrapping) }
    }
    return standings
  }

  private static func standing(
    of stream: StreamName, in row: Row, _ wrapping: KeyEncryptionKeys
  ) throws -> KeyStanding {
    guard let wrapped = try row["wrapped"] as [UInt8]?, let id = try row["wrapped_by"] as String?
    else { return .destroyed }
    guard let wrapper = wrapping[id] else { throw UnknownKeyEncryptionKey(id: id) }
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

/// A key was asked for and neither given nor refused: a fault of the database.
struct MissingKey: Error {
  let stream: StreamName
}

/// Something about a person should be written whose key was destroyed.
public struct DestroyedKey: Error, CustomStringConvertible {
  public let stream: StreamName

  public var description: String { "The key of \(stream) is destroyed." }
}
