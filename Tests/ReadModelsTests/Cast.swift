import Domain
import EventSourcing
import Foundation
import ReadModels
import TestSupport

/// The people and days of every story here.
let noor: PersonID = "noor"  // Manages programmes and writes explorations.
let amina: PersonID = "amina"  // Decides.
let joris: PersonID = "joris"  // Works in a team.

let monday: Day = "2026-03-02"
let tuesday: Day = "2026-03-03"
let wednesday: Day = "2026-03-04"
let nextMonday: Day = "2026-03-09"

let inspectorate: Line = "Inspectie Leefomgeving en Transport (ILT)"
let meerjarenplan = Source(
  "Meerjarenplan 2020-2024", at: "https://magazines.ilent.nl/meerjarenplan/2019/01/")

/// `events` as the log would give them back: one command each, a second apart.
func recorded(
  _ events: [LogEvent], in stream: StreamName, of organisation: String = "ilt",
  by actor: String = "noor", after position: Int = 0
) -> [Recorded<LogEvent>] {
  events.enumerated().map { index, event in
    Recorded(
      event, in: stream, of: organisation, version: index + 1, position: position + index + 1,
      actor: actor, command: stream.identity,
      recordedAt: Date(timeIntervalSince1970: 1_772_452_800 + Double(index)))
  }
}

/// The rows that `events` make, folded one by one.
func rows<Model: ReadModel>(
  of model: Model.Type, after events: [Recorded<Model.Event>]
) -> [Model.Key: Model.Row] {
  events.reduce(into: [:]) { rows, event in
    for key in model.keys(of: event) { rows[key] = model.fold(rows[key], at: key, event) }
  }
}
