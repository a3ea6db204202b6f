import Foundation

/// The folder that holds `initdb` and `postgres`, and the user they run as.
struct ServerPrograms: Sendable {
  let folder: String
  let user: ServerUser

  private static let debian = "/usr/lib/postgresql"

  /// Finds the programs: the folder that was named, else the version that wrote the data, else the
  /// newest installed one, else whatever is on the path.
  init(named folder: String?, forDataOf version: String?, in directory: String)
    throws(PrivateServerError)
  {
    user = try ServerUser()
    if let folder {
      guard Self.isComplete(folder) else { throw .noPrograms(searched: [folder]) }
      self.folder = folder
    } else if let version {
      let candidates = ["\(Self.debian)/\(version)/bin"] + Self.onPath()
      guard
        let found = candidates.first(where: { Self.isComplete($0) && Self.version($0) == version })
      else { throw .noProgramsForData(version: version, directory: directory) }
      self.folder = found
    } else {
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: Self.debian)) ?? []
      let newest = versions.compactMap { Int($0) }.sorted(by: >)
        .map { "\(Self.debian)/\($0)/bin" }.first(where: Self.isComplete)
      guard let found = newest ?? Self.onPath().first else {
        throw .noPrograms(searched: [Self.debian, "PATH"])
      }
      self.folder = found
    }
  }

  /// The command line that runs one of the programs as the server's user.
  func command(_ program: String, _ arguments: [String]) -> [String] {
    user.prefix + ["\(folder)/\(program)"] + arguments
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["initdb", "postgres"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
    }
  }

  private static func onPath() -> [String] {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
      .filter(isComplete)
  }

  /// The major version of the programs in `folder`: 15 for `postgres (PostgreSQL) 15.20`.
  private static func version(_ folder: String) -> String? {
    let postgres = Process()
    let output = Pipe()
    postgres.executableURL = URL(fileURLWithPath: "\(folder)/postgres")
    postgres.arguments = ["--version"]
    postgres.standardOutput = output
    guard (try? postgres.run()) != nil,
      let text = try? output.fileHandleForReading.readToEnd()
    else { return nil }
    postgres.waitUntilExit()
    let number = String(decoding: text, as: UTF8.self).split(separator: " ").dropFirst(2).first
    return number?.prefix { $0 != "." && $0 != "\n" }.description
  }
}

/// Whom the server runs as: ourselves, or `postgres` when we are root.
struct ServerUser: Sendable {
  let identity: uid_t
  let group: gid_t
  /// What goes before a command so that it runs as this user.
  let prefix: [String]

  init() throws(PrivateServerError) {
    guard geteuid() == 0 else {
      identity = geteuid()
      group = getegid()
      prefix = []
      return
    }
    guard let entry = getpwnam("postgres")?.pointee else { throw .noUser }
    identity = entry.pw_uid
    group = entry.pw_gid
    prefix = ["/usr/bin/setpriv", "--reuid=\(identity)", "--regid=\(group)", "--clear-groups"]
  }
}
