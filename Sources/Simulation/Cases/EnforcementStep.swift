import Domain

/// One step of the enforcement of a violation, in the order in which a simulated inspectorate takes them.
enum EnforcementStep {
  case place, choose, announce, hear, decide, send, reinspect, forfeit, end

  static func steps(_ chance: inout Chance) -> [EnforcementStep] {
    let heard: [EnforcementStep] = chance.happens(60) ? [.hear] : []
    let forfeited: [EnforcementStep] = chance.happens(20) ? [.forfeit] : []
    return [.place, .choose, .announce] + heard + [.decide, .send] + forfeited + [.reinspect, .end]
  }

  /// What it asks on a finding of `life` that stands at `dossier`; nil while it is not due.
  func command(
    for dossier: Enforcement.Dossier, of life: CaseLife, in world: inout World
  ) -> Enforcement.Command? {
    let (subject, action) = (life.subject, life.action)
    switch self {
    case .place:
      let positions = Enforcement.Position.all.filter { $0.consequence != .none }
      return .place(world.chance.one(of: positions), .none, under: Self.matrix)
    case .choose: return .choose(.orderUnderPenalty, by: life.handler)
    case .announce:
      let intention = Enforcement.Intention(
        CasePhrases.intention(subject, &world), viewBy: world.day(in: 14...28))
      return .announce(action, intention)
    case .hear:
      return .receiveView(action, .received(text: CasePhrases.statement(subject, &world)))
    case .decide:
      return .settle(action, decision(dossier, action, subject, &world))
    case .send: return .send(action)
    case .forfeit:
      let until = dossier.actions[action]?.decision?.value.ruling.order?.until
      return until.map { world.day > $0 } ?? true ? .forfeit(action, times: 1) : nil
    case .reinspect: return .reinspect(action, Enforcement.Reinspection(isRestored: true))
    case .end: return .end(.restored, reason: Phrases.reason(subject, &world.chance))
    }
  }
}

extension EnforcementStep {
  private func decision(
    _ dossier: Enforcement.Dossier, _ action: Enforcement.ActionID, _ subject: Subject,
    _ world: inout World
  ) -> Enforcement.Decision {
    let order = Enforcement.Order(
      remedy: CasePhrases.remedy(subject, &world), until: world.day(in: 14...42))
    let amount = world.chance.of(1...20)
    let penalty = Enforcement.Penalty(
      Self.euro(amount * 250), .perViolation, maximum: Self.euro(amount * 2500))
    let wasHeard = dossier.actions[action]?.view != nil
    return Enforcement.Decision(
      .orderUnderPenalty(order: order, penalty: penalty),
      viewEffect: wasHeard ? .unchanged(why: Phrases.reason(subject, &world.chance)) : nil)
  }

  private static func euro(_ whole: Int) -> Euro {
    guard let euro = Euro(cents: whole * 100) else { preconditionFailure("too many euros") }
    return euro
  }

  /// A matrix that allows the same in every cell: what is simulated is the work, not the weighing.
  private static let matrix: Enforcement.MatrixEdition = {
    let cells = Enforcement.Position.all.map {
      Enforcement.MatrixEdition.Cell($0, [.warn, .orderUnderPenalty, .fine])
    }
    do throws(Enforcement.MatrixEdition.Gap) {
      return try Enforcement.MatrixEdition(
        number: 1, validFrom: World.firstDay, certainty: .working, cells: cells)
    } catch {
      preconditionFailure("the simulated matrix has a gap: \(error)")
    }
  }()
}
