import EventSourcing
import Foundation
import Testing

@testable import SCIM

/// Which resources a filter means; most filters are the examples of RFC 7644, figure 2.
struct FilterTests {
  private static let barbara = Resource(
    "2819c223-7f76-453a-919d-413861904646",
    Document(
      .user,
      kept: [
        "userName": .string("bjensen"), "externalId": .string("701984"),
        "name": .object([
          "familyName": .string("O'Malley"), "formatted": .string("Ms. Barbara J Jensen"),
        ]),
        "active": .bool(true),
        "emails": .array([
          .object(["value": .string("bjensen@example.com"), "type": .string("work")]),
          .object(["value": .string("babs@jensen.org"), "type": .string("home")]),
        ]),
      ]), version: 1, madeAt: .init(timeIntervalSince1970: 1_305_268_200),
    changedAt: .init(timeIntervalSince1970: 1_305_268_200))

  @Test(arguments: [
    #"userName eq "bjensen""#, #"USERNAME Eq "BJensen""#, #"name.familyName co "O'Malley""#,
    #"userName sw "B""#, #"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "b""#,
    #"externalId pr"#, #"meta.lastModified gt "2011-05-13T04:42:34Z""#,
    #"meta.lastModified ge "2011-05-13T06:30:00Z""#, #"not (title pr)"#,
    #"title pr or userName pr"#, #"emails[type eq "work" and value co "@example.com"]"#,
    #"emails.type eq "home""#, #"emails co "example.com" or emails.value co "example.org""#,
    #"userName ne "noor" and (emails co "nowhere" or emails.value ew "jensen.org")"#,
    #"active eq true"#, #"title eq null"#, #"name.formatted eq "Ms. Barbara J Jensen""#,
    #"meta.resourceType eq "User""#, #"title pr or active eq true and userName pr"#,
  ])
  func `a filter means whom it describes`(written: String) throws {
    #expect(try Self.isMeant(by: written))
  }

  @Test(arguments: [
    #"userName eq "noor""#, #"externalId eq "701984x""#, #"name.familyName co "o'malleyx""#,
    #"title pr"#, #"not (userName pr)"#, #"userName pr and title pr"#,
    #"emails[type eq "work" and value co "jensen.org"]"#, #"active eq false"#,
    #"meta.lastModified lt "2011-05-13T04:42:34Z""#, #"title sw """#, #"userName ne "bjensen""#,
    #"meta.resourceType eq "user""#,
  ])
  func `a filter leaves out whom it does not describe`(written: String) throws {
    #expect(try !Self.isMeant(by: written))
  }

  @Test(
    arguments: zip(
      [
        "", "userName", "userName is \"b\"", "userName eq", "userName eq \"b", "userName eq b",
        "userName eq \"b\" and", "(userName pr", "userName pr)", "emails[type eq \"work\"",
        "a.b.c pr", ".userName pr", "userName eq \"\\u12\"",
        String(repeating: "(", count: 100) + "userName pr" + String(repeating: ")", count: 100),
      ], [0, 8, 11, 11, 14, 12, 19, 12, 11, 21, 0, 0, 12, 16]))
  func `a filter that cannot be read says from where on`(written: String, place: Int) {
    #expect(throws: Refusal.invalidFilter(at: place)) { try Filter(written) }
  }

  @Test func `who is sought by name alone is known to be`() throws {
    #expect(try Filter(#"userName eq "Noor""#).sought("userName") == "Noor")
    #expect(try Filter(#"username EQ "Noor""#).sought("userName") == "Noor")
    #expect(try Filter(#"userName sw "Noor""#).sought("userName") == nil)
    #expect(try Filter(#"userName eq "Noor" or active eq true"#).sought("userName") == nil)
    #expect(try Filter(#"name.formatted eq "Noor""#).sought("name") == nil)
  }

  private static func isMeant(by written: String) throws -> Bool {
    try Filter(written).matches(
      barbara.fields(at: "https://koers.example"), ResourceKind.user.allAttributes)
  }
}
