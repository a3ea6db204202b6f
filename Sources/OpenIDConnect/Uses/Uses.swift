import Crypto
public import Foundation

/// Remembers what may be used once and was.
///
/// All nodes of a program must share one, or what was used at one can be used again at another.
public protocol Uses: Sendable {
  /// Writes down that `mark` is used, for as long as `end`; false when it was already.
  func begin(_ mark: UseMark, until end: Date, at now: Date) async throws -> Bool
}

/// What something that may be used once is remembered by: a digest, which gives nothing away.
public struct UseMark: Hashable, Sendable, CustomStringConvertible {
  /// 43 characters of base64url.
  public let text: String

  enum Purpose: String {
    case departure
    case logoutToken
  }

  init(_ identifier: String, for purpose: Purpose, at issuer: Issuer) {
    let parts = [purpose.rawValue, issuer.address.text, identifier]
    text = Base64URL.encoded(SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)))
  }

  public var description: String { text }
}

/// Remembers in memory, for a program that runs as one node.
///
/// What was used before a restart can be used once more after it, as far as the provider allows.
public actor UsesInMemory: Uses {
  /// No room for another use: nothing is forgotten before its time.
  public struct Full: Error {}

  private let countMax: Int
  private var ends: [UseMark: Date] = [:]

  public init(countMax: Int = 100_000) { self.countMax = countMax }

  public func begin(_ mark: UseMark, until end: Date, at now: Date) throws(Full) -> Bool {
    if let known = ends[mark], known > now { return false }
    if ends.count >= countMax { ends = ends.filter { $0.value > now } }
    guard ends.count < countMax else { throw Full() }
    ends[mark] = end
    return true
  }
}
