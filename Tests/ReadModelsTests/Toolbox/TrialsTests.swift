import Domain
import EventSourcing
import EventStore
import ReadModels
import TestCast
import TestStaging
import Testing

/// What came of the choices of the toolbox, drawn from interventions and their evaluations.
struct TrialsTests {
  @Test func `a choice that became an intervention is a trial, with what came of it`() async throws
  {
    try await TestStage.with { stage in
      let rail = TriedIntervention(8, in: "Spoor", "visit", because: ["T2", "T7"])
      try await rail.play(on: stage, nil)
      let before = try #require(try await trials(stage).first)
      #expect(before.programme == rail.programme && before.programmeName == Rail.charter.label.name)
      #expect(before.choice == rail.choice && before.intervention == rail.intervention)
      #expect(before.interventionName == "Bezoeken" && before.type == "visit")
      #expect(before.determinants == ["T2", "T7"])
      #expect(before.group == rail.group && before.groupName == "Vervoerders")
      #expect(before.sector == "Spoor")
      #expect(before.status == .finished && before.isTried)
      #expect(before.startedOn == tuesday && before.overOn == wednesday)
      #expect(before.result == nil)
      let position = try await stage.log.head()
      try await rail.evaluate(.improved, on: stage)
      try await rail.reevaluate(.unclear, on: stage)
      let after = try #require(try await trials(stage).first)
      #expect(after.result?.outcome == .unclear && after.result?.confidence == .low)
      #expect(after.result?.writtenOn == thursday)
      #expect(try await trials(stage, at: .position(position)) == [before])
    }
  }

  @Test func `trials can be asked of one type`() async throws {
    try await TestStage.with { stage in
      try await TriedIntervention(8, in: "Spoor", "visit", because: ["T7"])
        .play(on: stage, .improved)
      try await TriedIntervention(9, in: "Taxi", "desk", because: ["T7"])
        .play(on: stage, .worsened)
      let (all, desk, none) = try await stage.library.look(
        TrialsQuery(), TrialsQuery(of: "desk"), TrialsQuery(of: "leaflet"),
        as: stage.viewer(noor))
      #expect(Set(all.map(\.type)) == ["visit", "desk"])
      #expect(desk.map(\.sector) == ["Taxi"] && none.isEmpty)
    }
  }

  @Test func `another organisation sees no trials`() async throws {
    try await TestStage.with { stage in
      try await TriedIntervention(8, in: "Spoor", "visit", because: ["T7"])
        .play(on: stage, .improved)
      let stranger = stage.viewer(noor, of: "Nederlandse Arbeidsinspectie")
      #expect(try await stage.library.look(TrialsQuery(), as: stranger).isEmpty)
      #expect(try await trials(stage).count == 1)
    }
  }

  private func trials(_ stage: TestStage, at moment: Moment = .now) async throws -> [Trial] {
    try await stage.library.look(TrialsQuery(), as: stage.viewer(noor), at: moment)
  }
}
