/// A sentence still to be said: which one, and what to fill in.
///
/// Rules and forms answer with phrases; a `Reader` says them in a language. A string literal of the form
/// `word.word` anywhere in the source is a key, and a test looks for it in the texts.
public struct Phrase: Hashable, Sendable {
  /// What may be filled in.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case phrase(Phrase)
  }

  public let key: String
  public let values: [String: Value]
  /// The number that chooses between `key.one` and `key.other`.
  public let count: Int?

  public init(_ key: StaticString, _ values: [String: Value] = [:], count: Int? = nil) {
    self.key = key.description
    self.values = values
    self.count = count
  }
}

extension Phrase: ExpressibleByStringLiteral {
  public init(stringLiteral key: StaticString) { self.init(key) }
}

extension Phrase.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .number(value) }
}
