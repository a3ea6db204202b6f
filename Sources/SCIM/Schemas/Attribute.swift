import EventSourcing

/// One attribute of a resource, and what a service provider says of it (RFC 7643, sections 2.2 and 7).
public struct Attribute: Hashable, Sendable {
  public let name: String
  public let type: Kind
  public let isMultiValued: Bool
  public let isRequired: Bool
  /// Whether capitals make a difference when its values are compared.
  public let isCaseExact: Bool
  public let mutability: Mutability
  /// Whether no two resources have the same value.
  public let isUnique: Bool
  /// The values that are usual; others are taken too.
  public let canonicalValues: [String]
  let meaning: String

  /// What a value looks like.
  public enum Kind: Hashable, Sendable {
    case text
    case flag
    case moment
    /// The address of a resource of one of these kinds.
    case reference(to: [String])
    case complex([Attribute])
  }

  /// Who may set it, and when.
  public enum Mutability: String, Hashable, Sendable {
    case readOnly
    case readWrite
    case immutable
  }

  init(
    _ name: String, _ meaning: String, is type: Kind = .text, isMultiValued: Bool = false,
    isRequired: Bool = false, isCaseExact: Bool = false, mutability: Mutability = .readWrite,
    isUnique: Bool = false, canonicalValues: [String] = []
  ) {
    self.name = name
    self.type = type
    self.meaning = meaning
    self.isMultiValued = isMultiValued
    self.isRequired = isRequired
    self.isCaseExact = isCaseExact
    self.mutability = mutability
    self.isUnique = isUnique
    self.canonicalValues = canonicalValues
  }

  /// What its values consist of; empty for one that is not complex.
  public var parts: [Attribute] {
    switch type {
    case .complex(let parts): parts
    case .text, .flag, .moment, .reference: []
    }
  }
}

extension [Attribute] {
  /// The attribute called `name`, in whatever capitals (RFC 7643, section 2.1).
  func named(_ name: String) -> Attribute? {
    let folded = name.lowercased()
    return first { $0.name.lowercased() == folded }
  }
}

extension Attribute {
  /// How it is described to whoever asks for the schemas.
  var json: JSON {
    var fields: [String: JSON] = [
      "name": .string(name), "type": .string(typeName), "description": .string(meaning),
      "multiValued": .bool(isMultiValued), "required": .bool(isRequired),
      "caseExact": .bool(isCaseExact), "mutability": .string(mutability.rawValue),
      "returned": .string("default"), "uniqueness": .string(isUnique ? "server" : "none"),
    ]
    if !canonicalValues.isEmpty { fields["canonicalValues"] = .texts(canonicalValues) }
    switch type {
    case .text, .flag, .moment: break
    case .reference(let kinds): fields["referenceTypes"] = .texts(kinds)
    case .complex(let parts): fields["subAttributes"] = .array(parts.map(\.json))
    }
    return .object(fields)
  }

  private var typeName: String {
    switch type {
    case .text: "string"
    case .flag: "boolean"
    case .moment: "dateTime"
    case .reference: "reference"
    case .complex: "complex"
    }
  }
}

extension JSON {
  static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
