import Foundation

/// Words that make a password no harder to guess, and what is left of a password without them.
struct PasswordPieces: Sendable {
  private var words: Set<ArraySlice<Unicode.Scalar>> = []
  private var lengths: Set<Int> = []

  init(_ words: [String], lengthMin: Int) {
    for word in words.map(Self.folded) where word.count >= lengthMin {
      self.words.insert(word[...])
      lengths.insert(word.count)
    }
  }

  private init() {}

  var count: Int { words.count }

  func union(_ other: PasswordPieces) -> PasswordPieces {
    var both = self
    both.words.formUnion(other.words)
    both.lengths.formUnion(other.lengths)
    return both
  }

  /// What the password weighs when as many words are taken out of it as can be.
  ///
  /// A digit weighs 1 and any other scalar 2, since a digit takes half as long to guess.
  /// Nil when it holds none of the words.
  func weightLeft(of password: [Unicode.Scalar]) -> Int? {
    var least = [0]
    for (place, scalar) in password.enumerated() {
      let end = place + 1
      least.append(least[place] + Self.weight(scalar))
      for length in lengths where length <= end && least[end - length] < least[end] {
        guard words.contains(password[end - length..<end]) else { continue }
        least[end] = least[end - length]
      }
    }
    let whole = password.reduce(0) { $0 + Self.weight($1) }
    return least[password.count] < whole ? least[password.count] : nil
  }

  /// Without capitals and accents, the first things a guesser changes.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
  }

  private static func weight(_ scalar: Unicode.Scalar) -> Int {
    ("0"..."9").contains(scalar) ? 1 : 2
  }
}
