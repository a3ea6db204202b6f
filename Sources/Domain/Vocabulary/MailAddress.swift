public import EventSourcing

/// An address to which mail can be sent, such as `noor.bakker@example.org`.
///
/// Only its shape is known: something, one `@`, and a host with a dot or `localhost`; printable ASCII without
/// blanks, quotes or brackets, at most 254 bytes (RFC 5321, section 4.5.3.1.3). Capitals are kept, and two
/// addresses that differ only in them are the same mailbox to `folded`.
public struct MailAddress: Hashable, Sendable, LosslessStringConvertible {
  public static let lengthMax = 254

  public let description: String

  /// Nil when it has not the shape of an address.
  public init?(_ description: String) { self.init(utf8: description.utf8Span) }

  /// The address in small letters, for comparing.
  public var folded: String { description.lowercased() }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case _: "!#$%&'*+-/=?^_`{|}~.@".utf8.contains(byte)
    }
  }

  private static func isHost(_ host: Substring.UTF8View) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { !$0.isEmpty }
      && (labels.count > 1 || Substring(host) == "localhost")
  }
}

extension MailAddress: TextCoded {
  public init?(utf8: UTF8Span) {
    let text = String(copying: utf8)
    guard text.utf8.count <= Self.lengthMax, text.utf8.allSatisfy(Self.isAllowed) else {
      return nil
    }
    let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, Self.isHost(halves[1]) else { return nil }
    description = text
  }
}
