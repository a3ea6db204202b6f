public import EventSourcing

/// What a directory finds out before it begins: what we can do and of what (RFC 7644, section 4).
public enum Discovery {
  /// What of the protocol is served (RFC 7643, section 5).
  public static func serviceProvider(at base: String) -> JSON {
    func supported(_ isSupported: Bool, _ more: [String: JSON] = [:]) -> JSON {
      .object(more.merging(["supported": .bool(isSupported)]) { $1 })
    }
    return .object([
      "schemas": .texts(["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"]),
      "patch": supported(true), "sort": supported(true), "etag": supported(true),
      "changePassword": supported(false),
      "bulk": supported(false, ["maxOperations": .integer(0), "maxPayloadSize": .integer(0)]),
      "filter": supported(true, ["maxResults": .integer(Search.countMax)]),
      "authenticationSchemes": .array([
        .object([
          "type": .string("oauthbearertoken"), "name": .string("Bearer key"),
          "description": .string("A key that the operator made with 'koers directory-key'"),
          "specUri": .string("https://www.rfc-editor.org/rfc/rfc6750"), "primary": .bool(true),
        ])
      ]),
      "meta": .object([
        "resourceType": .string("ServiceProviderConfig"),
        "location": .string("\(base)/ServiceProviderConfig"),
      ]),
    ])
  }

  /// The kinds of resources.
  public static func resourceTypes(at base: String) -> JSON {
    list(ResourceKind.allCases.map { $0.typeJSON(at: base) })
  }

  /// The kind called `name`; nil when there is none.
  public static func resourceType(_ name: String, at base: String) -> JSON? {
    ResourceKind(rawValue: name)?.typeJSON(at: base)
  }

  /// The schemas of the kinds.
  public static func schemas(at base: String) -> JSON {
    list(ResourceKind.allCases.map { $0.schemaJSON(at: base) })
  }

  /// The schema called `name`; nil when there is none.
  public static func schema(_ name: String, at base: String) -> JSON? {
    ResourceKind.allCases.first { $0.schema == name }?.schemaJSON(at: base)
  }

  private static func list(_ all: [JSON]) -> JSON {
    .listResponse(all, total: all.count, startIndex: 1)
  }
}

extension JSON {
  /// One page of an answer (RFC 7644, section 3.4.2).
  static func listResponse(_ page: [JSON], total: Int, startIndex: Int) -> JSON {
    .object([
      "schemas": .texts(["urn:ietf:params:scim:api:messages:2.0:ListResponse"]),
      "totalResults": .integer(total), "startIndex": .integer(startIndex),
      "itemsPerPage": .integer(page.count), "Resources": .array(page),
    ])
  }
}
