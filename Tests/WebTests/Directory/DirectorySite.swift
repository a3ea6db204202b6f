import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

/// The site over a real database, as the organisation's directory meets it and as people sign in to it.
struct DirectorySite {
  let stage: TestStage
  let door: Door
  let site: TestSite

  /// Everything that happened on the site.
  var log: any Log { stage.log }

  /// The key of the directory of these tests.
  static let key = OpenReception.token(of: StagedSite.noor.id, at: TestSite.noon)

  /// Opens the site for `body` with nobody in it.
  static func with(_ body: (DirectorySite) async throws -> Void) async throws {
    try await TestStage.with { stage in
      let door = Door(stage.entrance)
      try await body(
        DirectorySite(stage: stage, door: door, site: try TestSite(over: stage, reception: door)))
    }
  }

  /// The same site when it ends amid what follows: so many commands take effect, and nobody hears of the last.
  func ending(after count: Int) throws -> DirectorySite {
    let site = try TestSite(
      over: stage, commands: EndingCommands(stage.gateway, after: count), reception: door)
    return DirectorySite(stage: stage, door: door, site: site)
  }

  /// The answer to one request of the directory.
  func ask(
    _ method: HTTPRequest.Method = .get, _ address: String, _ body: String? = nil,
    headers: HTTPFields = [.authorization: "Bearer \(key.written)"]
  ) async throws -> TestResponse {
    var headers = headers
    if body != nil { headers[.contentType] = "application/scim+json" }
    return try await site.ask(method, "/scim/v2/\(address)", headers: headers, body: body)
  }

  /// What was answered to a request that must go well.
  @discardableResult
  func told(
    _ method: HTTPRequest.Method = .get, _ address: String, _ body: String? = nil
  ) async throws -> JSON {
    let answer = try await ask(method, address, body)
    #expect((200...201).contains(answer.status.code), "\(method) \(address): \(answer.text)")
    return try answer.json
  }

  /// A person whom the directory tells of, by identifier.
  func join(_ name: String, _ more: String = "") async throws -> String {
    let made = try await told(
      .post, "Users",
      """
      {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "\(name)",
       "externalId": "x-\(name)"\(more)}
      """)
    return try #require(made["id"]?.text)
  }

  /// A group of these members, by identifier.
  func group(_ name: String, _ members: [String]) async throws -> String {
    let written = members.map { "{\"value\": \"\($0)\"}" }.joined(separator: ", ")
    let made = try await told(
      .post, "Groups",
      """
      {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "\(name)",
       "members": [\(written)]}
      """)
    return try #require(made["id"]?.text)
  }

  @discardableResult
  func patch(_ address: String, _ operation: String) async throws -> JSON {
    try await told(
      .patch, address,
      """
      {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [\(operation)]}
      """)
  }

  /// Whom the roster has for an identifier; nil for nobody.
  func person(_ id: String) async throws -> Person? {
    let person = PersonID.opaque(for: try #require(AccountID(id)))
    return try await door.people(on: Day(TestSite.noon, in: Reader.netherlands))
      .first { $0.id == person }
  }

  /// The cookie of somebody who plays `role` and signed in just now.
  func signedIn(as role: Role) async throws -> String {
    let (account, grant) = (AccountID(.fresh()), GrantID(.fresh()))
    let (person, today) = (
      PersonID.opaque(for: account), Day(TestSite.noon, in: Reader.netherlands)
    )
    let given: Account.Command =
      role.needsFourEyes
      ? .found(grant, on: today)
      : .grant(
        grant, Grant(role, Grant.Term(from: today)), reason: try Prose("Nieuw"),
        by: StagedSite.noor.id, on: today)
    for command in [.open(person, Account.Profile(try Line("Iris Bakker")), on: today), given] {
      try await stage.perform(command, to: Account.self, on: account.identity, by: person)
    }
    let token = try await door.begin(
      person, by: .passkey, provenAt: TestSite.noon, browser: "", provider: nil,
      at: TestSite.noon)
    return "\(SessionCookie.name)=\(token.written)"
  }

  /// What was answered to a form about the last role that an account was given or proposed.
  @discardableResult
  func send(
    _ form: String, _ fields: String = "", about id: String, as cookie: String
  ) async throws -> TestResponse {
    let account = try #require(AccountID(id))
    let rows = try await stage.owner.run(
      """
      SELECT key FROM role_grant WHERE account = \(account)
      ORDER BY position_first DESC LIMIT 1
      """)
    let grant: GrantID = try #require(rows.first?["key"])
    let answer = try await site.ask(
      .post, "/people/\(id)/grants/\(grant)/\(form)", cookie: cookie,
      headers: [.fetchSite: "same-origin"], body: "command=\(Identity.fresh())\(fields)")
    try await stage.show(try await log.head())
    return answer
  }

  /// What happened to an account, in order, with who recorded it.
  func happenings(_ id: String) async throws -> [String] {
    try await stage.owner.run(
      """
      SELECT actor || ' ' || (event->>'type') AS told
      FROM account_history WHERE subject = \(try #require(UUID(uuidString: id))) ORDER BY version
      """
    ).map { try $0["told"] }
  }
}

extension Directory {
  /// The directory of these tests, at whose provider the same people sign in.
  init(
    telling stage: TestStage, at door: Database? = nil, through commands: any CommandGateway
  ) throws {
    self.init(
      door ?? stage.entrance, commands: commands, progress: stage.runner,
      keys: [DirectorySite.key.digest],
      groups: [
        GroupRule(try Line("koers-managers"), gives: .programmeManager),
        GroupRule(try Line("koers-top"), gives: .leadership),
        GroupRule(try Line("koers-admins"), gives: .administrator),
      ], issuer: "https://provider.invalid", subject: .externalID, logger: .silent)
  }
}

extension TestResponse {
  /// The body as JSON.
  var json: JSON {
    get throws { try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }
  }
}

extension JSON {
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var list: [JSON] { if case .array(let values) = self { values } else { [] } }
}
