import EventSourcing
import Testing
import TestSupport

/// A gateway that remembers states must answer as one that reads every stream anew.
@Suite struct RememberedStateTests {
  private let log = InMemoryLog()
  private let jar = Identity.fresh()

  private func fill(
    _ amount: Int, through gateway: LogGateway<InMemoryLog>, expecting version: Int? = nil,
    as command: Identity = .fresh()
  ) async throws(CommandFailure<Jar.Refusal>) -> Receipt {
    try await gateway.perform(
      Order<Jar>(.fill(amount), on: jar, expecting: version),
      in: Envelope(command: command, actor: "test"))
  }

  @Test func `a command is refused only on what the log says, not on what was remembered`()
    async throws
  {
    let (here, there) = (LogGateway(log), LogGateway(log))
    _ = try await fill(9, through: here)
    _ = try await there.perform(
      Order<Jar>(.empty, on: jar), in: Envelope(command: .fresh(), actor: "test"))
    // The jar that is remembered here is too full for this.
    let receipt = try await fill(5, through: here)
    #expect(receipt.position == 3)
  }

  @Test func `that nothing would change is said only of what the log says`() async throws {
    let (here, there) = (LogGateway(log), LogGateway(log))
    let emptying = Order<Jar>(.empty, on: jar)
    _ = try await fill(9, through: here)
    _ = try await here.perform(emptying, in: Envelope(command: .fresh(), actor: "test"))
    _ = try await fill(5, through: there)
    // The jar that is remembered here is empty already.
    let receipt = try await here.perform(emptying, in: Envelope(command: .fresh(), actor: "test"))
    #expect(receipt.eventCount == 1)
    #expect(receipt.position == 4)
  }

  @Test func `what another wrote meanwhile is decided on, not overwritten`() async throws {
    let (here, there) = (LogGateway(log), LogGateway(log))
    _ = try await fill(1, through: here)
    _ = try await fill(8, through: there)
    await #expect(throws: CommandFailure<Jar.Refusal>.self) { try await fill(2, through: here) }
    #expect(try await log.events(in: StreamName(Jar.category, jar), after: 0).count == 2)
  }

  @Test func `a form that saw an older version is outdated, whatever is remembered`() async throws {
    let (here, there) = (LogGateway(log), LogGateway(log))
    _ = try await fill(1, through: here)
    _ = try await fill(1, through: there)
    do {
      _ = try await fill(1, through: here, expecting: 1)
      Issue.record("it was recorded")
    } catch {
      guard case .outdated(_, expected: 1, actual: 2) = error else { throw error }
    }
    #expect(try await fill(1, through: here, expecting: 2).position == 3)
  }

  @Test func `what is to begin something is outdated when that has begun`() async throws {
    let (here, there) = (LogGateway(log), LogGateway(log))
    _ = try await fill(1, through: here)
    // Also what the rules would refuse of an empty jar: the jar is not empty.
    for amount in [1, 11] {
      do {
        _ = try await fill(amount, through: there, expecting: 0)
        Issue.record("it was carried out")
      } catch {
        guard case .outdated(_, expected: 0, actual: 1) = error else { throw error }
      }
    }
    #expect(try await fill(1, through: there, expecting: 1).position == 2)
  }

  @Test func `a command sent again gets its first answer, also when the rules refuse it by now`()
    async throws
  {
    let gateway = LogGateway(log)
    let command = Identity.fresh()
    let first = try await fill(9, through: gateway, as: command)
    let second = try await fill(9, through: gateway, as: command)
    #expect(second.isRepeated)
    #expect(second.position == first.position)
  }

  @Test func `a gateway that may remember nothing decides the same`() async throws {
    let gateway = LogGateway(log, remembering: 0)
    _ = try await fill(9, through: gateway)
    await #expect(throws: CommandFailure<Jar.Refusal>.self) { try await fill(2, through: gateway) }
  }
}

/// Holds at most ten.
private enum Jar: Decider {
  enum Command: Equatable, Sendable {
    case fill(Int)
    case empty
  }

  enum Event: Codable, Classified, Equatable, Sendable {
    case filled(amount: Int)
    case emptied

    var fieldClasses: FieldClasses { ["amount": .impersonal] }
  }

  enum Refusal: Error, Equatable, Sendable { case tooFull }

  static let category = "jar"
  static let initial = 0

  static func decide(_ command: Command, _ content: Int) throws(Refusal) -> [Event] {
    switch command {
    case .fill(let amount):
      guard content + amount <= 10 else { throw .tooFull }
      return [.filled(amount: amount)]
    case .empty: return content == 0 ? [] : [.emptied]
    }
  }

  static func evolve(_ content: Int, _ event: Event) -> Int {
    switch event {
    case .filled(let amount): content + amount
    case .emptied: 0
    }
  }
}
