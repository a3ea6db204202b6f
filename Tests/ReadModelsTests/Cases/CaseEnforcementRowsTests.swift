import Domain
import EventSourcing
import ReadModels
import TestCast
import TestStaging
import Testing

/// The enforcement of a finding from its place in the matrix to its end, as a row.
struct CaseEnforcementRowsTests {
  private static let id: CaseID = 91
  private static let finding: CaseFindingID = 92
  private static let action: Enforcement.ActionID = 93

  private static let opening: [CaseFile.Command] = [
    .open(
      "2026-0000009", CaseFile.Opening("Opslag", origin: .ownObservation, handlers: [noor]),
      organisation: inspectorate, on: sunday),
    .logging(
      .log(
        94, CaseFile.Intervention("visit", on: sunday, summary: "Geen vloer."),
        findings: [
          CaseFile.NewFinding(
            finding, CaseFile.Finding(.violation, rule: "Vloer", legalBasis: "Bal 4.1"))
        ]), on: sunday),
  ]

  private static func steps() throws -> [CaseFile.Command] {
    let matrix = try Enforcement.MatrixEdition(
      number: 1, validFrom: sunday, certainty: .working,
      cells: Enforcement.Position.all.map { .init($0, [.warn]) })
    func step(_ command: Enforcement.Command, on day: Day) -> CaseFile.Command {
      .enforcing(finding, command, on: day)
    }
    return [
      step(.report(.init(offender: "Depot BV", rules: ["Bal 4.1"])), on: sunday),
      step(.place(.init(.indifferent, .considerable), .none, under: matrix), on: monday),
      step(.choose(.orderUnderCoercion, reason: "Gevaar", by: noor), on: monday),
      step(.confirm(by: amina), on: tuesday),
      step(.announce(action, .init("Wij ruimen op", viewBy: nextMonday)), on: tuesday),
      step(.receiveView(action, .received(text: "Wij ook")), on: wednesday),
      step(
        .settle(
          action,
          .init(
            .orderUnderCoercion(order: .init(remedy: "Ruim op", until: "2026-05-01")),
            viewEffect: .unchanged(why: "Het duurt te lang"))), on: thursday),
      step(.send(action), on: thursday),
      step(.reinspect(action, .init(isRestored: true)), on: nextMonday),
      step(.end(.restored, reason: "Het is schoon"), on: nextMonday),
      step(.reopen(reason: "Weer mis"), on: nextMonday),
    ]
  }

  @Test func `every step reads as the case has it, live and rebuilt, then and ever after`()
    async throws
  {
    try await TestStage.with { stage in
      var state = CaseFile.initial
      var dossiers: [(position: Int, dossier: Enforcement.Dossier)] = []
      for command in Self.opening + (try Self.steps()) {
        state = try CaseFile.decide(command, state).reduce(state, CaseFile.evolve)
        let receipt = try await stage.perform(
          command, to: CaseFile.self, on: Self.id.identity, by: noor)
        let held = state.dossier?.findings[Self.finding]
        dossiers.append((receipt.position, held?.enforcement ?? Enforcement.Dossier()))
      }
      func rows(at moment: Moment) async throws -> [CaseEnforcementRow] {
        try await stage.library.look(
          CasePartsQuery(CaseEnforcementRow.self, of: Self.id), as: stage.viewer(noor), at: moment)
      }
      let live = try await rows(at: .now)
      try await stage.rebuild()
      #expect(try await rows(at: .now) == live)
      #expect(live.first?.steps.count == (try Self.steps().count))
      for (position, dossier) in dossiers {
        let row = try await rows(at: .position(position)).first
        #expect((row?.dossier ?? Enforcement.Dossier()) == dossier, "as of \(position)")
      }
    }
  }

  @Test func `what it comes to follows the steps`() throws {
    let events = try (Self.opening + Self.steps()).reduce(into: [CaseFile.Event]()) {
      events, command in
      let state = events.reduce(CaseFile.initial, CaseFile.evolve)
      events += try CaseFile.decide(command, state)
    }
    let all = recorded(
      events.map(LogEvent.caseFile), in: StreamName(CaseFile.category, Self.id.identity))
    func row(after count: Int) -> CaseEnforcementRow? {
      ReadModelsTests.rows(of: CaseEnforcementRow.self, after: Array(all.prefix(count))).values
        .first
    }
    #expect(row(after: 2) == nil)
    #expect(row(after: 3)?.dossier.placement == nil && row(after: 3)?.measure == nil)
    #expect(row(after: 4)?.dossier.placement?.value.position.description == "B4")
    // A proposal is what is meant, before another agrees.
    #expect(row(after: 5)?.measure == .orderUnderCoercion)
    #expect(row(after: 12)?.dossier.conclusion?.value.ending == .restored)
    #expect(row(after: 13)?.dossier.conclusion == nil)
  }
}
