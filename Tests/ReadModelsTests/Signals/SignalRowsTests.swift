import Domain
import EventSourcing
import Foundation
import ReadModels
import TestCast
import TestStaging
import Testing

/// A signal from raising to handling and back, as rows.
struct SignalRowsTests {
  private static let id: SignalID = 81
  private static let message = Signal.Message(
    title: "Vuurwerk", text: "Het keurmerk werkt niet.", kind: .askingAction,
    addressee: .ministry)

  private static let story: [Signal.Command] = [
    .raise(
      message, organisation: inspectorate,
      origin: .known(source: meerjarenplan, certainty: .sourced), dueOn: "2026-05-01",
      isPublic: false, on: monday),
    .revise(
      Signal.Message(
        title: "Vuurwerk", text: "Het keurmerk werkt niet goed.", kind: .askingAction,
        addressee: .minister), on: monday),
    .send(on: tuesday),
    .treat(on: tuesday),
    .reschedule(dueOn: "2026-06-01", reason: "Reces", on: tuesday),
    .respond(82, Signal.PolicyResponse("We passen de norm aan.", from: "DGLM"), on: wednesday),
    .publish(on: wednesday),
    .handle(on: wednesday),
    .reopen(reason: "De norm kwam er niet", on: nextMonday),
    .withhold(reason: "Loopt een zaak", on: nextMonday),
  ]

  @Test func `every step of a signal reads as the aggregate has it, then and ever after`()
    async throws
  {
    try await TestStage.with { stage in
      var state = Signal.initial
      var steps: [(position: Int, dossier: Signal.Dossier)] = []
      for command in Self.story {
        state = try Signal.decide(command, state).reduce(state, Signal.evolve)
        let receipt = try await stage.perform(
          command, to: Signal.self, on: Self.id.identity, by: noor)
        steps.append((receipt.position, try #require(state.dossier)))
      }
      try await stage.rebuild()
      for (position, dossier) in steps {
        let (signal, responses) = try await stage.library.look(
          SignalQuery(Self.id), ResponsesQuery(to: Self.id), as: stage.viewer(noor),
          at: .position(position))
        let row = try #require(signal)
        #expect(row.message == dossier.message, "as of \(position)")
        #expect(row.origin == dossier.origin)
        #expect(row.dueOn == dossier.dueOn, "as of \(position)")
        #expect(row.isPublic == dossier.isPublic, "as of \(position)")
        #expect(row.sentOn == dossier.sentOn, "as of \(position)")
        #expect(row.status == dossier.status, "as of \(position)")
        #expect(row.responseCount == dossier.responses.count)
        #expect(responses.map(\.response) == dossier.responses.entries.map(\.value.response))
      }
    }
  }

  @Test func `an answer is late by the day it came, whatever is still to be handled`() throws {
    func row(answeredOn day: Day?) throws -> SignalRow {
      let message = Signal.Message(
        title: "Vuurwerk", text: "Onveilig", kind: .askingAction, addressee: .minister)
      let response = Signal.PolicyResponse("We passen de regels aan", from: "Directie Omgeving")
      let events: [Signal.Event] =
        [
          .raised(
            message: message, organisation: "ILT",
            origin: .known(source: meerjarenplan, certainty: .sourced), dueOn: wednesday,
            isPublic: true, on: monday), .sent(on: monday),
        ] + (day.map { [.responded(id: 1, response: response, on: $0)] } ?? [])
      let all = recorded(
        events.map(LogEvent.signal), in: StreamName(Signal.category, Self.id.identity))
      return try #require(rows(of: SignalRow.self, after: all).values.first)
    }
    let (waiting, timely) = (try row(answeredOn: nil), try row(answeredOn: wednesday))
    let late = try row(answeredOn: nextMonday)
    #expect(waiting.isOverdue(on: nextMonday) && !waiting.isOverdue(on: wednesday))
    #expect(!timely.isOverdue(on: nextMonday) && !timely.isAnsweredLate)
    #expect(!late.isOverdue(on: nextMonday) && late.isAnsweredLate)
  }

  @Test func `a signal is overdue when its day has passed without an answer`() throws {
    var state = Signal.initial
    var events: [Signal.Event] = []
    for command in Self.story.prefix(8) {
      let news = try Signal.decide(command, state)
      state = news.reduce(state, Signal.evolve)
      events += news
    }
    let all = recorded(
      events.map(LogEvent.signal), in: StreamName(Signal.category, Self.id.identity))
    let handled = try #require(rows(of: SignalRow.self, after: all).values.first)
    let waiting = try #require(rows(of: SignalRow.self, after: all.dropLast(3)).values.first)
    #expect(!handled.isOverdue(on: "2026-06-02"))
    #expect(waiting.isOverdue(on: "2026-06-02"))
    #expect(!waiting.isOverdue(on: "2026-06-01"))
  }
}
