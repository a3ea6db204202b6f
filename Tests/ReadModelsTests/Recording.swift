import Domain
import EventSourcing
import Foundation
import ReadModels

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
