import ArgumentParser
import Domain
import EventSourcing
import EventStore

/// `koers verify`.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the log and the read models against what they promise.",
    discussion: "Ends with status 1 and a line for each finding when something is wrong.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      let (head, findings) = try await onStage(settings) { stage in
        try await stage.log.checkOwner(in: stage.owner)
        let verification = Verification(
          stage.projections, log: stage.log, database: stage.owner,
          claims: { $0.event.claims(in: $0.stream) })
        return (try await stage.log.head(), try await verification.findings())
      }
      for finding in findings { print(finding) }
      guard findings.isEmpty else { throw ExitCode(1) }
      print("\(head) events and every read model are as promised")
    }
  }
}
