import Foundation

/// A password as somebody typed it, in Unicode's form NFC so that every keyboard writes it the same.
///
/// Nothing else is changed or cut off. It never shows in a description or a dump. (The HMAC in scrypt
/// cannot tell a short password from the same with NULs at its end, which no keyboard types.)
public struct Password: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let text: String

  public init(_ typed: String) { text = typed.precomposedStringWithCanonicalMapping }

  public var description: String { "a password" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
