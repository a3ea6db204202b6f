/// Why the private PostgreSQL could not be started, as a sentence for the operator.
public enum PrivateServerError: Error, Equatable, CustomStringConvertible {
  /// No folder with PostgreSQL's server programs was found.
  case noPrograms(searched: [String])
  /// The data were written by a version of PostgreSQL that is not installed.
  case noProgramsForData(version: String, directory: String)
  /// Started by root, but the system has no user `postgres` to run the server as.
  case noUser
  /// Another process holds the data directory.
  case inUse(directory: String, process: Int32?)
  /// The data directory or a folder above it cannot be used by the server's user.
  case unusable(path: String, reason: String)
  /// A server left behind by an earlier run does not stop.
  case leftover(process: Int32)
  /// A program of PostgreSQL could not be started or failed; `output` is the end of what it said.
  case failed(program: String, output: String)
  /// The server did not accept connections in time; `output` is the end of its log.
  case notReady(log: String, output: String)

  public var description: String {
    switch self {
    case .noPrograms(let searched):
      "PostgreSQL's server programs were not found in \(searched.joined(separator: ", ")):"
        + " install the package postgresql, or name the folder that holds initdb and postgres."
    case .noProgramsForData(let version, let directory):
      "\(directory) was written by PostgreSQL \(version), which is not installed:"
        + " install postgresql-\(version), or name the folder that holds its programs."
    case .noUser:
      "PostgreSQL refuses to run as root and there is no user postgres:"
        + " install the package postgresql, or start as another user."
    case .inUse(let directory, let process):
      "The data directory \(directory) is in use by another koers"
        + (process.map { " (process \($0))." } ?? ".")
    case .unusable(let path, let reason):
      "The data directory \(path) cannot be used: \(reason)."
    case .leftover(let process):
      "A PostgreSQL of an earlier run (process \(process)) does not stop: end it first."
    case .failed(let program, let output):
      "\(program) failed: \(output)"
    case .notReady(let log, let output):
      "PostgreSQL did not start; \(log) ends with: \(output)"
    }
  }
}
