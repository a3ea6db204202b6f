import EventSourcing

/// A kind of resource that a directory keeps here, with the part of its schema that we hold (RFC 7643, section 4).
public enum ResourceKind: String, CaseIterable, Sendable {
  case user = "User"
  case group = "Group"

  /// The segment of the address under which they stand.
  public var endpoint: String {
    switch self {
    case .user: "Users"
    case .group: "Groups"
    }
  }

  /// What its schema is called.
  public var schema: String { "urn:ietf:params:scim:schemas:core:2.0:\(rawValue)" }

  /// The attributes of its schema.
  public var attributes: [Attribute] {
    switch self {
    case .user: Self.userAttributes
    case .group: Self.groupAttributes
    }
  }

  /// All that can be asked of one, with what resources of every kind have (RFC 7643, section 3.1).
  var allAttributes: [Attribute] { attributes + Self.commonAttributes }

  private var meaning: String {
    switch self {
    case .user: "Somebody with an account"
    case .group: "People who are given the same roles"
    }
  }

  private static let userAttributes = [
    Attribute(
      "userName", "What the directory calls the person.", isRequired: true, isUnique: true),
    Attribute(
      "name", "The name of the person.",
      is: .complex([
        Attribute("formatted", "The whole name, as it is shown."),
        Attribute("familyName", "The family name."), Attribute("givenName", "The given name."),
      ])),
    Attribute("displayName", "The name by which the person is shown."),
    Attribute("active", "Whether the account is open.", is: .flag),
    Attribute(
      "emails", "Mail addresses of the person.",
      is: .complex([
        Attribute("value", "The address."),
        Attribute("type", "Where it is used.", canonicalValues: ["work", "home", "other"]),
        Attribute("primary", "Whether it is the one to use.", is: .flag),
      ]), isMultiValued: true),
    Attribute(
      "groups", "The groups that the person is a member of.",
      is: .complex([
        Attribute("value", "The id of the group.", isCaseExact: true, mutability: .readOnly),
        Attribute("$ref", "Its address.", is: .reference(to: ["Group"]), mutability: .readOnly),
        Attribute("display", "What it is called.", mutability: .readOnly),
      ]), isMultiValued: true, mutability: .readOnly),
  ]

  private static let groupAttributes = [
    Attribute(
      "displayName", "What the group is called: the name that the rules for roles use.",
      isRequired: true, isCaseExact: true, isUnique: true),
    Attribute(
      "members", "Who is in the group.",
      is: .complex([
        Attribute("value", "The id of the member.", isCaseExact: true, mutability: .immutable),
        Attribute("$ref", "Its address.", is: .reference(to: ["User"]), mutability: .immutable),
        Attribute(
          "type", "What kind of resource it is.", mutability: .immutable,
          canonicalValues: [user.rawValue]),
      ]), isMultiValued: true),
  ]

  private static let commonAttributes = [
    Attribute("id", "The identifier.", isCaseExact: true, mutability: .readOnly, isUnique: true),
    Attribute("externalId", "The directory's own identifier.", isCaseExact: true),
    Attribute(
      "meta", "About the resource itself.",
      is: .complex([
        Attribute("resourceType", "The kind.", isCaseExact: true, mutability: .readOnly),
        Attribute("created", "When it was made.", is: .moment, mutability: .readOnly),
        Attribute("lastModified", "When it last changed.", is: .moment, mutability: .readOnly),
        Attribute("location", "Its address.", isCaseExact: true, mutability: .readOnly),
        Attribute("version", "Its version.", isCaseExact: true, mutability: .readOnly),
      ]), mutability: .readOnly),
  ]
}

extension ResourceKind {
  /// How its schema is described (RFC 7643, section 7).
  func schemaJSON(at base: String) -> JSON {
    .object([
      "schemas": .texts(["urn:ietf:params:scim:schemas:core:2.0:Schema"]),
      "id": .string(schema), "name": .string(rawValue), "description": .string(meaning),
      "attributes": .array(attributes.map(\.json)),
      "meta": .object([
        "resourceType": .string("Schema"), "location": .string("\(base)/Schemas/\(schema)"),
      ]),
    ])
  }

  /// How the kind itself is described (RFC 7643, section 6).
  func typeJSON(at base: String) -> JSON {
    .object([
      "schemas": .texts(["urn:ietf:params:scim:schemas:core:2.0:ResourceType"]),
      "id": .string(rawValue), "name": .string(rawValue), "endpoint": .string("/\(endpoint)"),
      "description": .string(meaning), "schema": .string(schema),
      "meta": .object([
        "resourceType": .string("ResourceType"),
        "location": .string("\(base)/ResourceTypes/\(rawValue)"),
      ]),
    ])
  }
}
