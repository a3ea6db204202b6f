import Domain
import EventSourcing
import Foundation
import ReadModels
import TestCast
import Testing

private func recorded(
  _ event: LogEvent, in category: String, _ identity: Identity
) -> Recorded<LogEvent> {
  Recorded(
    event, in: StreamName(category, identity), of: "ilt", version: 2, position: 7, actor: "noor",
    command: .fresh(), recordedAt: Date(timeIntervalSince1970: 0))
}

@Test func `an event is one row of the history, under its position`() throws {
  let day = try #require(Day(year: 2026, month: 3, day: 2))
  let sent = recorded(.signal(.sent(on: day)), in: Signal.category, .fresh())
  #expect(HistoryRow.keys(of: sent) == [7])
  let row = try #require(HistoryRow.fold(nil, at: 7, sent))
  #expect(row.recorded == sent)
  #expect(row.scope == Scope(organisation: "ilt"))
}

@Test func `a row of the history is never changed`() throws {
  let day = try #require(Day(year: 2026, month: 3, day: 2))
  let identity = Identity.fresh()
  let sent = recorded(.signal(.sent(on: day)), in: Signal.category, identity)
  let handled = recorded(.signal(.handled(on: day)), in: Signal.category, identity)
  let row = try #require(HistoryRow.fold(nil, at: 7, sent))
  #expect(HistoryRow.fold(row, at: 7, handled) == row)
}

@Test func `what happened to a programme belongs to that programme`() throws {
  let day = try #require(Day(year: 2026, month: 3, day: 2))
  let identity = Identity.fresh()
  let event = Programme.Event.ended(reason: Prose("klaar"), on: day)
  let row = try #require(
    HistoryRow.fold(nil, at: 7, recorded(.programme(event), in: Programme.category, identity)))
  #expect(row.scope == Scope(organisation: "ilt", programme: identity))
}
