/// From the intention to a decision that stands.
extension Enforcement.Dossier {
  func announce(
    _ id: Enforcement.ActionID, _ intention: Enforcement.Intention, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    guard actions[id] == nil else { throw .identifierInUse }
    let measure = try chosen(by: day)
    if let viewBy = intention.viewBy, viewBy < day { throw .hearingBeforeIntention }
    return [.intentionAnnounced(action: id, measure: measure, intention: intention)]
  }

  /// A view that comes after its term is kept too.
  func receive(
    _ view: Enforcement.View, for id: Enforcement.ActionID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try standing(id)
    if let decision = action.decision { throw .alreadyDecided(on: decision.on) }
    guard action.view == nil else { throw .viewInUse }
    try check(action.intention?.on, .intention, by: day)
    return [.viewReceived(action: id, view: view)]
  }

  func settle(
    _ id: Enforcement.ActionID, _ decision: Enforcement.Decision, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action: Enforcement.Action
    if actions[id] == nil {
      action = Enforcement.Action(try chosen(by: day))
    } else {
      action = try standing(id)
    }
    if let decision = action.decision { throw .alreadyDecided(on: decision.on) }
    try check(action.intention?.on, .intention, by: day)
    try check(action.view?.on, .view, by: day)
    try decision.check(action, on: day)
    return [.decided(action: id, measure: action.measure, decision: decision)]
  }

  func send(
    _ id: Enforcement.ActionID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try decided(id, by: day)
    if let sentOn = action.sentOn { throw .alreadySent(on: sentOn) }
    return [.sent(action: id)]
  }

  /// A decision takes no effect before it is made known (Awb 3:40).
  func takeEffect(
    _ id: Enforcement.ActionID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try sent(id, by: day)
    if let effectiveOn = action.effectiveOn { throw .alreadyTookEffect(on: effectiveOn) }
    return [.tookEffect(action: id)]
  }

  func makeIrrevocable(
    _ id: Enforcement.ActionID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try sent(id, by: day)
    if let irrevocableOn = action.irrevocableOn { throw .alreadyIrrevocable(on: irrevocableOn) }
    if let objection = action.objection, objection.outcome == nil {
      throw .objectionPending(since: objection.receivedOn)
    }
    try check(action.objection?.outcome?.on, .objection, by: day)
    try check(action.effectiveOn, .effect, by: day)
    if let until = action.contestableUntil, day <= until { throw .contestable(until: until) }
    return [.becameIrrevocable(action: id)]
  }

  func receiveObjection(
    _ id: Enforcement.ActionID, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try sent(id, by: day)
    guard action.objection == nil else { throw .objectionInUse }
    if let irrevocableOn = action.irrevocableOn { throw .alreadyIrrevocable(on: irrevocableOn) }
    return [.objectionReceived(action: id)]
  }

  func settleObjection(
    _ id: Enforcement.ActionID, _ outcome: Enforcement.ObjectionOutcome, _ reason: Prose,
    on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    guard let action = actions[id] else { throw .unknownAction }
    guard let objection = action.objection else { throw .noObjection }
    if let settled = objection.outcome { throw .objectionSettled(on: settled.on) }
    try check(objection.receivedOn, .objection, by: day)
    return [.objectionSettled(action: id, outcome: outcome, reason: reason)]
  }

  func withdraw(
    _ id: Enforcement.ActionID, _ reason: Prose, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    try check(try standing(id).lastOn, .lastStep, by: day)
    return [.withdrawn(action: id, reason: reason)]
  }

  /// The measure that an action begins with.
  private func chosen(by day: Day) throws(Enforcement.Refusal) -> Enforcement.Measure {
    guard let choice else { throw .nothingChosen }
    guard !isChoiceBegun else { throw .choiceBegun }
    try check(choice.on, .choice, by: day)
    return choice.value.measure
  }

  /// Whether something that was begun with the standing choice stands.
  public var isChoiceBegun: Bool { begun.flatMap { actions[$0]?.isStanding } ?? false }

  func standing(
    _ id: Enforcement.ActionID
  ) throws(Enforcement.Refusal) -> Enforcement.Action {
    guard let action = actions[id] else { throw .unknownAction }
    if let overOn = action.overOn { throw .actionOver(on: overOn) }
    return action
  }

  func decided(
    _ id: Enforcement.ActionID, by day: Day
  ) throws(Enforcement.Refusal) -> Enforcement.Action {
    let action = try standing(id)
    guard let decision = action.decision else { throw .notDecided }
    try check(decision.on, .decision, by: day)
    return action
  }

  func sent(
    _ id: Enforcement.ActionID, by day: Day
  ) throws(Enforcement.Refusal) -> Enforcement.Action {
    let action = try decided(id, by: day)
    guard let sentOn = action.sentOn else { throw .notSent }
    try check(sentOn, .sending, by: day)
    return action
  }
}
