import Authentication
import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import Synchronization
import TestStaging
import Testing

@testable import Web

/// A program that ends amid what follows from a word of the directory, and what the next word finds.
@Suite struct DirectoryEndingTests {
  @Test(arguments: 0...3)
  func `who joins has one account after all, however far it had come`(count: Int) async throws {
    try await DirectorySite.with { site in
      let user = """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "noor"}
        """
      let cut = try await site.ending(after: count).ask(.post, "Users", user)
      #expect(cut.status == .serviceUnavailable)
      let again = try await site.ask(.post, "Users", user)
      #expect(again.status == .conflict)
      let found = try await site.told(.get, "Users?filter=userName%20eq%20%22noor%22")
      let noor = try #require(found["Resources"]?.list.first?["id"]?.text)
      try await site.stage.show(try await site.log.head())
      #expect(try await site.person(noor)?.isOpen == true)
      #expect(try await site.stage.owner.run("SELECT FROM account").count == 1)
    }
  }

  @Test func `who was taken out is out after all`() async throws {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      let person = PersonID.opaque(for: try #require(AccountID(noor)))
      _ = try await site.door.begin(
        person, by: .provider, provenAt: TestSite.noon, browser: "", provider: nil,
        at: TestSite.noon)
      let cut = try await site.ending(after: 0).ask(.delete, "Users/\(noor)")
      #expect(cut.status == .serviceUnavailable)
      #expect(try await site.ask(.delete, "Users/\(noor)").status == .notFound)
      try await site.stage.show(try await site.log.head())
      #expect(try await site.person(noor)?.isOpen == false)
      #expect(try await site.stage.owner.run("SELECT FROM session").isEmpty)
    }
  }

  @Test func `a group that was followed by some is followed by all, and nobody follows twice`()
    async throws
  {
    try await DirectorySite.with { site in
      var members: [String] = []
      for name in ["noor", "sam", "eva"] { members.append(try await site.join(name)) }
      let written = members.map { "{\"value\": \"\($0)\"}" }.joined(separator: ", ")
      let group = """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
         "displayName": "koers-managers", "members": [\(written)]}
        """
      // For each member three: to open, to restate, to follow.
      let cut = try await site.ending(after: 5).ask(.post, "Groups", group)
      #expect(cut.status == .serviceUnavailable)
      try await site.told(.get, "Groups")
      try await site.stage.show(try await site.log.head())
      for member in members {
        #expect(try await site.person(member)?.roles == [.programmeManager])
        #expect(
          try await site.happenings(member)
            == ["koers-directory account.opened", "koers-directory account.granted"])
      }
      #expect(try await site.stage.owner.run("SELECT FROM directory_due").isEmpty)
    }
  }
}

/// The door for commands of a program that ends: so many take effect, of the last nobody hears, and then there is nobody.
final class EndingCommands: CommandGateway {
  private let commands: any CommandGateway
  private let left: Mutex<Int>

  init(_ commands: any CommandGateway, after count: Int) {
    self.commands = commands
    left = Mutex(count)
  }

  func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt {
    let left = self.left.withLock { left in
      left -= 1
      return left
    }
    guard left >= 0 else { throw .busy }
    let receipt = try await commands.perform(order, in: envelope)
    if left == 0 { throw .outcomeUnknown }
    return receipt
  }

  func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt {
    throw .busy
  }
}
