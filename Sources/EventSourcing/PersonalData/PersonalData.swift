/// What a field of an event may say about a natural person (GDPR, article 4(1)).
///
/// A field with a class is kept encrypted, under the key of the stream it stands in. Its letter stands in the log
/// and never changes.
public enum PersonalData: String, CaseIterable, Sendable {
  /// What a person is called.
  case name = "n"
  /// Where a person can be reached: a mail address.
  case contact = "c"
  /// What a register calls a person.
  case identifier = "i"
  /// What somebody saw or thought of a person.
  case observation = "o"
  /// Free text, in which any of these may stand.
  case text = "t"
  /// The address of a page, which may lead to a person.
  case webAddress = "w"
  /// What a content is known by, with which a guess at the content can be tested.
  case digest = "d"
  /// A point on earth: where somebody lives, say.
  case place = "p"
  /// An identifier of our own making of whom something is about, which is to go with the rest of it.
  case reference = "r"

  /// What is read in its place, as JSON, when the key is gone: something that the field's type still takes.
  public var standIn: StaticString {
    switch self {
    case .name, .identifier, .observation, .text: #""[gewist]""#
    case .contact: #""gewist@gewist.invalid""#
    case .webAddress: #""https://gewist.invalid/""#
    case .place: #""0,0""#
    case .reference: #""00000000-0000-0000-0000-000000000000""#
    case .digest: #""0000000000000000000000000000000000000000000000000000000000000000""#
    }
  }

  /// The class that a letter in the log stands for.
  public init?(letter: UInt8) { self.init(rawValue: String(Unicode.Scalar(letter))) }

  /// How the log calls it.
  public var letter: UInt8 { rawValue.utf8.first ?? 0 }
}
