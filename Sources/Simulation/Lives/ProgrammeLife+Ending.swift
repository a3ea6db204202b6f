import Domain

/// The last stretch: through the gate to evaluation, and sometimes back.
extension ProgrammeLife {
  /// Goes to evaluation as soon as there is something to evaluate, or first back to development.
  mutating func round(_ world: inout World) -> Programme.Command {
    guard means.hasStarted else { return begin(&world) ?? plan(&world) }
    if world.chance.happens(6) {
      effort = world.chance.of(10...60)
      stage = .preparing([.pass, .intervention, .indicator, .goal])
      return .course(
        .loopBack(to: .development, reason: Phrases.reason(subject, &world.chance)), on: world.day)
    }
    stage = .evaluating(.closing)
    return .course(
      .passGate(to: .evaluation, grounds: Phrases.grounds(subject, &world)), on: world.day)
  }

  mutating func evaluate(
    _ evaluating: Evaluating, _ world: inout World
  ) -> Programme.Command {
    switch evaluating {
    case .closing:
      if let finishing = finish(&world) { return finishing }
      if world.chance.happens(10) {
        stage = .executing(world.chance.of(8...40))
        return .course(
          .loopBack(to: .execution, reason: Phrases.reason(subject, &world.chance)), on: world.day)
      }
      if world.chance.happens(25) { return measure(&world) }
      stage = .evaluating(.written)
      return .evaluation(.record(evaluation(&world)), on: world.day)
    case .written:
      stage = .evaluating(.reviewed)
      guard world.chance.happens(30) else { return end(&world) }
      return .evaluation(
        .revise(evaluation(&world), reason: Phrases.reason(subject, &world.chance)), on: world.day)
    case .reviewed: return end(&world)
    }
  }

  private mutating func end(_ world: inout World) -> Programme.Command {
    stage = .ended(correcting: world.chance.happens(25))
    return .end(reason: Phrases.grounds(subject, &world), on: world.day)
  }

  private func evaluation(_ world: inout World) -> Programme.Evaluation {
    Programme.Evaluation(
      contribution: Phrases.result(subject, &world),
      confidence: world.chance.one(of: Confidence.self),
      confidenceReason: Phrases.reason(subject, &world.chance),
      otherExplanations: Phrases.argument(.against, subject, &world),
      worked: Phrases.result(subject, &world),
      didNotWork: Phrases.note(subject, &world),
      lessons: Phrases.grounds(subject, &world),
      continuation: Phrases.alternatives(subject, &world), by: manager)
  }
}
