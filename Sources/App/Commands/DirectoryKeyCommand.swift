import ArgumentParser
import Credentials

/// Makes a key for the organisation's directory; nothing is kept of it here.
struct DirectoryKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory-key",
    abstract: "Print a new key for the organisation's directory, and the digest for scim-keys.")

  func run() {
    var generator = SystemRandomNumberGenerator()
    let key = OneTimeToken(using: &generator)
    print("key \(key.written)")
    print("digest \(key.digest)")
  }
}
