import EventSourcing

/// Which attribute is meant, by name: `userName`, `name.familyName`, or either behind the name of a schema
/// (RFC 7644, section 3.10).
public struct AttributePath: Hashable, Sendable, CustomStringConvertible {
  /// The schema that was named; nil when none was.
  let schema: String?
  let name: String
  /// The part of the attribute; nil for the whole of it.
  let part: String?

  init(schema: String? = nil, _ name: String, _ part: String? = nil) {
    self.schema = schema
    self.name = name
    self.part = part
  }

  public var description: String { part.map { "\(name).\($0)" } ?? name }

  /// The values that `fields`, which have these attributes, hold there, and the attribute that each is of.
  ///
  /// A complex value of several stands for the part `value` of each.
  func values(in fields: [String: JSON], _ attributes: [Attribute]) -> (of: Attribute, [JSON])? {
    guard let attribute = attributes.named(name) else { return nil }
    let all = fields[attribute.name].map(\.each) ?? []
    guard let part = part ?? (attribute.isMultiValued ? "value" : nil),
      let partial = attribute.parts.named(part)
    else { return self.part == nil ? (attribute, all) : nil }
    return (partial, all.compactMap { $0[partial.name] })
  }
}

extension JSON {
  /// Each of several values, or the one value there is.
  var each: [JSON] {
    switch self {
    case .array(let values): values
    case .null, .bool, .integer, .number, .string, .object: [self]
    }
  }
}
