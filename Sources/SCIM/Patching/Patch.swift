public import EventSourcing

/// Changes to one resource, made one after another (RFC 7644, section 3.5.2).
public struct Patch: Hashable, Sendable {
  public let operations: [Operation]

  /// One change.
  public struct Operation: Hashable, Sendable {
    let deed: Deed
    /// Nil when the value says itself what it is of.
    let path: PatchPath?
    let value: JSON?
  }

  enum Deed: String {
    case add
    case remove
    case replace
  }

  /// Reads what a directory sent.
  ///
  /// - Throws: `.invalidSyntax`, `.invalidPath`, or `.noTarget` for removing nothing in particular.
  public init(sent json: JSON) throws(Refusal) {
    guard json["schemas"]?.each.contains(.string(Self.schema)) == true,
      case .array(let sent) = json["Operations"] ?? json["operations"], !sent.isEmpty
    else { throw .invalidSyntax }
    operations = try sent.map { operation throws(Refusal) in try Operation(sent: operation) }
  }

  private static let schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp"

  /// `document` with all of the changes made.
  ///
  /// - Throws: why one of them cannot be made; none of them is then.
  public func applied(to document: Document) throws(Refusal) -> Document {
    var changed = document
    for operation in operations { try operation.apply(to: &changed) }
    try changed.check()
    return changed
  }
}

extension Patch.Operation {
  fileprivate init(sent json: JSON) throws(Refusal) {
    // Some directories write a capital.
    guard let deed = Patch.Deed(rawValue: json["op"]?.text?.lowercased() ?? "") else {
      throw .invalidSyntax
    }
    self.deed = deed
    path = try json["path"]?.text.map { text throws(Refusal) in try PatchPath(text) }
    value = json["value"]
    guard value != nil || deed == .remove else { throw .invalidSyntax }
  }

  fileprivate func apply(to document: inout Document) throws(Refusal) {
    if let path { return try apply(value ?? .null, at: path, to: &document) }
    guard deed != .remove else { throw .noTarget("that is missing") }
    guard case .object(let fields) = value else { throw .invalidSyntax }
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      // As when a resource is made, what is not ours to hold is left out.
      guard let path = try? PatchPath(name), (try? path.target(in: document.kind)) != nil else {
        continue
      }
      try apply(value, at: path, to: &document)
    }
  }

  private func apply(
    _ value: JSON, at path: PatchPath, to document: inout Document
  ) throws(Refusal) {
    let (attribute, part) = try path.target(in: document.kind)
    let spot = PatchSpot(attribute: attribute, part: part, filter: path.filter)
    let present = document.fields[attribute.name]
    let changed =
      switch deed {
      case .add: try spot.adding(value, to: present)
      case .replace: try spot.replacing(present, with: value)
      case .remove: try spot.removing(value, from: present)
      }
    document.fields[attribute.name] = try changed.flatMap { value throws(Refusal) in
      try attribute.taken(value)
    }
  }
}
