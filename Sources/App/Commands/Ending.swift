import ArgumentParser
import Foundation
import Postgres

/// Runs the body of a command; whatever goes wrong ends in one sentence and a status that says of what
/// kind it was (sysexits.h).
func ending(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let exit as ExitCode {
    throw exit
  } catch {
    let status: Int32 =
      switch error {
      case is SettingsError: 78  // EX_CONFIG
      case is PrivateServerError: 69  // EX_UNAVAILABLE
      default: 70  // EX_SOFTWARE
      }
    FileHandle.standardError.write(Data("koers: \(error)\n".utf8))
    throw ExitCode(status)
  }
}
