import Authentication
import Domain
import EventSourcing
import Foundation
import Logging
import Postgres
import SCIM
import Synchronization
import TestStaging
import Testing

@testable import Web

/// A group of hundreds, whose members' accounts follow one after another.
@Suite struct LargeGroupTests {
  private static let count = 300

  @Test func `others come to the door while a group of hundreds is followed`() async throws {
    try await TestStage.with { stage in
      let members = try await Self.users(of: stage)
      let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
      let commands = CountedCommands(stage.gateway) { beginning.yield() }
      try await Self.withNarrowDoor(of: stage) { door in
        let directory = try Directory(telling: stage, at: door, through: commands)
        let day = Day(TestSite.noon, in: Reader.netherlands)
        async let made = directory.make(Self.group(of: members), at: TestSite.noon, on: day)
        for await _ in begun { break }
        // The only connection is held by who follows; it comes free after some, not after all.
        try await door.transaction { _ = try await $0.run("SELECT 1") }
        #expect(commands.count < Self.count)
        _ = try await made
        // To open, to restate, to follow.
        #expect(commands.count == 3 * Self.count)
        let log: any Log = stage.log
        try await stage.show(try await log.head())
        let held = try await stage.owner.run(
          "SELECT FROM role_grant WHERE standing = 'held' AND grant_given->>'role' = 'leadership'")
        #expect(held.count == Self.count)
        #expect(try await stage.owner.run("SELECT FROM directory_due").isEmpty)
      }
    }
  }

  /// People of whom the directory told, and who are in no group.
  private static func users(of stage: TestStage) async throws -> [UUID] {
    try await stage.owner.run(
      """
      INSERT INTO directory_resource (id, kind, name, document, version, made_at, changed_at)
      SELECT gen_random_uuid(), \(ResourceKind.user.rawValue), 'user' || number,
        json_build_object('userName', 'user' || number), 1, \(TestSite.noon), \(TestSite.noon)
      FROM generate_series(1, \(count)) AS number RETURNING id
      """
    ).map { try $0["id"] }
  }

  private static func group(of members: [UUID]) throws -> Document {
    let written = members.map { JSON.object(["value": .string($0.uuidString.lowercased())]) }
    return try Document(
      .group,
      sent: .object([
        "schemas": .array([.string(ResourceKind.group.schema)]),
        "displayName": .string("koers-top"), "members": .array(written),
      ]))
  }

  /// A door with one connection to lend.
  private static func withNarrowDoor(
    of stage: TestStage, _ body: (Database) async throws -> Void
  ) async throws {
    var configuration = stage.entrance.configuration
    configuration.leasedConnectionsMax = 1
    let door = Database(configuration, logger: .silent)
    do {
      try await body(door)
    } catch {
      await door.close()
      throw error
    }
    await door.close()
  }
}

/// A door for commands that counts them, and says so at each.
private final class CountedCommands: CommandGateway {
  private let commands: any CommandGateway
  private let said: @Sendable () -> Void
  private let counted = Mutex(0)

  init(_ commands: any CommandGateway, saying said: @escaping @Sendable () -> Void) {
    self.commands = commands
    self.said = said
  }

  var count: Int { counted.withLock { $0 } }

  func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt {
    counted.withLock { $0 += 1 }
    said()
    return try await commands.perform(order, in: envelope)
  }

  func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt {
    try await commands.perform(first, second, in: envelope)
  }
}
