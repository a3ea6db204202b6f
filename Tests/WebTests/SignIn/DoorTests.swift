import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels
import TestStaging
import Testing

/// The door over a real database: who has an account, who is signed in, and until when.
@Suite struct DoorTests {
  private static let noon = Date(timeIntervalSince1970: 1_772_452_800)

  @Test func `a session opens with its token alone, and is kept as no more than a digest`()
    async throws
  {
    try await withJoris { stage, door, today in
      let token = try await begin(door)
      let known = try #require(try await door.arrival(token, at: Self.noon, on: today))
      #expect(known.person.id == Self.joris && known.person.name == "Joris Smit")
      #expect(known.person.may(.read) && !known.person.may(.manage))
      #expect(known.people.map(\.id) == [Self.joris])
      var generator = SystemRandomNumberGenerator()
      let other = OneTimeToken(using: &generator)
      let none = try await door.arrival(other, at: Self.noon, on: today)
      #expect(none == nil)
      let rows = try await stage.owner.run("SELECT session::text AS kept FROM session")
      #expect(rows.count == 1)
      let kept: String = try #require(try rows.first?["kept"])
      #expect(!kept.contains(token.written))
    }
  }

  @Test func `it ends when it is ended, left alone or as old as can be, and busy it goes on`()
    async throws
  {
    try await withJoris { _, door, today in
      func holds(_ token: OneTimeToken, after seconds: Double) async throws -> Bool {
        try await door.arrival(token, at: Self.noon + seconds, on: today) != nil
      }
      let idle = try await begin(door)
      #expect(try await !holds(idle, after: Double(Session.idleSecondsMax) + 1))
      let busy = try await begin(door)
      for pause in 1..<(Session.secondsMax / Session.idleSecondsMax) {
        #expect(try await holds(busy, after: Double(pause * Session.idleSecondsMax)), "\(pause)")
      }
      #expect(try await !holds(busy, after: Double(Session.secondsMax)))
      let ended = try await begin(door)
      try await door.end(ended)
      #expect(try await !holds(ended, after: 1))
    }
  }

  @Test func `what an open page asks by itself keeps nobody signed in`() async throws {
    try await withJoris { _, door, today in
      let token = try await begin(door)
      for (minutes, isThere) in [(20.0, true), (29, true), (31, false)] {
        let known = try await door.arrival(
          token, at: Self.noon + minutes * 60, on: today, noticed: false)
        #expect((known != nil) == isThere, "\(minutes)")
      }
    }
  }

  @Test func `who proved elsewhere who they are, and long ago, has to prove it for what is grave`()
    async throws
  {
    try await withJoris { _, door, today in
      func isFresh(_ age: Double) async throws -> Bool {
        let token = try await begin(door, provenAt: Self.noon - age)
        let known = try #require(try await door.arrival(token, at: Self.noon, on: today))
        return known.session.isFresh(at: Self.noon)
      }
      let age = Double(Session.freshSecondsMax)
      let freshness = [try await isFresh(age), try await isFresh(age + 1)]
      #expect(freshness == [true, false])
    }
  }

  @Test func `one sees the own sessions and ends one or all of them, and nobody else's`()
    async throws
  {
    try await withJoris { _, door, today in
      let (first, second) = (try await begin(door), try await begin(door))
      let sessions = try await door.sessions(of: Self.joris, at: Self.noon)
      #expect(sessions.count == 2)
      let firstKnown = try #require(try await door.arrival(first, at: Self.noon, on: today))
      try await door.end(firstKnown.session.id, of: Self.noor)
      #expect(try await door.arrival(first, at: Self.noon, on: today) != nil)
      try await door.end(firstKnown.session.id, of: Self.joris)
      #expect(try await door.arrival(first, at: Self.noon, on: today) == nil)
      #expect(try await door.arrival(second, at: Self.noon, on: today) != nil)
      try await door.end(nil, of: Self.joris)
      #expect(try await door.sessions(of: Self.joris, at: Self.noon).isEmpty)
    }
  }

  @Test
  func
    `whoever's account is closed is out at once and for good, and a right that is revoked is gone`()
    async throws
  {
    try await withJoris { stage, door, today in
      let token = try await begin(door)
      func known() async throws -> Known? {
        try await door.arrival(token, at: Self.noon, on: today)
      }
      try await stage.perform(
        .revoke(Self.grant, reason: try Prose("klaar"), by: Self.noor, on: today),
        to: Account.self, on: Self.account, by: Self.noor)
      let without = try #require(try await known())
      #expect(!without.person.may(.read))
      try await stage.perform(
        .close(reason: try Prose("uit dienst"), by: Self.noor, on: today), to: Account.self,
        on: Self.account, by: Self.noor)
      #expect(try await known() == nil)
      try await stage.perform(
        .reopen(reason: try Prose("terug"), on: today), to: Account.self, on: Self.account,
        by: Self.noor)
      #expect(try await known() == nil)
    }
  }

