import ArgumentParser
import EventStore
import Foundation
import NIOCore
import Postgres

/// Runs the body of a command; whatever goes wrong ends in one sentence and a status that says of what
/// kind it was (sysexits.h).
func ending(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let exit as ExitCode {
    throw exit
  } catch {
    let (sentence, status) = explanation(of: error)
    FileHandle.standardError.write(Data("koers: \(sentence)\n".utf8))
    throw ExitCode(status)
  }
}

/// The sentence and the status (sysexits.h) for what went wrong.
private func explanation(of error: any Error) -> (sentence: String, status: Int32) {
  switch error {
  case let error as SettingsError: ("\(error)", 78)
  case let error as ForeignLog: ("\(error)", 78)
  case let error as SimulationError: ("\(error)", error.status)
  case let error as PrivateServerError: ("\(error)", 69)
  case let error as PostgresError:
    ("The database cannot be used: \(oneLine(error.message))", error.isTransient ? 69 : 70)
  case let error as IOError where error.errnoCode == EADDRINUSE:
    ("The port is taken by another program; choose one with --port.", 69)
  case let error as IOError where error.errnoCode == EACCES:
    ("The port may not be used by this user; choose one above 1023 with --port.", 69)
  case let error as IOError: ("The address cannot be listened on: \(error).", 69)
  default: ("\(error)", 70)
  }
}

/// libpq writes a line for each address it tried.
private func oneLine(_ message: String) -> String {
  message.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    .joined(separator: " ")
}
