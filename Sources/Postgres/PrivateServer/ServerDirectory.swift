import Foundation

/// Everything the private server keeps on disk, held by at most one process.
///
/// ```
/// lock               flock of the process that uses it, which writes its number here
/// data/              PostgreSQL's own
/// socket/            the unix socket, unless the path is too long for one
/// socket-directory   where the socket is instead
/// postgres.log       what the server says
/// pg_hba.conf        who may enter, with pg_ident.conf; written at each start
/// ```
struct ServerDirectory: Sendable {
  let path: String
  let user: ServerUser
  private let lock: Int32

  var data: String { "\(path)/data" }
  var log: String { "\(path)/postgres.log" }
  /// Where a new cluster is made before it takes its place, so a killed one is never used.
  var unfinished: String { "\(path)/data.unfinished" }
  private var record: String { "\(path)/socket-directory" }

  /// Makes the directory when it is not there, and takes it for this process.
  init(_ path: String, for user: ServerUser) throws(PrivateServerError) {
    self.path = path
    self.user = user
    try Self.make(path, for: user)
    try Self.checkReachable(path, for: user)
    let lockPath = "\(path)/lock"
    lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else {
      throw .unusable(path: path, reason: "\(lockPath): \(String(cString: strerror(errno)))")
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      let holder = (try? String(contentsOfFile: lockPath, encoding: .utf8)) ?? ""
      let process = Int32(holder.trimmingCharacters(in: .whitespacesAndNewlines))
      throw .inUse(directory: path, process: process)
    }
    ftruncate(lock, 0)
    let line = Array("\(getpid())\n".utf8)
    pwrite(lock, line, line.count, 0)
  }

  /// Gives the directory back.
  func release() { close(lock) }

  /// The major version of PostgreSQL that wrote the data in `path`; nil when there are none.
  static func version(in path: String) -> String? {
    (try? String(contentsOfFile: "\(path)/data/PG_VERSION", encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Opens the log for appending; one that has grown past 16 MiB is set aside first.
  func openLog() throws(PrivateServerError) -> Int32 {
    var status = stat()
    if stat(log, &status) == 0, status.st_size > 16 << 20 { rename(log, "\(log).old") }
    let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw .unusable(path: log, reason: String(cString: strerror(errno)))
    }
    fchown(descriptor, user.identity, user.group)
    return descriptor
  }

  /// Whether the server's note of itself says that it takes connections.
  ///
  /// The note may be an old server's, so it spares a connection that would be refused and logged; it
  /// proves nothing.
  var noteSaysReady: Bool {
    let note = (try? String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8)) ?? ""
    return note.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(7).first?
      .hasPrefix("ready") ?? false
  }

  /// Takes away the lock files that say nothing, which a server leaves that is killed as it begins.
  ///
  /// PostgreSQL does not start beside an empty one and asks a person to look. Nobody else can have begun here: the
  /// directory is ours, and no server is at work in it.
  func clearEmptyLocks(of socket: String) {
    for file in ["\(data)/postmaster.pid", "\(socket)/.s.PGSQL.5432.lock"] {
      var status = stat()
      if lstat(file, &status) == 0, status.st_size == 0 { unlink(file) }
    }
  }

  /// The end of what the server said.
  func logTail() -> String {
    guard let file = FileHandle(forReadingAtPath: log) else { return "" }
    defer { try? file.close() }
    let length = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: length > 2048 ? length - 2048 : 0)
    let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").suffix(4).joined(separator: " | ")
  }

  /// The folder of the unix socket: inside the directory when its path fits one, else a private
  /// temporary folder, remembered so that the next start finds it again.
  func socketDirectory() throws(PrivateServerError) -> String {
    let inside = "\(path)/socket"
    if Self.fitsSocket(inside) {
      try Self.make(inside, for: user)
      return inside
    }
    if let recorded = try? String(contentsOfFile: record, encoding: .utf8),
      isOurs(recorded)
    {
      return recorded
    }
    var template = Array("/tmp/koers-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .unusable(path: "/tmp", reason: String(cString: strerror(errno)))
    }
    let outside = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chown(outside, user.identity, user.group)
    guard (try? outside.write(toFile: record, atomically: true, encoding: .utf8)) != nil else {
      throw .unusable(path: record, reason: "it cannot be written")
    }
    return outside
  }

  /// Where the server that runs in `path` has its socket.
  static func knownSocketDirectory(in path: String) -> String {
    let inside = "\(path)/socket"
    let recorded = try? String(contentsOfFile: "\(path)/socket-directory", encoding: .utf8)
    return fitsSocket(inside) ? inside : recorded ?? inside
  }

  /// Removes the temporary folder of the socket, if there was one.
  func forgetSocketDirectory() {
    guard let recorded = try? String(contentsOfFile: record, encoding: .utf8) else { return }
    rmdir(recorded)
    unlink(record)
  }

  private func isOurs(_ folder: String) -> Bool {
    var status = stat()
    return lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == user.identity && status.st_mode & 0o077 == 0
  }

  /// A socket's path holds at most 107 bytes, and the server reads a list of folders here.
  private static func fitsSocket(_ folder: String) -> Bool {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8)
    return folder.utf8.count <= 90 && folder.utf8.allSatisfy(plain.contains)
  }

  private static func make(_ folder: String, for user: ServerUser) throws(PrivateServerError) {
    let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    do {
      try FileManager.default.createDirectory(
        atPath: (folder as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    } catch {
      throw .unusable(path: folder, reason: "the folder above it cannot be made")
    }
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw .unusable(path: folder, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unusable(path: folder, reason: "it is not a directory")
    }
    if geteuid() == 0 { chown(folder, user.identity, user.group) }
    guard geteuid() == 0 || status.st_uid == user.identity else {
      throw .unusable(path: folder, reason: "it belongs to another user")
    }
    do {
      try FileManager.default.setAttributes(owner, ofItemAtPath: folder)
    } catch {
      throw .unusable(path: folder, reason: "its permissions cannot be set")
    }
  }

  /// Root sees every folder; the server's user must be let through each of them too.
  private static func checkReachable(_ path: String, for user: ServerUser)
    throws(PrivateServerError)
  {
    var folder = (path as NSString).deletingLastPathComponent
    while true {
      var status = stat()
      guard stat(folder, &status) == 0 else {
        throw .unusable(path: path, reason: "\(folder): \(String(cString: strerror(errno)))")
      }
      let bit: mode_t =
        status.st_uid == user.identity ? 0o100 : status.st_gid == user.group ? 0o010 : 0o001
      guard status.st_mode & bit != 0 || user.prefix.isEmpty else {
        throw .unusable(
          path: path,
          reason: "\(folder) is closed to user postgres, whom the server runs as;"
            + " choose a directory elsewhere, such as /var/lib/koers")
      }
      guard folder != "/" else { return }
      folder = (folder as NSString).deletingLastPathComponent
    }
  }
}
