import Foundation

/// Who may enter the private server: the user of this program, as the owner or as one of the roles
/// that were named, each as itself.
///
/// The operating system says who is at the other end of the socket, so there are no passwords to keep.
/// A role that enters as itself has nothing to fall back to: what `RESET ROLE` gives is that role.
struct ServerEntrance: Sendable {
  let directory: ServerDirectory
  let roles: [String]

  private var rules: String { "\(directory.path)/pg_hba.conf" }
  private var names: String { "\(directory.path)/pg_ident.conf" }

  /// What the server is started with.
  var settings: [String] { ["hba_file=\(rules)", "ident_file=\(names)"] }

  /// Writes the server's rules, which hold for as long as it runs.
  func write() throws(PrivateServerError) {
    let users = Set([geteuid(), directory.user.identity]).compactMap(Self.name(of:)).sorted()
    let lines = users.flatMap { user in
      roles.map { #"koers "\#(user)" "\#($0)""# }
    }
    // Without a name of its own in the system a user cannot be told by it; the socket's folder is
    // closed to all others.
    let method = users.isEmpty ? "trust" : "peer map=koers"
    try write("local all all \(method)\n", to: rules)
    try write(lines.joined(separator: "\n") + "\n", to: names)
  }

  private func write(_ text: String, to path: String) throws(PrivateServerError) {
    let new = "\(path).new"
    unlink(new)
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw unwritable(path) }
    let bytes = Array(text.utf8)
    let count = Glibc.write(descriptor, bytes, bytes.count)
    fchown(descriptor, directory.user.identity, directory.user.group)
    close(descriptor)
    guard count == bytes.count, rename(new, path) == 0 else { throw unwritable(path) }
  }

  private func unwritable(_ path: String) -> PrivateServerError {
    .unusable(path: path, reason: String(cString: strerror(errno)))
  }

  private static func name(of user: uid_t) -> String? {
    getpwuid(user).map { String(cString: $0.pointee.pw_name) }
  }
}
