import EventSourcing
import Hummingbird

/// What just happened, told once on the next page.
///
/// It travels in a cookie of its own that the next page takes away, so an address never says that
/// something was saved.
struct Notice: Hashable, Sendable {
  enum Kind: String, Sendable {
    case saved
    /// The same form had been taken before, and was not taken again.
    case savedBefore = "before"
    case signedIn = "in"
    case signedOut = "out"
    /// Somebody else is signed in nowhere any more.
    case sessionsEnded = "ended"
    /// A personal link works no more.
    case linkWithdrawn = "withdrawn"
  }

  static let cookieName = "__Host-koers-notice"

  let kind: Kind
  /// The position of the log that the next page must show; 0 when it need not.
  let position: Int
  /// The command that was carried out, so that the browser forgets its draft.
  let command: Identity?

  init(_ kind: Kind, at position: Int = 0, of command: Identity? = nil) {
    self.kind = kind
    self.position = position
    self.command = command
  }

  /// Reads the value of the cookie; nil when it is not one of ours.
  init?(_ value: String) {
    let parts = value.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }
    guard parts.count >= 2, let kind = Kind(rawValue: parts[0]), let position = Int(parts[1]),
      position >= 0
    else { return nil }
    self.init(kind, at: position, of: parts.count > 2 ? Identity(parts[2]) : nil)
  }

  var cookie: Cookie {
    let tail = command.map { "_\($0)" } ?? ""
    return Cookie(
      name: Self.cookieName, value: "\(kind.rawValue)_\(position)\(tail)", maxAge: 60, path: "/",
      secure: true, httpOnly: true, sameSite: .lax)
  }

  /// The cookie that takes it away.
  static let gone = Cookie(
    name: cookieName, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true,
    sameSite: .lax)

  var sentence: Phrase {
    switch kind {
    case .saved: Phrase("notice.saved")
    case .savedBefore: Phrase("notice.saved-before")
    case .signedIn: Phrase("notice.signed-in")
    case .signedOut: Phrase("notice.signed-out")
    case .sessionsEnded: Phrase("notice.sessions-ended")
    case .linkWithdrawn: Phrase("notice.link-withdrawn")
    }
  }
}
