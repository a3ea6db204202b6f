import EventSourcing
import Testing

@testable import SCIM

/// What becomes of a resource by changes; most are the examples of RFC 7644, sections 3.5.2.1 to 3.5.2.3.
struct PatchTests {
  private static let group = """
    {"displayName": "Tour Guides", "members": [{"value": "2819c223"}, {"value": "902c246b"}]}
    """
  private static let user = """
    {"userName": "bjensen", "displayName": "Babs", "name": {"givenName": "Barbara", "familyName": "Jensen"},
     "emails": [{"value": "bjensen@example.com", "type": "work", "primary": true},
                {"value": "babs@jensen.org", "type": "home"}]}
    """

  @Test func `members are added to a group, each once`() throws {
    let changed = try Self.patched(
      .group, Self.group,
      #"{"op": "add", "path": "members", "value": [{"value": "2819c223"}, {"value": "new"}]}"#)
    #expect(changed.members == ["902c246b", "2819c223", "new"])
  }

  @Test func `what is added without a path says itself what it is of`() throws {
    let changed = try Self.patched(
      .user, Self.user,
      """
      {"op": "add", "value": {"emails": [{"value": "babs@example.net", "type": "other"}],
        "displayName": "Babs Jensen", "nickname": "B", "password": "secret"}}
      """)
    #expect(changed.text("displayName") == "Babs Jensen")
    #expect(changed.fields["emails"]?.each.count == 3)
    #expect(changed.fields.keys.sorted() == ["displayName", "emails", "name", "userName"])
  }

  @Test func `one member leaves a group`() throws {
    let changed = try Self.patched(
      .group, Self.group, #"{"op": "remove", "path": "members[value eq \"2819c223\"]"}"#)
    #expect(changed.members == ["902c246b"])
  }

  @Test func `all members leave a group`() throws {
    let changed = try Self.patched(.group, Self.group, #"{"op": "remove", "path": "members"}"#)
    #expect(changed.members == [])
  }

  @Test func `a member who is named in the value leaves, as some directories ask for`() throws {
    let changed = try Self.patched(
      .group, Self.group,
      #"{"op": "Remove", "path": "members", "value": [{"value": "2819c223"}]}"#)
    #expect(changed.members == ["902c246b"])
  }

  @Test func `some of several values are removed`() throws {
    let changed = try Self.patched(
      .user, Self.user,
      #"{"op": "remove", "path": "emails[type eq \"work\" and value ew \"example.com\"]"}"#)
    #expect(changed.mail == "babs@jensen.org")
  }

  @Test func `one member is replaced by another in one request`() throws {
    let changed = try Self.patched(
      .group, Self.group,
      #"{"op": "remove", "path": "members[value eq \"2819c223\"]"}"#,
      #"{"op": "add", "path": "members", "value": [{"value": "08e1d05d"}]}"#)
    #expect(changed.members == ["902c246b", "08e1d05d"])
  }

  @Test func `all members are replaced`() throws {
    let changed = try Self.patched(
      .group, Self.group, #"{"op": "replace", "path": "members", "value": [{"value": "08e1d05d"}]}"#
    )
    #expect(changed.members == ["08e1d05d"])
  }

  @Test func `a part of one of several values is replaced, and a new primary one stands alone`()
    throws
  {
    let changed = try Self.patched(
      .user, Self.user,
      #"{"op": "replace", "path": "emails[type eq \"home\"].value", "value": "b@jensen.org"}"#,
      #"{"op": "replace", "path": "emails[type eq \"home\"].primary", "value": true}"#)
    #expect(
      try changed.fields["emails"]
        == JSON(
          text: """
            [{"value": "bjensen@example.com", "type": "work", "primary": false},
             {"value": "b@jensen.org", "type": "home", "primary": true}]
            """))
    #expect(changed.mail == "b@jensen.org")
  }

  @Test func `a value that is not there yet is made when it is added to`() throws {
    let changed = try Self.patched(
      .user, #"{"userName": "bjensen"}"#,
      #"{"op": "Add", "path": "emails[type eq \"work\"].value", "value": "b@example.com"}"#)
    #expect(
      try changed.fields["emails"] == JSON(text: #"[{"value": "b@example.com", "type": "work"}]"#))
  }

  @Test func `what is not said of a name stays as it was`() throws {
    let changed = try Self.patched(
      .user, Self.user,
      #"{"op": "replace", "path": "name", "value": {"familyName": "Smit"}}"#,
      #"{"op": "replace", "path": "urn:ietf:params:scim:schemas:core:2.0:User:displayName", "value": "B"}"#,
      #"{"op": "replace", "value": {"name.formatted": "B. Smit", "active": "False"}}"#)
    #expect(
      try changed.fields["name"]
        == JSON(
          text: #"{"givenName": "Barbara", "familyName": "Smit", "formatted": "B. Smit"}"#))
    #expect(changed.text("displayName") == "B")
    #expect(changed.flag("active") == false)
  }

  @Test(
    arguments: zip(
      [
        #"{"op": "replace", "path": "emails[type eq \"fax\"].value", "value": "x"}"#,
        #"{"op": "replace", "path": "nickname", "value": "x"}"#,
        #"{"op": "replace", "path": "name.middleName", "value": "x"}"#,
        #"{"op": "replace", "path": "urn:example:User:displayName", "value": "x"}"#,
        #"{"op": "replace", "path": "groups", "value": []}"#,
        #"{"op": "replace", "path": "id", "value": "x"}"#,
        #"{"op": "remove", "path": "userName"}"#,
        #"{"op": "replace", "path": "displayName", "value": {"a": 1}}"#,
        #"{"op": "replace", "path": "displayName", "value": "a\u0000b"}"#,
        #"{"op": "replace", "path": "active", "value": "perhaps"}"#,
        #"{"op": "remove"}"#, #"{"op": "move", "path": "displayName"}"#,
        #"{"op": "add", "path": "displayName"}"#, #"{"op": "add", "path": "a b", "value": 1}"#,
      ],
      [
        .noTarget("emails.value"), .invalidPath("nickname"), .invalidPath("name.middleName"),
        .invalidPath("displayName"), .mutability("groups"), .mutability("id"),
        .invalidValue("userName"), .invalidValue("displayName"), .invalidValue("displayName"),
        .invalidValue("active"), .noTarget("that is missing"), .invalidSyntax, .invalidSyntax,
        .invalidPath("that was sent"),
      ] as [Refusal]))
  func `a change that cannot be made says why`(operation: String, refusal: Refusal) {
    #expect(throws: refusal) { try Self.patched(.user, Self.user, operation) }
  }

  @Test func `a change that is no change is refused`() throws {
    let sent = try JSON(text: #"{"Operations": [{"op": "remove", "path": "displayName"}]}"#)
    #expect(throws: Refusal.invalidSyntax) { try Patch(sent: sent) }
  }

  private static func patched(
    _ kind: ResourceKind, _ document: String, _ operations: String...
  ) throws -> Document {
    let sent = try JSON(
      text: """
        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
         "Operations": [\(operations.joined(separator: ", "))]}
        """)
    return try Patch(sent: sent).applied(
      to: Document(kind, kept: try JSON(text: document).fields))
  }
}
