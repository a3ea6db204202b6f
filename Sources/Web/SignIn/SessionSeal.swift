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

  /// Base64 in the alphabet of RFC 4648, section 5, without padding.
  private static func base64url(_ data: Data) -> String {
    let bytes = data.base64EncodedData().compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      case _: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func data(base64url text: String) -> Data? {
    var standard = Data(
      text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        case _: byte
        }
      })
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: standard)
  }
}
