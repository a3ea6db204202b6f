import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// The table of rights that was written by hand, held against the website over a real database.
@Suite struct RightsTableTests {
  @Test func `every route answers everybody as the table has it, and none is left out`()
    async throws
  {
    try await StagedSite.with { staged in
      var places = try await staged.placesOfAnExploration()
        .merging(staged.placesOfAProgramme()).merging(staged.placesOfASignal())
        .merging(staged.placesOfAnAccount())
        .merging(
          Places(identities: [
            ":file": "koers.css", ":token": "none", ":session": Identity.fresh().description,
            ":passkey": "AAAAAAAAAAAAAAAAAAAAAA", ":id": Identity.fresh().description,
          ]))
      places = try await staged.placesOfAnAnalysis(of: places).merging(places)
        .merging(staged.placesOfTheBank()).merging(staged.placesOfAnEntity()).merging(
          staged.placesOfACase())
      let other = try await staged.adopted(number: 5)
      let cast = try RightsCast(
        here: try #require(places.identities[":programme"]),
        elsewhere: String(other.dropFirst("/programmes/".count)))
      let site = try TestSite(over: staged.stage, people: cast.people)
      let routes = Set(site.website.routes.map { "\($0.method) \($0.pattern)" })
      let named = Set(RightsTable.rows.map(\.name))
      #expect(routes.subtracting(named) == [], "the table leaves these out")
      #expect(named.subtracting(routes) == [], "the website has no such routes")
      #expect(named.count == RightsTable.rows.count, "a route is named twice")
      let surprises = try await surprises(of: site, at: places, to: cast)
      #expect(surprises == [])
    }
  }

  @Test func `every route of which the read log keeps lines says in words what it shows`()
    async throws
  {
    try await StagedSite.with { staged in
      let routes = staged.site.website.routes.filter { $0.disclosure.kind != nil }
      let forms = Set(routes.filter { $0.formTitle != nil }.map(\.pattern))
      let pages = Set(routes.map(\.pattern)).subtracting(forms)
      let named = Set(RouteWords.pages.keys)
      #expect(pages.subtracting(named) == [], "no words say what these show")
      #expect(named.subtracting(pages) == [], "the website has no such pages")
    }
  }

  /// Where the website answers otherwise than the table has it.
  private func surprises(
    of site: TestSite, at places: Places, to cast: RightsCast
  ) async throws -> [String] {
    try await Application(router: site.website.router()).test(.router) { client in
      var surprises: [String] = []
      for row in RightsTable.rows {
        let address = places.address(of: row.pattern)
        for asker in cast.askers {
          let answer = try await client.execute(
            uri: address, method: row.method, headers: cast.headers(of: asker, for: row),
            body: row.method == .post ? ByteBuffer(string: "x=") : nil)
          guard let reply = Reply(answer, of: row) else {
            surprises.append("\(row.name), \(asker): \(answer.status)")
            continue
          }
          if reply != row.reply(to: asker) {
            surprises.append("\(row.name), \(asker): \(reply), not \(row.reply(to: asker))")
          }
        }
      }
      return surprises
    }
  }
}

extension RightsTable.Row {
  var name: String { "\(method) \(pattern)" }
}

extension Reply {
  /// What `answer` comes to; nil when it is none of these.
  init?(_ answer: TestResponse, of row: RightsTable.Row) {
    switch answer.status {
    case .ok: self = .takesIn
    case .seeOther:
      let isAsking = answer.headers[.location]?.hasPrefix("/sign-in?next=") == true
      self = isAsking ? .asksToSignIn : .takesIn
    // The form was empty, which only the page behind the door finds out.
    case .badRequest where row.method == .post: self = .takesIn
    case .unprocessableContent where row.method == .post: self = .takesIn
    // The account of the table is closed, of which only the page behind the door knows.
    case .conflict where row.pattern == "people/:account/invitation": self = .takesIn
    // Only who takes part scores, of which only the page behind the door knows.
    case .notFound where row.pattern.hasSuffix("rounds/:round/scores"): self = .takesIn
    // What nobody published is not there for anybody, of which only the page behind the door knows.
    case .notFound where row.pattern == "published/:publication": self = .takesIn
    // The provider of these tests is not there, which is found out on the way to it.
    case .serviceUnavailable where row.pattern == "sign-in/provider": self = .takesIn
    case .unauthorized: self = .asksToSignIn
    // So many have asked without the key by now that the next one has to wait.
    case .tooManyRequests where row.who == .directory: self = .asksToSignIn
    // A link that was never made is refused by the page itself, to everybody.
    case .forbidden where row.pattern.hasPrefix("sign-in/"): self = .takesIn
    case .forbidden: self = .forbids
    case .notFound: self = .findsNothing
    default: return nil
    }
  }
}

/// One person for each role, and some whose role is played in another programme.
private struct RightsCast {
  let askers: [Asker]
  let people: [Person]

  init(here: String, elsewhere: String) throws {
    let (here, elsewhere) = (ProgrammeID(here), ProgrammeID(elsewhere))
    let own = Grant.Scope.programme(id: try #require(here))
    let others = Grant.Scope.programme(id: try #require(elsewhere))
    let roles = Role.allCases
    let away: [Role] = [.partner, .programmeManager]
    askers = [.stranger, .unproven] + roles.map { .role($0) } + away.map { .elsewhere($0) }
    people =
      try roles.map {
        try Self.person(Self.id(of: .role($0)), [$0], in: $0 == .partner ? own : .organisation)
      } + away.map { try Self.person(Self.id(of: .elsewhere($0)), [$0], in: others) }
      + [Self.person(Self.id(of: .unproven), roles, in: .organisation)]
  }

  /// What the browser of `asker` sends along.
  func headers(of asker: Asker, for row: RightsTable.Row) -> HTTPFields {
    var headers: HTTPFields = [:]
    if let person = people.first(where: { $0.id.description == Self.id(of: asker) }) {
      let age = asker == .unproven ? Double(Session.freshSecondsMax) + 1 : 0
      // Signing out ends the session that it is asked with and no other.
      let own = row.pattern == "sign-out" ? 60.0 : 0
      headers[.cookie] = TestSite.session(of: person, at: TestSite.noon - age - own)
    }
    if row.method == .post {
      headers[.contentType] = "application/x-www-form-urlencoded"
      headers[.fetchSite] = "same-origin"
    }
    return headers
  }

  private static func id(of asker: Asker) -> String {
    switch asker {
    case .stranger: "nobody"
    case .unproven: "unproven"
    case .role(let role): role.rawValue.lowercased()
    case .elsewhere(let role): "\(role.rawValue.lowercased())-2"
    }
  }

  private static func person(
    _ id: String, _ roles: [Role], in scope: Grant.Scope
  ) throws -> Person {
    Person(
      try #require(PersonID(id)), of: AccountID(.fresh()), name: id,
      authority: Authority(roles.map { .role($0, in: scope) }),
      organisation: TestStage.organisation)
  }
}
