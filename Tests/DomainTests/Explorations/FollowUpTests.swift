import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

/// Decisions that take effect in two streams, through the gateway that the pages use.
struct FollowUpTests {
  private let log = InMemoryLog()
  private let exploration = (1 as ExplorationID).identity
  private var gateway: LogGateway<InMemoryLog> { LogGateway(log) }

  private var adopt: Order<Exploration> {
    Order(.decide(1, .adopt, Taxi.ruling, on: wednesday), on: exploration)
  }

  @Test func `a decision and the programme it starts are recorded together`() async throws {
    try await propose()
    let receipt = try await gateway.perform(
      adopt, establish(as: 1, charter: Rail.charter), in: envelope(10))
    #expect(receipt.eventCount == 2)
    let recorded = try await log.events(after: receipt.position - 2, limit: 2)
      .map { try LogEvent.decode($0).event }
    #expect(
      recorded == [
        .exploration(.decisionAdopted(id: 1, ruling: Taxi.ruling, on: wednesday)),
        .programme(Rail.established[0]),
      ])
  }

  @Test func `without its programme the decision is not taken either`() async throws {
    try await propose()
    let head = try await log.head()
    let upsideDown = Rail.charter(
      label: Rail.label, term: .init(start: tuesday, review: tuesday, end: monday))
    await #expect {
      _ = try await gateway.perform(adopt, establish(as: 1, charter: upsideDown), in: envelope(10))
    } throws: { error in
      typealias Failure = CommandFailure<EitherRefusal<Exploration.Refusal, Programme.Refusal>>
      guard case .refused(let refusal)? = error as? Failure else { return false }
      return refusal == .second(.termOutOfOrder)
    }
    #expect(try await log.head() == head)
  }

  @Test func `a number is one programme's in its plan year until it is given back`() async throws {
    let other = (2 as ProgrammeID).identity
    let renumbered = Programme.Label(planYear: 2020, number: 9, name: "Spoor")
    _ = try await gateway.perform(establish(as: 1, charter: Rail.charter), in: envelope(1))
    await #expect {
      _ = try await gateway.perform(establish(as: 2, charter: Rail.charter), in: envelope(2))
    } throws: { error in
      guard case .taken(let claim)? = error as? CommandFailure<Programme.Refusal> else {
        return false
      }
      return claim.scope == "programme-number"
    }
    _ = try await gateway.perform(
      Order<Programme>(.rename(renumbered, on: tuesday), on: (1 as ProgrammeID).identity),
      in: envelope(3))
    _ = try await gateway.perform(establish(as: 2, charter: Rail.charter), in: envelope(4))
    #expect(try await log.events(in: StreamName("programme", other), after: 0).count == 1)
  }

  private func establish(
    as programme: ProgrammeID, charter: Programme.Charter
  ) -> Order<Programme> {
    Order(.establish(charter, from: Rail.decision, on: monday), on: programme.identity)
  }

  private func envelope(_ command: Int) -> Envelope {
    Envelope(
      command: Identifier<Envelope>(integerLiteral: command).identity, actor: noor.description)
  }

  private func propose() async throws {
    let codec = try Exploration.codec()
    _ = try await log.append(
      Appending(
        envelope(9),
        slices: [
          .init(
            to: StreamName("exploration", exploration), expecting: 0,
            Taxi.proposed.map(codec.encode))
        ]))
  }
}
