/// Somebody who is back from the provider, and who they are.
public struct Arrival: Sendable {
  public let claims: Claims
  /// Where in the site they were going.
  public let returnTo: String
  /// For ending their session at the provider later on.
  public let receipt: Receipt
}

/// The ID token of an arrival, by which a provider knows whose session it is asked to end.
///
/// Keep it with the session, on the server; it names the person.
public struct Receipt: Hashable, Sendable, Codable, CustomStringConvertible, CustomReflectable {
  let idToken: String

  init(idToken: String) { self.idToken = idToken }

  public init(from decoder: any Decoder) throws {
    idToken = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(idToken)
  }

  public var description: String { "receipt" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
