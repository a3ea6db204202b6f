public import HTTPTypes

/// Why a request gets a page that says no, instead of what it asked for.
///
/// Thrown anywhere behind the error pages, which turn it into words in the reader's language.
public struct Problem: Error, Sendable {
  public let status: HTTPResponse.Status
  /// What to say besides what the status says; nil for nothing.
  public let explanation: Phrase?
  /// After how many seconds trying again makes sense.
  public let retryAfterSeconds: Int?
  /// The methods that the address does answer to.
  let allowed: [HTTPRequest.Method]

  public init(
    _ status: HTTPResponse.Status, _ explanation: Phrase? = nil, retryAfterSeconds: Int? = nil
  ) {
    self.status = status
    self.explanation = explanation
    self.retryAfterSeconds = retryAfterSeconds
    allowed = []
  }

  /// The address exists, but not for this method.
  init(allowing methods: [HTTPRequest.Method]) {
    status = .methodNotAllowed
    explanation = nil
    retryAfterSeconds = nil
    allowed = methods
  }

  /// The store is busy or away; nothing was lost, and trying again is safe.
  public static let unavailable = Problem(.serviceUnavailable, retryAfterSeconds: 5)
  /// There is nothing at this address, or nothing this visitor may know of.
  public static let notFound = Problem(.notFound)
}
