import Crypto
import Domain
import Foundation

/// That somebody has signed in, and until when that holds.
struct Session: Hashable, Sendable {
  /// However busy, nobody stays signed in longer than this.
  static let secondsMax = 12 * 60 * 60
  /// Without a request for this long, one is signed out.
  static let idleSecondsMax = 60 * 60

  let person: PersonID
  /// Seconds since 1970.
  let signedInAt: Int
  /// Seconds since 1970 of the last time the session was written down.
  let seenAt: Int

  /// Whether it still holds at `now`, in seconds since 1970.
  func holds(at now: Int) -> Bool {
    now >= signedInAt && now - seenAt <= Self.idleSecondsMax && now - signedInAt < Self.secondsMax
  }
}

/// Writes sessions down so that only we can have written them: HMAC-SHA256 under a key of the program.
struct SessionSeal: Sendable {
  private let key: SymmetricKey

  /// - Parameter key: 256 bits, secret, and the same on every node.
  init(key: SymmetricKey) { self.key = key }

  /// The key that is made of these bytes.
  static func key(_ secret: [UInt8]) -> SymmetricKey { SymmetricKey(data: secret) }

  /// The session as the value of a cookie.
  func sealed(_ session: Session) -> String {
    let body = "\(session.person)_\(session.signedInAt)_\(session.seenAt)"
    return "\(Self.base64url(Data(body.utf8))).\(mark(body, for: "session"))"
  }

  /// The session in the value of a cookie; nil when we did not write it.
  func opened(_ cookie: String) -> Session? {
    let halves = cookie.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
    guard halves.count == 2, let data = Self.data(base64url: halves[0]),
      let body = String(validating: data, as: UTF8.self),
      isMark(halves[1], of: body, for: "session")
    else { return nil }
    // The numbers come last, and a person's identifier may itself hold underscores.
    let parts = body.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }
    guard parts.count >= 3, let signedInAt = Int(parts[parts.count - 2]),
      let seenAt = Int(parts[parts.count - 1]),
      let person = PersonID(parts.dropLast(2).joined(separator: "_"))
    else { return nil }
    return Session(person: person, signedInAt: signedInAt, seenAt: seenAt)
  }

  /// The token that signs a demo person in by a link.
  func token(for person: PersonID) -> String { mark(person.description, for: "sign-in") }

  func isToken(_ token: String, for person: PersonID) -> Bool {
    isMark(token, of: person.description, for: "sign-in")
  }

  /// A mark for one purpose is worth nothing for another.
  private func mark(_ text: String, for purpose: String) -> String {
    Self.base64url(
      Data(HMAC<SHA256>.authenticationCode(for: Data("\(purpose):\(text)".utf8), using: key)))
  }

  /// Compared in constant time.
  private func isMark(_ mark: String, of text: String, for purpose: String) -> Bool {
    guard let code = Self.data(base64url: mark) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Data("\(purpose):\(text)".utf8), using: key)
  }

  private static func base64url(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  private static func data(base64url text: String) -> Data? {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    return Data(base64Encoded: standard + padding)
  }
}
