import ArgumentParser
import EventStore

/// `koers keys`.
struct Keys: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look after the keys under which personal data in the log lie.",
    subcommands: [Rewrap.self])

  /// `koers keys rewrap`.
  struct Rewrap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Wrap every key by the present key-encryption key.",
      discussion:
        "Run it after key-encryption-key was changed and the one before it was given as"
        + " former-key-encryption-key, which is needed no more afterwards.")

    @OptionGroup var options: StoreOptions

    func run() async throws {
      try await ending {
        let settings = try await options.settings()
        StructuredLog.start(settings)
        let count = try await onStage(settings) { stage in
          try await stage.prepareLog()
          return try await StreamKeys(of: stage.log, in: stage.owner).rewrap()
        }
        print("wrapped \(count) keys anew")
      }
    }
  }
}
