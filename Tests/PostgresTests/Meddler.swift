import Foundation
import Glibc

/// Stands between a client and a server and passes on what they say, until it is told to break in.
///
/// It makes happen, surely and each time, what a broken network or a dying server does once in a
/// million times.
final class Meddler: Sendable {
  /// What becomes of a message from the server.
  enum Decision: Sendable {
    case pass
    /// The client hears neither this nor anything more.
    case hangUp
    /// The client hears this instead, and then nothing more.
    case say([UInt8])
  }

  /// What becomes of a message of a type, after the server said that it had done what the tag tells.
  typealias Rule = @Sendable (_ message: Character, _ tag: String) -> Decision

  /// Where the client finds it: the folder of its socket.
  let directory: String
  private let descriptor: Int32

  /// Listens in a folder of its own, in front of the socket in the folder `server`.
  init(before server: String, _ rule: @escaping Rule) throws {
    directory = try UnixSocket.makeFolder()
    descriptor = try UnixSocket.listening(in: directory)
    Thread.detachNewThread { [descriptor] in
      while case let client = accept(descriptor, nil, nil), client >= 0 {
        guard let upstream = try? UnixSocket.connected(to: "\(server)/.s.PGSQL.5432") else {
          close(client)
          continue
        }
        let line = Line(client: client, server: upstream)
        Thread.detachNewThread { line.passOnRequests() }
        Thread.detachNewThread { line.passOnAnswers(rule) }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// What a server says when somebody ends its connection.
  static let goodbye: [UInt8] = {
    var body: [UInt8] = []
    for field in ["SFATAL", "VFATAL", "C57P01", "Mterminating connection"] {
      body += field.utf8
      body.append(0)
    }
    body.append(0)
    let head: [UInt8] = [UInt8(ascii: "E"), 0, 0, 0, UInt8(body.count + 4)]
    return head + body
  }()
}

/// One client's connection and the one to the server that belongs to it.
private final class Line: Sendable {
  private let client: Int32
  private let server: Int32

  init(client: Int32, server: Int32) {
    self.client = client
    self.server = server
  }

  deinit {
    close(client)
    close(server)
  }

  func passOnRequests() {
    while let bytes = receive(from: client, atMost: 65_536) {
      guard send(bytes, to: server) else { break }
    }
    hangUp()
  }

  func passOnAnswers(_ rule: Meddler.Rule) {
    var tag = ""
    while let head = receive(from: server, exactly: 5) {
      let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
      guard let body = receive(from: server, exactly: length - 4) else { break }
      let type = Character(UnicodeScalar(head[0]))
      if type == "C" { tag = String(decoding: body.dropLast(), as: UTF8.self) }
      switch rule(type, tag) {
      case .pass:
        guard send(head + body, to: client) else { return hangUp() }
      case .hangUp: return hangUp()
      case .say(let bytes):
        _ = send(bytes, to: client)
        return hangUp()
      }
    }
    hangUp()
  }

  private func hangUp() {
    shutdown(client, Int32(SHUT_RDWR))
    shutdown(server, Int32(SHUT_RDWR))
  }

  private func receive(from descriptor: Int32, atMost count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let received = recv(descriptor, &bytes, count, 0)
    return received > 0 ? Array(bytes.prefix(received)) : nil
  }

  private func receive(from descriptor: Int32, exactly count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = receive(from: descriptor, atMost: count - bytes.count) else { return nil }
      bytes += more
    }
    return bytes
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
