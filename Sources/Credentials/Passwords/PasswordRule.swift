/// Which passwords somebody may choose.
///
/// Long, and not among the first that are guessed; what signs it is made of is nobody's business
/// (OWASP ASVS 5.0, 6.2; NIST SP 800-63B-4, 3.1.1.2).
public struct PasswordRule: Sendable {
  /// Fewest Unicode scalars.
  public static let lengthMin = 15
  /// Most Unicode scalars.
  public static let lengthMax = 128
  /// Shorter context words, such as initials, are not looked at.
  public static let contextLengthMin = 3

  /// Eight letters, or sixteen digits: so much must be left when all that is easily guessed is gone.
  private static let weightLeftMin = 16

  private let common: CommonPasswords
  private let context: PasswordPieces

  /// - Parameters:
  ///   - common: what is tried first everywhere.
  ///   - contextWords: what is tried first here, such as the names of the product and the
  ///     organisation; taken apart at anything but letters and digits.
  public init(common: CommonPasswords, contextWords: [String]) {
    self.common = common
    context = Self.pieces(contextWords)
  }

  /// Refuses a password that is too easily guessed.
  ///
  /// - Parameters:
  ///   - password: what somebody wants to sign in with.
  ///   - person: what others know of them: their names and addresses.
  /// - Throws: the first `Refusal` that holds, in the order of its cases.
  public func check(_ password: Password, of person: [String]) throws(Refusal) {
    let length = password.text.unicodeScalars.count
    guard length >= Self.lengthMin else { throw .tooShort(min: Self.lengthMin) }
    guard length <= Self.lengthMax else { throw .tooLong(max: Self.lengthMax) }
    let scalars = PasswordPieces.folded(password.text)
    guard !isRepetitive(scalars) else { throw .repetitive }
    guard !isGuessed(scalars, from: common.pieces) else { throw .common }
    let known = common.pieces.union(context).union(Self.pieces(person))
    guard !isGuessed(scalars, from: known) else { throw .contextual }
  }

  private func isGuessed(_ password: [Unicode.Scalar], from pieces: PasswordPieces) -> Bool {
    pieces.weightLeft(of: password).map { $0 < Self.weightLeftMin } ?? false
  }

  private static func pieces(_ texts: [String]) -> PasswordPieces {
    let words = texts.flatMap { text in
      text.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
        .map { String(String.UnicodeScalarView($0)) }
    }
    return PasswordPieces(words, lengthMin: contextLengthMin)
  }
}

extension PasswordRule {
  /// Why a password cannot be chosen.
  public enum Refusal: Error, Hashable, Sendable {
    /// It has fewer Unicode scalars than `min`.
    case tooShort(min: Int)
    /// It has more Unicode scalars than `max`.
    case tooLong(max: Int)
    /// It is a few signs over and over, or a run such as `abcdef` or `987654`.
    case repetitive
    /// It is made of passwords that everybody tries first, with little added.
    case common
    /// It is made of the names of the product, the organisation or the person, with little added.
    case contextual
  }
}

/// Whether it is fewer than eight scalars over and over, or each scalar follows the one before.
private func isRepetitive(_ password: [Unicode.Scalar]) -> Bool {
  let periods = 1..<8
  if periods.contains(where: { period in
    zip(password, password.dropFirst(period)).allSatisfy { $0 == $1 }
  }) {
    return true
  }
  let steps = zip(password, password.dropFirst()).map { Int($1.value) - Int($0.value) }
  return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
}
