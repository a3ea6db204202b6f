import EventSourcing
import Foundation
import Testing

@testable import SCIM

/// What a directory sends and is shown.
struct ResourceTests {
  private static let base = "https://koers.example/scim/v2"

  @Test func `what is not in the schema is never kept, a password least of all`() throws {
    let document = try Document(
      .user,
      sent: JSON(
        text: """
          {"schemas": ["\(ResourceKind.user.schema)", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
           "USERNAME": "noor", "password": "secret", "id": "7", "groups": [{"value": "1"}], "emails": [],
           "name": {"givenName": "Noor", "middleName": "M"}, "displayName": null}
          """))
    #expect(
      try .object(document.fields)
        == JSON(
          text: #"{"userName": "noor", "name": {"givenName": "Noor"}}"#))
  }

  @Test(
    arguments: zip(
      [
        #"{"userName": "noor"}"#, #"{"schemas": ["\#(ResourceKind.user.schema)"]}"#,
        #"{"schemas": ["\#(ResourceKind.group.schema)"], "userName": "noor"}"#,
        #"{"schemas": ["\#(ResourceKind.user.schema)"], "userName": ""}"#,
        """
        {"schemas": ["\(ResourceKind.user.schema)"], "userName": "noor",
         "emails": [{"value": "a@b.nl", "primary": true}, {"value": "c@b.nl", "primary": true}]}
        """, "[]", "7",
      ],
      [
        .invalidSyntax, .invalidValue("userName"), .invalidSyntax, .invalidValue("userName"),
        .invalidValue("emails.primary"), .invalidSyntax, .invalidSyntax,
      ] as [Refusal]))
  func `what is no person is refused`(sent: String, refusal: Refusal) throws {
    let json = try JSON(text: sent)
    #expect(throws: refusal) { try Document(.user, sent: json) }
  }

  @Test func `a group is shown with its members, its version and its addresses`() throws {
    let shown = Self.group(named: "managers", 1).json(at: Self.base)
    #expect(
      try shown
        == JSON(
          text: """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "g1",
             "displayName": "managers",
             "members": [{"value": "u1", "type": "User", "$ref": "\(Self.base)/Users/u1"}],
             "meta": {"resourceType": "Group", "created": "1970-01-01T00:00:00Z",
                      "lastModified": "1970-01-01T00:01:00Z", "version": "W/\\"3\\"",
                      "location": "\(Self.base)/Groups/g1"}}
            """))
  }

  @Test(
    arguments: zip(
      [
        ["attributes": "displayName"], ["attributes": "MEMBERS.value, meta.version"],
        ["excludedAttributes": "members,meta"], ["excludedAttributes": "id,meta,members.$ref"],
      ],
      [
        #"{"displayName": "managers"}"#,
        #"{"members": [{"value": "u1"}], "meta": {"version": "W/\"3\""}}"#,
        #"{"displayName": "managers"}"#,
        #"{"displayName": "managers", "members": [{"value": "u1", "type": "User"}]}"#,
      ]))
  func `a directory sees what it asks for, and always what it is`(
    asked: [String: String], shown: String
  ) throws {
    let selection = try Search { asked[$0] }.selection
    let always = [
      "id": JSON.string("g1"), "schemas": .array([.string(ResourceKind.group.schema)]),
    ]
    let json = Self.group(named: "managers", 1).json(at: Self.base, selection)
    #expect(try json == .object(JSON(text: shown).fields.merging(always) { $1 }))
  }

  @Test func `an answer goes by pages, in the order that is asked for`() throws {
    let groups = ["Beta", "alfa", "gamma", "Delta"].enumerated().map {
      Self.group(named: $0.element, $0.offset)
    }
    func names(_ asked: [String: String]) throws -> [String?] {
      let answer = try Search { asked[$0] }.answer(from: groups, at: Self.base)
      #expect(answer["totalResults"] == .integer(4))
      return answer["Resources"]?.each.map { $0["displayName"]?.text } ?? []
    }
    #expect(try names([:]) == ["Beta", "alfa", "gamma", "Delta"])
    #expect(try names(["sortBy": "displayName"]) == ["Beta", "Delta", "alfa", "gamma"])
    #expect(
      try names(["sortBy": "displayName", "sortOrder": "descending", "count": "2"])
        == ["gamma", "alfa"])
    #expect(try names(["startIndex": "3", "count": "5"]) == ["gamma", "Delta"])
    #expect(try names(["startIndex": "-1", "count": "1"]) == ["Beta"])
    #expect(try names(["startIndex": "9"]) == [])
    #expect(try names(["count": "0"]) == [])
  }

  @Test func `a refusal says its keyword, and repeats no value`() throws {
    #expect(
      try Refusal.uniqueness("userName").json
        == JSON(
          text: """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": "409",
             "scimType": "uniqueness", "detail": "Another one has the same userName."}
            """))
  }

  private static func group(named name: String, _ number: Int) -> Resource {
    Resource(
      "g\(number)",
      Document(
        .group,
        kept: [
          "displayName": .string(name), "members": .array([.object(["value": .string("u1")])]),
        ]), version: 3, madeAt: Date(timeIntervalSince1970: 0),
      changedAt: Date(timeIntervalSince1970: 60))
  }
}
