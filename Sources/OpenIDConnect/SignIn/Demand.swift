/// How somebody must sign in, beyond what the provider does of its own accord.
///
/// What is demanded is also held against the answer, since whoever signs in can change the address they
/// are sent to.
public struct Demand: Hashable, Sendable, Codable {
  /// How long before leaving for the provider the person may have signed in there; 0 is not before.
  public let authenticatedWithinSeconds: Int?
  /// The ways of signing in (`acr`) of which one must have been used; none is any.
  public let contextClasses: [String]

  /// Nothing in particular: who is signed in at the provider comes straight back.
  public static let none = Demand(authenticatedWithinSeconds: nil, contextClasses: [])

  /// Signing in anew, for what is not done on the strength of an old session.
  public static func anew(_ contextClasses: String...) -> Demand {
    Demand(authenticatedWithinSeconds: 0, contextClasses: contextClasses)
  }

  public init(authenticatedWithinSeconds: Int?, contextClasses: [String]) {
    self.authenticatedWithinSeconds = authenticatedWithinSeconds
    self.contextClasses = contextClasses
  }

  /// Makes a provider say when somebody signed in, without standing in the way of who has only just.
  private static let toldWithinSeconds = 15 * 60

  /// OpenID Connect Core 1.0, section 3.1.2.1.
  ///
  /// To sign in anew is asked by `prompt` alone: with a `max_age` of 0 Canaille asks for ever, for the sign-in is over by
  /// then, and Glewlwyd takes no 0. Some other `max_age` goes along, for with it the answer must have `auth_time`.
  var fields: [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if let seconds = authenticatedWithinSeconds {
      fields.append(("max_age", String(seconds == 0 ? Self.toldWithinSeconds : seconds)))
      if seconds == 0 { fields.append(("prompt", "login")) }
    }
    if !contextClasses.isEmpty {
      fields.append(("acr_values", contextClasses.joined(separator: " ")))
    }
    return fields
  }
}
