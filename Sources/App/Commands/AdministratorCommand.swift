import ArgumentParser
import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import Web

/// `koers administrator`.
struct AdministratorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "administrator",
    abstract: "Make an administrator, for when none is left who can come in.",
    discussion:
      "Opens a new account, which pages show with the reason like any other, and prints the link with which"
      + " its password is chosen. The link works once, for three days.")

  @Option(help: "Why; it stays to be read beside the role.")
  var reason: String

  @Option(help: "What the account is called.")
  var name = "Beheerder"

  @OptionGroup var options: SettingsOptions

  func validate() throws {
    guard (try? Prose(reason)) != nil, (try? Line(name)) != nil else {
      throw ValidationError("--reason and --name are texts that are not empty")
    }
  }

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      let administrator = AppointedAdministrator(
        name: try Line(name), reason: try Prose(reason),
        today: Day(Date(), in: Reader.netherlands))
      let token = try await onStage(settings) { stage in
        try await stage.prepareLog()
        let person = try await administrator.open(through: LogGateway(stage.log))
        return try await Door(stage.entrance).link(for: person, to: .invitation, at: Date())
      }
      let origin = settings.origin ?? "http://localhost:\(settings.port)"
      print("administrator \(origin)\(Site.link(token).address)")
    }
  }
}
