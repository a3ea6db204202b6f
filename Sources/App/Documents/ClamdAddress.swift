import NIOCore
import NIOPosix

/// Where clamd listens.
enum ClamdAddress: Equatable, Sendable {
  /// On a socket of this machine, at this path.
  case socket(path: String)
  case host(String, port: Int)

  /// Reads `/run/clamav/clamd.ctl` or `127.0.0.1:3310`; nil for anything else.
  init?(_ text: String) {
    if text.utf8.first == UInt8(ascii: "/") {
      self = .socket(path: text)
      return
    }
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
      let port = Int(text[text.utf8.index(after: colon)...]), (1...65535).contains(port)
    else { return nil }
    let host = text.utf8[..<colon]
    let isBracketed = host.first == UInt8(ascii: "[") && host.last == UInt8(ascii: "]")
    self = .host(String(Substring(isBracketed ? host.dropFirst().dropLast() : host)), port: port)
  }

  func connect(_ bootstrap: ClientBootstrap) async throws -> any Channel {
    switch self {
    case .socket(let path): try await bootstrap.connect(unixDomainSocketPath: path).get()
    case .host(let host, let port): try await bootstrap.connect(host: host, port: port).get()
    }
  }
}
