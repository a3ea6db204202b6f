public import EventSourcing
public import Foundation

/// One resource as it is kept here (RFC 7643, section 3).
public struct Resource: Hashable, Sendable {
  public let id: String
  public let document: Document
  /// The groups of a user, by identifier and name.
  public let groups: [Group]
  public let version: Int
  public let madeAt: Date
  public let changedAt: Date

  /// A group that a user is a member of.
  public struct Group: Hashable, Sendable {
    public let id: String
    public let name: String

    public init(_ id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  public init(
    _ id: String, _ document: Document, in groups: [Group] = [], version: Int, madeAt: Date,
    changedAt: Date
  ) {
    self.id = id
    self.document = document
    self.groups = groups
    self.version = version
    self.madeAt = madeAt
    self.changedAt = changedAt
  }

  public var kind: ResourceKind { document.kind }

  /// Names the version to whoever has it (RFC 7644, section 3.14); weak, for the same version can be shown in part.
  public var tag: String { "W/\"\(version)\"" }

  /// Where it stands, with `base` before it.
  public func location(at base: String) -> String { "\(base)/\(kind.endpoint)/\(id)" }

  /// It as it is shown, with `base` before all addresses.
  public func json(at base: String, _ selection: Selection = .standard) -> JSON {
    .object(selection.of(fields(at: base), kind))
  }

  /// All that can be shown of it, and searched by.
  func fields(at base: String) -> [String: JSON] {
    var fields = document.fields
    fields["schemas"] = .texts([kind.schema])
    fields["id"] = .string(id)
    fields["members"] = members(at: base)
    if !groups.isEmpty { fields["groups"] = .array(groups.map { $0.json(at: base) }) }
    fields["meta"] = .object([
      "resourceType": .string(kind.rawValue), "version": .string(tag),
      "created": .string(madeAt.formatted(.iso8601)),
      "lastModified": .string(changedAt.formatted(.iso8601)),
      "location": .string(location(at: base)),
    ])
    return fields
  }

  private func members(at base: String) -> JSON? {
    guard !document.members.isEmpty else { return nil }
    return .array(
      document.members.map { id in
        .object([
          "value": .string(id), "type": .string(ResourceKind.user.rawValue),
          "$ref": .string("\(base)/\(ResourceKind.user.endpoint)/\(id)"),
        ])
      })
  }
}

extension Resource.Group {
  fileprivate func json(at base: String) -> JSON {
    .object([
      "value": .string(id), "display": .string(name),
      "$ref": .string("\(base)/\(ResourceKind.group.endpoint)/\(id)"),
    ])
  }
}
