public import EventSourcing

/// Which resources, or which of several values, are meant (RFC 7644, section 3.4.2.2).
public indirect enum Filter: Hashable, Sendable {
  case all([Filter])
  case any([Filter])
  case not(Filter)
  case present(AttributePath)
  case compare(AttributePath, Comparison, JSON)
  /// One of the values of an attribute fits all of it at once: `emails[type eq "work" and primary eq true]`.
  case oneOf(AttributePath, Filter)

  /// How a value is compared.
  public enum Comparison: String, CaseIterable, Sendable {
    case equal = "eq"
    case notEqual = "ne"
    case contains = "co"
    case startsWith = "sw"
    case endsWith = "ew"
    case greater = "gt"
    case greaterOrEqual = "ge"
    case less = "lt"
    case lessOrEqual = "le"
  }

  /// Reads a filter as it is written.
  ///
  /// - Throws: `.invalidFilter`, with the byte from which on it makes no sense.
  public init(_ text: String) throws(Refusal) {
    var reader = FilterReader(text)
    self = try reader.wholeFilter()
  }

  /// The text that the attribute called `name` must equal, when that is all that is asked.
  public func sought(_ name: String) -> String? {
    guard case .compare(let path, .equal, .string(let text)) = self, path.part == nil,
      path.name.lowercased() == name.lowercased()
    else { return nil }
    return text
  }
}

extension Filter {
  /// Whether `fields`, which have these attributes, are meant.
  ///
  /// An attribute that is not known has no value, so that one filter can be asked of several kinds.
  func matches(_ fields: [String: JSON], _ attributes: [Attribute]) -> Bool {
    switch self {
    case .all(let filters): return filters.allSatisfy { $0.matches(fields, attributes) }
    case .any(let filters): return filters.contains { $0.matches(fields, attributes) }
    case .not(let filter): return !filter.matches(fields, attributes)
    case .present(let path):
      return path.values(in: fields, attributes)?.1.isEmpty == false
    case .compare(let path, let comparison, let sought):
      let found = path.values(in: fields, attributes)
      return comparison.holds(
        for: found?.1 ?? [], sought, capitalsCount: found?.of.isCaseExact ?? false)
    case .oneOf(let path, let filter):
      guard let attribute = attributes.named(path.name), let value = fields[attribute.name] else {
        return false
      }
      return value.each.contains { filter.matches($0.fields, attribute.parts) }
    }
  }

  /// What a value must be for this to hold, when it says so of each part apart: `type eq "work" and primary eq true`.
  var demanded: [String: JSON]? {
    switch self {
    case .compare(let path, .equal, let value) where path.part == nil: return [path.name: value]
    case .all(let filters):
      return filters.reduce([:]) { demanded, filter in
        guard let demanded, let more = filter.demanded else { return nil }
        return demanded.merging(more) { $1 }
      }
    case .any, .not, .present, .compare, .oneOf: return nil
    }
  }
}

extension Filter.Comparison {
  /// Whether it holds for one of `values`; `ne` when none of them is equal, and nothing equals null.
  fileprivate func holds(
    for values: [JSON], _ sought: JSON, capitalsCount: Bool
  ) -> Bool {
    switch self {
    case .notEqual:
      return !Self.equal.holds(for: values, sought, capitalsCount: capitalsCount)
    case .equal where sought == .null: return values.isEmpty
    case .equal, .contains, .startsWith, .endsWith, .greater, .greaterOrEqual, .less, .lessOrEqual:
      return values.contains { holds($0.compared(capitalsCount), sought.compared(capitalsCount)) }
    }
  }

  private func holds(_ value: JSON, _ sought: JSON) -> Bool {
    guard case .string(let text) = value, case .string(let other) = sought else {
      return self == .equal && value == sought
    }
    let (bytes, others) = (Array(text.utf8), Array(other.utf8))
    switch self {
    case .equal: return bytes == others
    case .notEqual: return bytes != others
    case .contains: return bytes.firstRange(of: others) != nil || others.isEmpty
    case .startsWith: return bytes.starts(with: others)
    case .endsWith: return bytes.suffix(others.count).elementsEqual(others)
    case .greater: return others.lexicographicallyPrecedes(bytes)
    case .greaterOrEqual: return !bytes.lexicographicallyPrecedes(others)
    case .less: return bytes.lexicographicallyPrecedes(others)
    case .lessOrEqual: return !others.lexicographicallyPrecedes(bytes)
    }
  }
}

extension JSON {
  /// As it is compared: text in small letters unless capitals count.
  func compared(_ capitalsCount: Bool) -> JSON {
    guard !capitalsCount, case .string(let text) = self else { return self }
    return .string(text.lowercased())
  }

  /// The fields of an object; none of anything else.
  var fields: [String: JSON] { if case .object(let fields) = self { fields } else { [:] } }
}
