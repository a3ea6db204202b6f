import Domain
import EventSourcing
import Postgres
import ReadModels
import TestCast
import TestStaging

/// Work of the organisation that fills every read model of it, beside one programme that a guest may see.
enum Secrets {
  /// The secret programme.
  static let id = Rail.id

  /// The tables of every read model of the work and of its past, each with its schema.
  static let tables = ReadModelList.all.filter { $0.audience == .work }.flatMap { model in
    ["", "_superseded"].map { Table(schema: "\(model.name)__v1", name: model.name + $0) }
  }

  struct Table {
    let schema: String
    let name: String
    var path: String { "\(schema).\(name)" }
  }

  /// A stage with everything on it.
  static func with(_ body: (TestStage) async throws -> Void) async throws {
    try await TestStage.with { stage in
      for command in Rail.story {
        _ = try await stage.gateway.perform(
          Order<Programme>(command, on: id.identity), in: .noors)
      }
      _ = try await stage.gateway.perform(
        Order<Programme>(
          .establish(Rail.charter(number: 90), from: DecisionReference(91, 92), on: monday),
          on: Onlooker.own.identity), in: .noors)
      for command in Noise.story {
        _ = try await stage.gateway.perform(
          Order<Exploration>(command, on: Noise.id.identity), in: .noors)
      }
      for command in Warning.story {
        try await stage.perform(command, to: Signal.self, on: Warning.id.identity, by: noor)
      }
      try await body(stage)
    }
  }
}

extension Envelope {
  fileprivate static var noors: Envelope {
    Envelope(command: .fresh(), actor: noor.description)
  }
}

/// A signal that nobody else should read.
private enum Warning {
  static let id: SignalID = 95

  static let story: [Signal.Command] = [
    .raise(
      Signal.Message(
        title: "Geheim", text: "Het keurmerk werkt niet.", kind: .askingAction,
        addressee: .ministry), organisation: inspectorate,
      origin: .known(source: meerjarenplan, certainty: .sourced), dueOn: "2026-05-01",
      isPublic: false, on: monday),
    .send(on: tuesday),
    .respond(96, Signal.PolicyResponse("We passen de norm aan.", from: "DGLM"), on: wednesday),
    .handle(on: wednesday),
  ]
}
