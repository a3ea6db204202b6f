import Domain
import EventSourcing
import Foundation
import ReadModels
import TestCast
import TestStaging
import Testing

/// A programme from its decision to its end, asked after at every step.
struct StoryTests {
  @Test func `every step reads as the aggregate has it, then and ever after`() async throws {
    try await TestStage.with { stage in
      let steps = try await tell(Rail.story, to: stage)
      for (position, state) in steps {
        let file = try await stage.library.programmeFile(
          Rail.id, as: stage.viewer(noor), at: .position(position))
        #expect(file.map { Likeness($0) } == Likeness(state), "as of \(position)")
      }
      #expect(
        try await stage.library.programmeFile(
          Rail.id, as: stage.viewer(noor), at: .position(0)) == nil)
    }
  }

  @Test func `rebuilding changes nothing that is read`() async throws {
    try await TestStage.with { stage in
      let steps = try await tell(Rail.story, to: stage)
      // It compares every row with the one it replaces, and throws when they differ.
      try await stage.rebuild()
      for (position, state) in steps {
        let file = try await stage.library.programmeFile(
          Rail.id, as: stage.viewer(noor), at: .position(position))
        #expect(file.map { Likeness($0) } == Likeness(state), "as of \(position)")
      }
    }
  }

  @Test func `the last change is the last event's`() async throws {
    try await TestStage.with { stage in
      let story = Array(Rail.story.prefix(5))
      _ = try await tell(story, to: stage)
      let before = try #require(try await change(stage, at: .now))
      #expect(before.version == 5)
      #expect(before.by == noor)
      #expect(before.on == tuesday)
      try await stage.perform(
        .appointManager(noor, on: wednesday), to: Programme.self, on: Rail.id.identity, by: amina)
      let after = try #require(try await change(stage, at: .now))
      #expect(after.version == 6)
      #expect(after.by == amina)
      #expect(after.on == wednesday)
      #expect(after.recordedAt > before.recordedAt)
      #expect(try await change(stage, at: .position(5)) == before)
    }
  }

  @Test func `another organisation sees nothing, now or then`() async throws {
    try await TestStage.with { stage in
      let steps = try await tell(Array(Rail.story.prefix(20)), to: stage)
      let stranger = stage.viewer(noor, of: "Nederlandse Arbeidsinspectie")
      for moment in [Moment.now, .position(try #require(steps.last).position)] {
        #expect(
          try await stage.library.programmeFile(Rail.id, as: stranger, at: moment) == nil)
        let (goals, names, changes) = try await stage.library.look(
          PartsQuery(GoalRow.self, of: Rail.id), ProgrammeNamesQuery(),
          PartsQuery(ProblemRow.self, of: Rail.id),
          as: stranger, at: moment)
        #expect(goals.isEmpty && names.isEmpty && changes.isEmpty)
        #expect(try await stage.library.portfolio(as: stranger, at: moment).entries.isEmpty)
        let seen = try await stage.library.portfolio(as: stage.viewer(noor), at: moment)
        #expect(seen.entries.count == 1)
      }
    }
  }

  private func change(_ stage: TestStage, at moment: Moment) async throws -> Change? {
    try await stage.library.look(
      LastChangeQuery(of: Rail.stream), as: stage.viewer(noor), at: moment)
  }

  /// Gives the commands one by one, each read back at once.
  ///
  /// - Returns: the state after each, and the position of its last event.
  private func tell(
    _ story: [Programme.Command], to stage: TestStage
  ) async throws -> [(position: Int, state: Programme.State)] {
    var state = Programme.initial
    var steps: [(position: Int, state: Programme.State)] = []
    for command in story {
      let events = try Programme.decide(command, state)
      #expect(!events.isEmpty, "\(command) should change something")
      state = events.reduce(state, Programme.evolve)
      let receipt = try await stage.perform(
        command, to: Programme.self, on: Rail.id.identity, by: noor)
      let file = try await stage.library.programmeFile(Rail.id, as: stage.viewer(noor))
      #expect(file.map { Likeness($0) } == Likeness(state), "after \(command)")
      steps.append((receipt.position, state))
    }
    return steps
  }
}
