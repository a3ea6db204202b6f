import EventStore
import Foundation

/// What wraps the keys of personal data, as the operator gave it.
struct KeyEncryptionSettings: Sendable {
  /// Nil when none was given, and one of our own is kept in the data directory.
  private let given: [UInt8]?
  /// What wrapped them before.
  private let former: [UInt8]?

  init(_ values: SettingValues) throws(SettingsError) {
    let said = try values.keyIfAny(.keyEncryptionKey)
    let path = try values.textIfAny(.keyEncryptionKeyFile)
    guard said == nil || path == nil else { throw .malformed(.keyEncryptionKey) }
    given = if let path { try Self.key(at: path) } else { said }
    former = try values.keyIfAny(.formerKeyEncryptionKey)
  }

  private static func key(at path: String) throws(SettingsError) -> [UInt8] {
    guard let kept = FileManager.default.contents(atPath: path) else {
      throw .malformed(.keyEncryptionKeyFile)
    }
    let key = kept.count == 32 ? kept : Data(base64Encoded: kept, options: .ignoreUnknownCharacters)
    guard let key, key.count == 32 else { throw .malformed(.keyEncryptionKeyFile) }
    return Array(key)
  }

  /// The keys; one that nobody gave is made and kept in `directory`.
  ///
  /// - Throws: `KeyFileError` when it cannot be kept.
  func keys(in directory: String) throws -> KeyEncryptionKeys {
    let bytes = try given ?? KeyFile.keyEncryption(in: directory).key()
    guard let present = KeyEncryptionKey(bytes) else {
      throw SettingsError.malformed(.keyEncryptionKey)
    }
    return KeyEncryptionKeys(
      present, former: former.flatMap(KeyEncryptionKey.init).map { [$0] } ?? [])
  }
}
