import EventSourcing

/// The place of one change, and what becomes of the value that is there.
struct PatchSpot {
  let attribute: Attribute
  let part: Attribute?
  let filter: Filter?

  /// `present` with `value` besides (RFC 7644, section 3.5.2.1).
  func adding(_ value: JSON, to present: JSON?) throws(Refusal) -> JSON? {
    if let filter {
      guard !chosen(of: present).isEmpty else { return try made(by: filter, value, present) }
      return try changingChosen(of: present, to: value)
    }
    guard attribute.isMultiValued, part == nil else {
      return try replacing(present, with: value)
    }
    guard let fresh = try attribute.taken(value)?.each else { return present }
    let former = present?.each ?? []
    let isPrimaryNew = fresh.contains(where: \.isPrimary)
    return .array(
      former.filter { value in !fresh.contains { $0.isSame(as: value) } }
        .map { isPrimaryNew ? $0.notPrimary : $0 } + fresh)
  }

  /// `value` in place of what is there of `present` (RFC 7644, section 3.5.2.3).
  func replacing(_ present: JSON?, with value: JSON) throws(Refusal) -> JSON? {
    if filter != nil {
      guard !chosen(of: present).isEmpty else { throw .noTarget(name) }
      return try changingChosen(of: present, to: value)
    }
    if let part {
      guard attribute.isMultiValued else {
        return .object(try setting(part, of: present?.fields ?? [:], to: value))
      }
      return try changingChosen(of: present, to: value)
    }
    guard !attribute.isMultiValued, case .complex = attribute.type,
      case .object(let fields) = try attribute.taken(value)
    else { return value }
    // What is not said of a complex value stays as it was.
    return .object((present?.fields ?? [:]).merging(fields) { $1 })
  }

  /// `present` without what is there (RFC 7644, section 3.5.2.2), or without the values that are named in `value`,
  /// as some directories do.
  func removing(_ value: JSON, from present: JSON?) throws(Refusal) -> JSON? {
    guard let present else { return nil }
    if let part {
      guard attribute.isMultiValued else {
        return .object(try setting(part, of: present.fields, to: .null))
      }
      return try changingChosen(of: present, to: .null)
    }
    if let filter {
      return .array(present.each.filter { !filter.matches($0.fields, attribute.parts) })
    }
    guard attribute.isMultiValued, let named = try attribute.taken(value)?.each else { return nil }
    return .array(present.each.filter { value in !named.contains { $0.isSame(as: value) } })
  }

  private var name: String { part.map { "\(attribute.name).\($0.name)" } ?? attribute.name }

  /// The values that are meant: those that the filter fits, or all.
  private func chosen(of present: JSON?) -> [JSON] {
    let values = present?.each ?? []
    guard let filter else { return values }
    return values.filter { filter.matches($0.fields, attribute.parts) }
  }

  private func changingChosen(of present: JSON?, to value: JSON) throws(Refusal) -> JSON? {
    let chosen = Set(chosen(of: present))
    let isPrimaryNew = value.isPrimary || (part?.name == "primary" && value == .bool(true))
    return .array(
      try (present?.each ?? []).map { former throws(Refusal) in
        guard chosen.contains(former) else { return isPrimaryNew ? former.notPrimary : former }
        if let part { return .object(try setting(part, of: former.fields, to: value)) }
        return .object(former.fields.merging(try attribute.parts.taken(value.fields)) { $1 })
      })
  }

  /// A new value of which the filter says what it is, as some directories ask for.
  private func made(
    by filter: Filter, _ value: JSON, _ present: JSON?
  ) throws(Refusal) -> JSON? {
    guard let demanded = filter.demanded else { throw .noTarget(name) }
    let known = try attribute.parts.taken(demanded)
    let more =
      if let part { try setting(part, of: [:], to: value) } else {
        try attribute.parts.taken(value.fields)
      }
    return .array((present?.each ?? []) + [.object(known.merging(more) { $1 })])
  }

  private func setting(
    _ part: Attribute, of fields: [String: JSON], to value: JSON
  ) throws(Refusal) -> [String: JSON] {
    var fields = fields
    fields[part.name] = try part.taken(value)
    return fields
  }
}

extension JSON {
  fileprivate var isPrimary: Bool { self["primary"] == .bool(true) }

  fileprivate var notPrimary: JSON {
    var value = self
    if isPrimary { value["primary"] = .bool(false) }
    return value
  }

  /// Whether both are the same value of several: what they are is said by `value`, and by `type` where both have one.
  fileprivate func isSame(as other: JSON) -> Bool {
    guard let value = self["value"], value == other["value"] else { return self == other }
    guard let type = self["type"], let otherType = other["type"] else { return true }
    return type == otherType
  }
}