  @Test func `emergency access opens everything to read until its time is over`() async throws {
    try await withJoris { stage, door, today in
      try await stage.perform(
        .revoke(Self.grant, reason: try Prose("klaar"), by: Self.noor, on: today),
        to: Account.self, on: Self.account, by: Self.noor)
      let (ships, role) = (ProgrammeID(.numbered(3)), GrantID(.numbered(4)))
      try await stage.perform(
        .grant(
          role, Grant(.inspector, in: .programme(id: ships), Grant.Term(from: today)),
          reason: try Prose("schepen"), by: Self.noor, on: today),
        to: Account.self, on: Self.account, by: Self.noor)
      let from = Instant(seconds: Int(Self.noon.timeIntervalSince1970))
      try await stage.perform(
        .breakGlass(
          EmergencyID(.fresh()),
          Account.Emergency(try Prose("ongeval"), from: from, until: from.adding(seconds: 600)),
          on: today), to: Account.self, on: Self.account, by: Self.joris)
      let token = try await begin(door)
      func sight(after seconds: Double) async throws -> Authority.Sight? {
        try await door.arrival(token, at: Self.noon + seconds, on: today)?.person.authority.sight
      }
      #expect(try await sight(after: 599) == .organisation)
      #expect(try await sight(after: 600) == .programmes([ships]))
      try await stage.perform(
        .revoke(role, reason: try Prose("klaar"), by: Self.noor, on: today),
        to: Account.self, on: Self.account, by: Self.noor)
      #expect(try await sight(after: 599) == .programmes([]), "it goes with the role")
    }
  }

  @Test func `a link is good for its purpose and its time`() async throws {
    try await withJoris { _, door, _ in
      let tryout = try await door.link(for: Self.joris, to: .tryout, at: Self.noon)
      let invitation = try await door.link(for: Self.joris, to: .invitation, at: Self.noon)
      #expect(try await door.visitor(by: tryout, at: Self.noon + 3600) == Self.joris)
      #expect(try await door.visitor(by: tryout, at: Self.noon + 90_000) == nil)
      #expect(try await door.visitor(by: invitation, at: Self.noon) == nil)
    }
  }

  @Test func `at the door the work cannot be seen, nor can pages see what is kept there`()
    async throws
  {
    try await withJoris { stage, _, _ in
      for statement in [
        "SELECT * FROM programme", "SELECT * FROM history", "SELECT * FROM es_event",
      ]
        as [Statement]
      {
        let denial = await #expect(throws: PostgresError.self) {
          try await stage.entrance.run(statement)
        }
        #expect(denial?.sqlState == .insufficientPrivilege, "\(statement)")
      }
    }
  }

  private static let joris = PersonID(known: "joris")
  private static let noor = PersonID(known: "noor")
  private static let account = Identity.numbered(1)
  private static let grant = GrantID(.numbered(2))

  /// Opens the door with one account, Joris's, who plays the role of inspector.
  private func withJoris(_ body: (TestStage, Door, Day) async throws -> Void) async throws {
    try await TestStage.with { stage in
      let today = try #require(Day(year: 2026, month: 3, day: 2))
      try await stage.perform(
        .open(Self.joris, Account.Profile(try Line("Joris Smit")), on: today),
        to: Account.self, on: Self.account, by: Self.noor)
      try await stage.perform(
        .grant(
          Self.grant, Grant(.inspector, Grant.Term(from: today)), reason: try Prose("nieuw"),
          by: Self.noor, on: today), to: Account.self, on: Self.account, by: Self.noor)
      try await body(stage, Door(stage.entrance), today)
    }
  }

  private func begin(
    _ door: Door, provenAt: Date = Self.noon
  ) async throws -> OneTimeToken {
    try await door.begin(
      Self.joris, by: .password, provenAt: provenAt, browser: "a browser", provider: nil,
      at: Self.noon)
  }
}

extension PersonID {
  /// An identifier that is written here, and so is one.
  fileprivate init(known text: String) {
    guard let id = PersonID(text) else { preconditionFailure("\(text) is an identifier") }
    self = id
  }
}
