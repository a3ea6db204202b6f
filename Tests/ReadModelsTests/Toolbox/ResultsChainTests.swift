import Domain
import EventSourcing
import ReadModels
import TestCast
import TestStaging
import Testing

/// The loop from risk to new choice, and which choice stood on which analysis.
struct ResultsChainTests {
  private let rail = TriedIntervention(8, in: "Spoor", "visit", because: ["T2", "T7"])

  /// Brings every step to its end, understanding by skipping it.
  private var settling: [Analysis.Command] {
    [
      .choosing(
        .weigh(rail.risk, Analysis.Weighing(chance: 4, effect: 3, reason: "Vaak")), on: monday),
      .choosing(.prioritise([rail.risk], reason: "Er is er maar een"), on: monday),
      .finish(.choose, conclusion: "Dit", on: monday),
      .skipUnderstanding(by: noor, reason: "Spoed", on: monday),
      .finish(.act, conclusion: "Deze mix", on: monday),
    ]
  }

  @Test func `a chain leads from the risk in focus to what was chosen after it was learnt`()
    async throws
  {
    try await TestStage.with { stage in
      try await rail.play(on: stage, .worsened)
      let first = try #require(try await chains(stage).first)
      #expect(first.risks.map(\.subRisk.title) == ["Te hard"])
      #expect(first.choice.choice.determinants == ["T2", "T7"])
      #expect(first.intervention?.id == rail.intervention)
      #expect(first.evaluation?.evaluation.outcome == .worsened)
      #expect(first.next.isEmpty && first.foundation.later.isEmpty)
      let again = ChoiceID(.fresh())
      try await rail.analyse(settling + reopening(again), on: stage)
      let chains = try await chains(stage)
      #expect(chains.map(\.choice.id) == [rail.choice, again])
      #expect(chains.first?.next.map(\.id) == [again])
      #expect(chains.last?.intervention == nil && chains.last?.next.isEmpty == true)
    }
  }

  @Test func `a choice says on which versions and edition it stood, and which came later`()
    async throws
  {
    try await TestStage.with { stage in
      try await rail.play(on: stage, .improved)
      let again = ChoiceID(.fresh())
      try await rail.analyse(
        settling + [.moveOn(to: second, reason: "Nieuwe lijst", on: monday)]
          + reopening(again), on: stage)
      let chains = try await chains(stage)
      let (old, new) = (try #require(chains.first).foundation, try #require(chains.last).foundation)
      #expect(old.versions.map(\.number) == [1, 1, 1] && old.edition == 1)
      #expect(old.later.map(\.step) == [.choose, .act] && old.later.map(\.number) == [2, 2])
      #expect(new.versions.map(\.number) == [2, 1, 2] && new.edition == 2)
      #expect(new.later.isEmpty && new.skipsUnderstanding)
    }
  }

  @Test func `a chain keeps the risks that were in focus when it was chosen`() async throws {
    try await TestStage.with { stage in
      try await rail.play(on: stage, .worsened)
      let other = SubRiskID(.fresh())
      let focus = Analysis.Focus(subRisks: [other], targetGroups: [rail.group])
      try await rail.analyse(
        settling + [
          .reopen(.choose, reason: "Nieuwe cijfers", on: monday),
          .choosing(.find(other, Analysis.SubRisk(title: "Te zwaar")), on: monday),
          .choosing(.focus(focus, reason: "Nu dit"), on: monday),
        ], on: stage)
      #expect(try await chains(stage).first?.risks.map(\.subRisk.title) == ["Te hard"])
    }
  }

  private let second: References.EditionNumber = 2

  /// Opens the first and the last step again, and leaves the group alone this time.
  private func reopening(_ choice: ChoiceID) -> [Analysis.Command] {
    [
      .reopen(.choose, reason: "Nieuwe cijfers", on: monday),
      .reopen(.act, reason: "Het werd slechter", on: monday),
      .acting(
        .choose(
          choice, Analysis.Choice(for: rail.group, because: ["T2"], .nothing, reason: "Wachten")),
        on: monday),
    ]
  }

  private func chains(_ stage: TestStage) async throws -> [ResultsChain] {
    let found = try await stage.library.look(
      AnalysisPartsQuery(AnalysisRow.self, of: rail.programme),
      AnalysisPartsQuery(SubRiskRow.self, of: rail.programme),
      AnalysisPartsQuery(ChoiceRow.self, of: rail.programme),
      PartsQuery(InterventionRow.self, of: rail.programme),
      PartsQuery(InterventionEvaluationRow.self, of: rail.programme), as: stage.viewer(noor))
    let outline = ToolboxOutline(
      analysis: try #require(found.0.first), subRisks: found.1, choices: found.2)
    return outline.chains(found.3, found.4)
  }
}
