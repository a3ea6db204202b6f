import Domain
import EventSourcing
import ReadModels
import TestCast
import TestStaging
import Testing

/// The portfolio against the aggregates it is about.
struct PortfolioTests {
  @Test func `the portfolio says of each step what the aggregate says`() async throws {
    try await TestStage.with { stage in
      var state = Programme.initial
      for command in Rail.story {
        state = try Programme.decide(command, state).reduce(state, Programme.evolve)
        let receipt = try await stage.perform(
          command, to: Programme.self, on: Rail.id.identity, by: noor)
        for moment in [Moment.now, .position(receipt.position)] {
          let portfolio = try await stage.library.portfolio(as: stage.viewer(noor), at: moment)
          let entry = try #require(portfolio.entries.first)
          expect(entry, isLike: try #require(state.dossier))
          #expect(portfolio.targets == targets(of: state))
        }
      }
    }
  }

  @Test func `looking back says of each step what was said at it`() async throws {
    try await TestStage.with { stage in
      var state = Programme.initial
      var steps: [(receipt: Receipt, state: Programme.State)] = []
      for command in Rail.story {
        state = try Programme.decide(command, state).reduce(state, Programme.evolve)
        let receipt = try await stage.perform(
          command, to: Programme.self, on: Rail.id.identity, by: noor)
        steps.append((receipt, state))
      }
      for step in steps {
        let portfolio = try await stage.library.portfolio(
          as: stage.viewer(noor), at: .position(step.receipt.position))
        let entry = try #require(portfolio.entries.first)
        expect(entry, isLike: try #require(step.state.dossier))
        #expect(portfolio.targets == targets(of: step.state))
        // Nothing else is in this log, so positions and versions are one.
        #expect(entry.change.version == step.receipt.position)
      }
    }
  }

  private func expect(_ entry: Portfolio.Entry, isLike dossier: Programme.Dossier) {
    #expect(entry.programme.label == dossier.label)
    #expect(entry.programme.phase == dossier.course.phase)
    #expect(entry.phases.last?.phase == dossier.course.phase)
    #expect(entry.phases.last?.enteredOn == dossier.course.since)
    #expect(entry.goals.map(\.id) == dossier.goals.standing.map(\.key))
    #expect(entry.indicators.map(\.indicator.id) == dossier.indicators.standing.map(\.key))
    #expect(
      entry.indicators.map(\.latest?.value)
        == dossier.indicators.standing.map(\.value.latest?.value))
    #expect(
      entry.indicators.map(\.indicator.target) == dossier.indicators.standing.map(\.value.target))
    #expect(entry.damage?.estimate == dossier.damage)
  }

  /// Counted from the aggregate; an ended programme no longer counts.
  private func targets(of state: Programme.State) -> TargetsReached {
    let indicators =
      switch state {
      case .unborn, .ended: [Programme.Indicator]()
      case .running(let dossier): dossier.indicators.standing.map(\.value)
      }
    let judgements = indicators.compactMap { indicator in
      indicator.latest.flatMap { indicator.target?.isMet(by: $0.value) }
    }
    return TargetsReached(
      indicatorCount: indicators.count, judgedCount: judgements.count,
      reachedCount: judgements.count { $0 })
  }

  @Test func `programmes stand by number, each with what is its own`() async throws {
    try await TestStage.with { stage in
      let ids: [(id: ProgrammeID, number: Int)] = [(31, 9), (32, 2), (33, 10)]
      for (id, number) in ids {
        try await stage.perform(
          .establish(Rail.charter(number: number), from: Rail.decision, on: monday),
          to: Programme.self, on: id.identity, by: noor)
        try await stage.perform(
          .goals(.set(GoalID(id.identity), "Doel"), on: monday), to: Programme.self,
          on: id.identity, by: noor)
      }
      let portfolio = try await stage.library.portfolio(as: stage.viewer(noor))
      #expect(portfolio.entries.map(\.programme.id) == [32, 31, 33])
      #expect(portfolio.entries.map { $0.goals.map(\.id) } == [[32], [31], [33]])
      #expect(portfolio.entries.map(\.phases.count) == [1, 1, 1])
      let part = try await stage.library.portfolio(as: stage.viewer(noor)) { programmes, _ in
        [programmes[2], programmes[0]]
      }
      #expect(part.programmes.map(\.id) == [32, 31, 33])
      #expect(part.entries.map(\.programme.id) == [33, 32])
      #expect(part.entries.map { $0.goals.map(\.id) } == [[33], [32]])
      let latest = try await stage.library.portfolio(as: stage.viewer(noor), byChange: true) {
        programmes, changes in
        changes.sorted { $0.value.recordedAt > $1.value.recordedAt }.compactMap { change in
          programmes.first { $0.id == change.key }
        }
      }
      #expect(latest.entries.map(\.programme.id) == [33, 32, 31])
      let names = try await stage.library.look(ProgrammeNamesQuery(), as: stage.viewer(noor))
      #expect(names.map(\.label.number) == [2, 9, 10])
      #expect(names.allSatisfy { !$0.isEnded })
    }
  }

  @Test func `programmes are found by the decision they follow from`() async throws {
    try await TestStage.with { stage in
      try await stage.perform(
        .establish(Rail.charter, from: Rail.decision, on: monday), to: Programme.self,
        on: Rail.id.identity, by: noor)
      let (found, ofDecision, ofOther, ofOtherDecision) = try await stage.library.look(
        ProgrammesQuery(from: 10), ProgrammesQuery(from: 10, decision: 11),
        ProgrammesQuery(from: 12), ProgrammesQuery(from: 10, decision: 12),
        as: stage.viewer(noor))
      #expect(found.map(\.id) == [Rail.id])
      #expect(ofDecision.map(\.id) == [Rail.id])
      #expect(ofOther.isEmpty)
      #expect(ofOtherDecision.isEmpty)
    }
  }
}
