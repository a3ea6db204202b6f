import Crypto

/// One-time codes that change every thirty seconds (RFC 6238), as all authenticator apps make them.
///
/// SHA-1 is what those apps know; in HMAC it is not broken.
public enum TOTP {
  public static let digits = 6
  public static let stepSeconds = 30

  /// How many steps a clock may be behind or ahead (RFC 6238, section 5.2).
  private static let stepsAside = 1

  /// A code as somebody typed it: six digits, whatever blanks stand between them.
  public struct Code: Hashable, Sendable, CustomReflectable {
    fileprivate let number: Int

    /// Nil unless there are six ASCII digits.
    public init?(_ typed: String) {
      let signs = typed.utf8.filter { $0 != UInt8(ascii: " ") }
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      guard signs.count == TOTP.digits, signs.allSatisfy(digits.contains) else { return nil }
      number = signs.reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
  }

  /// Which span of thirty seconds since 1970 a code is of.
  public struct Step: Hashable, Comparable, Sendable {
    public let number: Int

    /// - Parameter number: as it was kept.
    public init(_ number: Int) { self.number = number }

    init(at now: Int) { number = now / TOTP.stepSeconds }

    public static func < (lhs: Step, rhs: Step) -> Bool { lhs.number < rhs.number }
  }

  /// Why a code does not sign in.
  public enum Refusal: Error, Hashable, Sendable {
    /// It is none of the codes of now, or of thirty seconds before or after.
    case wrong
    /// It was right, and it or a later one was used before; the next one comes within thirty seconds.
    case usedBefore
  }

  /// Finds the step that a right code is of.
  ///
  /// A code is used once (RFC 6238, section 5.2).
  ///
  /// - Parameters:
  ///   - code: what was typed.
  ///   - secret: what the account and the app share.
  ///   - now: seconds since 1970, by our own clock.
  ///   - last: the last step that was used; nil for the first.
  /// - Returns: what to keep as the last that was used, in one transaction with finding the one before.
  /// - Throws: `Refusal`, and then nothing is to be kept.
  public static func step(
    of code: Code, secret: TOTPSecret, at now: Int, after last: Step?
  ) throws(Refusal) -> Step {
    let current = Step(at: now).number
    let steps = (current - stepsAside...current + stepsAside).map { Step($0) }
    // All are computed, and numbers are compared at once, so time tells nothing.
    let right = steps.filter { self.code(of: secret, in: $0) == code.number }
    guard !right.isEmpty else { throw .wrong }
    guard let unused = right.first(where: { step in last.map { step > $0 } ?? true }) else {
      throw .usedBefore
    }
    return unused
  }

  /// The code of a step, as the number it shows (RFC 4226, section 5.3).
  static func code(of secret: TOTPSecret, in step: Step) -> Int {
    let counter = withUnsafeBytes(of: Int64(step.number).bigEndian, Array.init)
    let mark = Array(
      HMAC<Insecure.SHA1>.authenticationCode(
        for: counter, using: SymmetricKey(data: secret.bytes)))
    let offset = Int(mark[mark.count - 1] & 0xF)
    let number = mark[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    return number % 1_000_000
  }
}
