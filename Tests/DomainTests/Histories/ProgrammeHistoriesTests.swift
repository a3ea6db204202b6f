import Domain
import EventSourcing
import TestCast
import Testing

struct ProgrammeHistoriesTests {
  @Test(arguments: Dice.seeds)
  func `however it goes, an ended programme is evaluated and nothing measured is lost`(
    seed: UInt64
  ) throws {
    var dice = Dice(seed)
    let start = dice.one(
      of: [], Rail.established, Rail.adopted, Rail.executing, Rail.running, Rail.evaluating,
      Rail.evaluated, Rail.ended)
    var walk = Walk(Programme.self, from: start, dice)
    try walk.run(steps: 250, Self.command) { before, after in
      guard let dossier = after.dossier else { return }
      checkTerm(dossier, before.dossier)
      checkDays(dossier)
      checkIndicators(dossier, before.dossier)
      for (_, intervention) in dossier.interventions.all.entries where intervention.isRunning {
        #expect(intervention.plan.missing.isEmpty)
      }
      #expect(dossier.label != nil)
      if case .ended = after { checkEnd(dossier, before, after) }
    }
  }

  private func checkTerm(_ dossier: Programme.Dossier, _ before: Programme.Dossier?) {
    #expect(dossier.term.start <= dossier.term.review)
    #expect(dossier.term.review <= dossier.term.end)
    if let before { #expect(dossier.term.end >= before.term.end) }
  }

  private func checkDays(_ dossier: Programme.Dossier) {
    for (_, intervention) in dossier.interventions.all.entries {
      guard let start = intervention.startedOn else { continue }
      #expect(start >= dossier.term.start)
      if let over = intervention.overOn { #expect(over >= start) }
    }
    for (_, indicator) in dossier.indicators.all.entries {
      for (_, measured) in indicator.measurements.entries {
        let days = [measured.on] + measured.corrections.map(\.on)
        #expect(days == days.sorted())
      }
    }
  }

  private func checkIndicators(_ dossier: Programme.Dossier, _ before: Programme.Dossier?) {
    for (id, old) in before?.indicators.all.entries ?? [] {
      let new = dossier.indicators.all[id]
      #expect(new?.targets.starts(with: old.targets) == true)
      for (measurement, measured) in old.measurements.entries {
        let kept = new?.measurements[measurement]
        #expect(kept?.measurement == measured.measurement)
        #expect(kept?.corrections.starts(with: measured.corrections) == true)
      }
    }
  }

  private func checkEnd(
    _ dossier: Programme.Dossier, _ before: Programme.State, _ after: Programme.State
  ) {
    #expect(dossier.evaluations.present != nil)
    #expect(dossier.course.phase == .evaluation)
    #expect(dossier.interventions.running.isEmpty)
    if case .running(let last) = before, case .ended(_, let day) = after {
      #expect(day >= dossier.course.since && day >= dossier.term.start)
      #expect(
        last.interventions.all.entries.allSatisfy { $0.value.overOn.map { $0 <= day } ?? true })
    }
    if case .ended(let old, _) = before {
      #expect(old.goals == dossier.goals)
      checkWork(dossier, old)
      #expect(old.labels == dossier.labels)
    }
  }

  /// After the end more may be learnt of the work, and nothing done.
  private func checkWork(_ dossier: Programme.Dossier, _ old: Programme.Dossier) {
    for (id, intervention) in old.interventions.all.entries {
      let new = dossier.interventions.all[id]
      #expect(new?.plan == intervention.plan && new?.progress == intervention.progress)
      let versions = new?.evaluations.versions
      #expect(versions?.starts(with: intervention.evaluations.versions) == true)
    }
  }

  private static func command(_ dice: inout Dice) -> Programme.Command {
    let day = dice.dayOrTooEarly()
    switch Int.random(in: 0..<15, using: &dice) {
    case 0: return .establish(Rail.charter, from: Rail.decision, on: day)
    case 1:
      return .extend(
        review: day.adding(days: 500), end: day.adding(days: 800), decidedBy: dice.person(),
        reason: dice.prose(), on: day)
    case 2: return .rename(dice.label(), on: day)
    case 3, 4, 5: return .course(dice.course(), on: day)
    case 6: return .goals(dice.goal(), on: day)
    case 7, 8: return .indicators(dice.indicator(), on: day)
    case 9, 10, 11: return .interventions(dice.intervention(), on: day)
    case 12: return .evaluation(dice.evaluation(), on: day)
    case 13:
      return .interventionEvaluation(dice.identifier(), dice.interventionEvaluation(), on: day)
    case _: return .end(reason: dice.prose(), on: day)
    }
  }
}

extension Dice {
  fileprivate mutating func label() -> Programme.Label {
    .init(planYear: one(of: 2020, 2021), number: one(of: 1, 2, 0), name: line())
  }

  fileprivate mutating func course() -> Programme.CourseCommand {
    let phase = one(of: Programme.Phase.self)
    return one(
      of: .planGate(to: phase, expectedOn: day()), .passGate(to: phase, grounds: prose()),
      .passGate(to: phase, grounds: prose()), .loopBack(to: phase, reason: prose()))
  }

  fileprivate mutating func goal() -> Programme.GoalCommand {
    one(
      of: .set(identifier(), line()), .reword(identifier(), line()),
      .drop(identifier(), reason: prose()))
  }

  fileprivate mutating func reading() -> Programme.Reading {
    one(of: .number(value: "12.5"), .number(value: "65"), .words(text: "Gaat beter"))
  }

  fileprivate mutating func indicator() -> Programme.IndicatorCommand {
    one(
      of: .define(identifier(), one(of: Rail.definition, Rail.described)),
      .reviseTarget(identifier(), .init(reading()), reason: prose()),
      .chooseCounting(
        identifier(),
        one(
          of: nil, .init(.inOrderShare), .init(.complianceShare, targetGroup: identifier()))),
      .measure(identifier(), identifier(), .init(reading(), source: meerjarenplan)),
      .measure(
        identifier(), identifier(),
        .init(
          .number(value: "100"), source: meerjarenplan,
          count: .init(.init(.inOrderShare), met: 3, of: 3, at: 9))),
      .correctMeasurement(identifier(), identifier(), reading(), reason: prose()),
      .correctMeasurement(
        identifier(), identifier(), reading(), measuredOn: day(), reason: prose()),
      .drop(identifier(), reason: prose()))
  }

  fileprivate mutating func intervention() -> Programme.InterventionCommand {
    let whole = Programme.Plan(
      name: line(), owner: person(), period: Period(from: monday, to: nextMonday),
      expectedEffect: prose())
    return one(
      of: .plan(identifier(), one(of: Rail.bare, whole)),
      .revise(identifier(), one(of: Rail.bare, whole, Rail.full)), .start(identifier()),
      .start(identifier()), .finish(identifier(), result: prose()),
      .finish(identifier(), result: prose()), .cancel(identifier(), reason: prose()))
  }

  fileprivate mutating func evaluation() -> Programme.EvaluationCommand {
    let evaluation = Rail.evaluation(prose())
    return one(of: .record(evaluation), .revise(evaluation, reason: prose()))
  }

  fileprivate mutating func interventionEvaluation() -> Programme.InterventionEvaluationCommand {
    let comparison = Programme.InterventionEvaluation.Comparison(
      of: identifier(), before: one(of: nil, identifier()), after: identifier())
    let evaluation = Rail.learning(prose(), rests: one(of: [], [comparison]))
    return one(of: .record(evaluation), .revise(evaluation, reason: prose()))
  }
}
