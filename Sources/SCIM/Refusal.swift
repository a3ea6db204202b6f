public import EventSourcing

/// Why a directory's request is refused (RFC 7644, section 3.12).
public enum Refusal: Error, Hashable, Sendable {
  /// What was sent is no JSON, or has not the shape of a request.
  case invalidSyntax
  /// The filter cannot be read from that byte on.
  case invalidFilter(at: Int)
  /// The path of a change is no path, or leads to no attribute.
  case invalidPath(String)
  /// The path of a change leads to a value that is not there.
  case noTarget(String)
  /// The value does not fit the attribute, or a required one is missing.
  case invalidValue(String)
  /// The attribute is not the directory's to change.
  case mutability(String)
  /// Another resource has that value of the attribute.
  case uniqueness(String)
  case notFound
  /// The resource has changed since the version that was named.
  case outdated
  case tooLarge

  /// The status of the answer.
  public var status: Int {
    switch self {
    case .invalidSyntax, .invalidFilter, .invalidPath, .noTarget, .invalidValue, .mutability: 400
    case .notFound: 404
    case .uniqueness: 409
    case .outdated: 412
    case .tooLarge: 413
    }
  }

  /// The keyword for the reason; nil where the status says it all.
  private var type: String? {
    switch self {
    case .invalidSyntax: "invalidSyntax"
    case .invalidFilter: "invalidFilter"
    case .invalidPath: "invalidPath"
    case .noTarget: "noTarget"
    case .invalidValue: "invalidValue"
    case .mutability: "mutability"
    case .uniqueness: "uniqueness"
    case .notFound, .outdated, .tooLarge: nil
    }
  }

  /// What whoever runs the directory reads; it names attributes and paths, and repeats no value.
  private var detail: String {
    switch self {
    case .invalidSyntax: "The request is not the JSON that it should be."
    case .invalidFilter(let place): "The filter cannot be read from byte \(place) on."
    case .invalidPath(let path): "The path \(path) leads to no attribute."
    case .noTarget(let path): "Nothing is there at the path \(path)."
    case .invalidValue(let name): "The value of \(name) is missing or does not fit."
    case .mutability(let name): "The attribute \(name) is not to be changed."
    case .uniqueness(let name): "Another one has the same \(name)."
    case .notFound: "There is no such resource."
    case .outdated: "The resource has changed since that version."
    case .tooLarge: "The request is too large."
    }
  }

  /// The body of the answer.
  public var json: JSON { Self.json(status: status, type: type, detail: detail) }

  /// The body of an answer that says no, for whatever reason.
  public static func json(status: Int, type: String? = nil, detail: String) -> JSON {
    var fields: [String: JSON] = [
      "schemas": .texts(["urn:ietf:params:scim:api:messages:2.0:Error"]),
      "status": .string(String(status)), "detail": .string(detail),
    ]
    fields["scimType"] = type.map { .string($0) }
    return .object(fields)
  }
}
