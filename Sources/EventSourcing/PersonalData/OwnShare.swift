extension FieldClasses {
  /// What `payload` says that is about nobody else than `person`: fields that are impersonal, and that identifier
  /// wherever it stands as a pseudonym.
  ///
  /// Texts are left out, whoever they are about: no class tells that. So is a field that nobody gave a class.
  public func share(of payload: JSON, for person: String) -> JSON {
    guard case .object(let fields) = payload else { return .object([:]) }
    var share: [String: JSON] = [:]
    for (name, value) in fields { share[name] = self[name]?.share(of: value, for: person) }
    return .object(share)
  }
}

extension FieldClass {
  fileprivate func share(of value: JSON, for person: String) -> JSON? {
    switch self {
    case .impersonal: return value
    case .pseudonym: return value == .string(person) ? value : nil
    case .personal: return nil
    case .fields(let classes): return value == .null ? nil : classes.share(of: value, for: person)
    case .each(let element):
      guard case .array(let values) = value else { return nil }
      return .array(values.compactMap { element.share(of: $0, for: person) })
    }
  }
}
