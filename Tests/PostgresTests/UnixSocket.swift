import Foundation
import Glibc

/// Unix sockets as PostgreSQL uses them: a folder with `.s.PGSQL.5432` in it.
enum UnixSocket {
  /// A new folder of which the path is short enough for a socket.
  static func makeFolder() throws -> String {
    var template = Array("/tmp/koers-test-\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw failure() }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A socket in `folder` that takes connections.
  static func listening(in folder: String) throws -> Int32 {
    let descriptor = try make()
    let status = withAddress("\(folder)/.s.PGSQL.5432") { bind(descriptor, $0, $1) }
    guard status == 0, listen(descriptor, 64) == 0 else {
      close(descriptor)
      throw failure()
    }
    return descriptor
  }

  /// A connection to whoever listens at `path`.
  static func connected(to path: String) throws -> Int32 {
    let descriptor = try make()
    guard withAddress(path, { connect(descriptor, $0, $1) }) == 0 else {
      close(descriptor)
      throw failure()
    }
    return descriptor
  }

  private static func make() throws -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw failure() }
    return descriptor
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { place in
      place.copyBytes(from: Array(path.utf8).prefix(place.count - 1))
    }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  private static func failure() -> POSIXError { POSIXError(.init(rawValue: errno) ?? .EIO) }
}
