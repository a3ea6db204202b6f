import ArgumentParser
import Foundation
import Logging
import Postgres

/// `koers-bench server`: the private PostgreSQL that everything is measured on, with the settings that
/// `koers serve` gives its own.
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server", abstract: "Run a private PostgreSQL until standard input ends.")

  @Option(help: "Where its data are kept.")
  var dataDir: String

  func run() async throws {
    var configuration = PrivateServer.Configuration(directory: dataDir)
    configuration.connectionsMax = 400
    let server = try await PrivateServer.start(
      configuration, logger: Logger(label: "koers.postgres"))
    Swift.print(server.connectionString())
    fflush(nil)
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        while readLine() != nil {}
        continuation.resume()
      }
    }
    await server.stop()
  }
}
