import EventSourcing

/// Which attributes of a resource are shown (RFC 7644, section 3.9).
public enum Selection: Hashable, Sendable {
  case standard
  case only([AttributePath])
  case without([AttributePath])

  /// Shown whatever was asked (RFC 7643, section 3.1).
  private static let always: Set<String> = ["schemas", "id"]

  /// Reads the names that were asked for or against.
  init(only names: [String], without others: [String]) throws(Refusal) {
    if !names.isEmpty {
      self = .only(try names.map(Self.path))
    } else if !others.isEmpty {
      self = .without(try others.map(Self.path))
    } else {
      self = .standard
    }
  }

  private static func path(_ name: String) throws(Refusal) -> AttributePath {
    try PatchPath(name).attribute
  }

  /// What is shown of `fields`, which a resource of `kind` has.
  func of(_ fields: [String: JSON], _ kind: ResourceKind) -> [String: JSON] {
    switch self {
    case .standard: return fields
    case .only(let paths):
      return kind.allAttributes.reduce(into: fields.filter { Self.always.contains($0.key) }) {
        shown, attribute in
        guard let value = fields[attribute.name] else { return }
        let parts = Self.parts(of: attribute, named: paths)
        if parts.isWhole { shown[attribute.name] = value }
        if !parts.isWhole, !parts.names.isEmpty {
          shown[attribute.name] = value.keeping { parts.names.contains($0) }
        }
      }
    case .without(let paths):
      return kind.allAttributes.reduce(into: fields) { shown, attribute in
        guard let value = fields[attribute.name], !Self.always.contains(attribute.name) else {
          return
        }
        let parts = Self.parts(of: attribute, named: paths)
        shown[attribute.name] = parts.isWhole ? nil : value.keeping { !parts.names.contains($0) }
      }
    }
  }

  /// Whether `paths` name all of `attribute`, or which parts of it.
  private static func parts(
    of attribute: Attribute, named paths: [AttributePath]
  ) -> (isWhole: Bool, names: Set<String>) {
    let own = paths.filter { $0.name.lowercased() == attribute.name.lowercased() }
    let names = own.compactMap { path in path.part.flatMap { attribute.parts.named($0)?.name } }
    return (own.contains { $0.part == nil }, Set(names))
  }
}

extension JSON {
  /// The value, or each of several, with those of its parts that `isKept` is true of.
  fileprivate func keeping(_ isKept: (String) -> Bool) -> JSON {
    switch self {
    case .object(let fields): .object(fields.filter { isKept($0.key) })
    case .array(let values): .array(values.map { $0.keeping(isKept) })
    case .null, .bool, .integer, .number, .string: self
    }
  }
}
