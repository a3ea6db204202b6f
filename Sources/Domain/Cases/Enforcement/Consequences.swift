/// What follows a decision: looking again, forfeiting, collecting.
extension Enforcement.Dossier {
  func reinspect(
    _ id: Enforcement.ActionID, _ reinspection: Enforcement.Reinspection, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try decided(id, by: day)
    try check(action.reinspections.last?.on, .reinspection, by: day)
    try check(action.forfeitures.last?.on, .forfeiture, by: day)
    return [.reinspected(action: id, reinspection: reinspection)]
  }

  /// A penalty is forfeited by law once the order was made known and its term is over, and never beyond its
  /// maximum (Awb 5:32a, 5:32b).
  func forfeit(
    _ id: Enforcement.ActionID, times: Int, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    guard let ruling = try decided(id, by: day).decision?.value.ruling,
      let penalty = ruling.penalty
    else { throw .noPenalty }
    let action = try sent(id, by: day)
    guard times >= 1 else { throw .timesNotPositive }
    if let until = ruling.order?.until, day <= until { throw .termRuns(until: until) }
    try check(action.forfeitures.last?.on, .forfeiture, by: day)
    try check(action.reinspections.last?.on, .reinspection, by: day)
    if let restoredOn = action.restoredOn { throw .foundRestored(on: restoredOn) }
    if penalty.unit == .once, times > 1 || !action.forfeitures.isEmpty { throw .forfeitedAtOnce }
    let amount = penalty.amount.times(times)
    let left = action.leftToForfeit ?? amount
    guard left.cents > 0 else { throw .maximumForfeited }
    if let most = action.timesLeft(by: day), times > most {
      throw .moreTimesThanPassed(left: most)
    }
    let forfeiture = Enforcement.Forfeiture(times: times, amount: min(amount, left))
    return [.forfeited(action: id, forfeiture: forfeiture)]
  }

  /// No more than was forfeited and not decided on before (invorderingsbeschikking, Awb 5:37).
  func decideCollection(
    _ id: Enforcement.ActionID, _ amount: Euro, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try collectable(id, by: day)
    guard action.decision?.value.ruling.penalty != nil else { throw .noPenalty }
    guard amount.cents > 0 else { throw .amountNotPositive }
    try check(action.forfeitures.last?.on, .forfeiture, by: day)
    try check(action.collectionDecisions.last?.on, .collectionDecision, by: day)
    let left = action.forfeited.less(action.decidedToCollect)
    guard amount <= left else { throw .moreThanForfeited(left: left) }
    return [.collectionDecided(action: id, amount: amount)]
  }

  /// A fine is collected on its own decision, a penalty on one to collect it.
  func collect(
    _ id: Enforcement.ActionID, _ amount: Euro, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let action = try collectable(id, by: day)
    guard let sentOn = action.sentOn else { throw .notSent }
    try check(sentOn, .sending, by: day)
    guard amount.cents > 0 else { throw .amountNotPositive }
    let fine = action.decision?.value.ruling.fine
    guard fine != nil || !action.collectionDecisions.isEmpty else { throw .collectionNotDecided }
    try check(action.collectionDecisions.first?.on, .collectionDecision, by: day)
    try check(action.collections.last?.on, .collection, by: day)
    let left = (fine ?? action.decidedToCollect).less(action.collected)
    guard amount <= left else { throw .moreThanDecided(left: left) }
    return [.collected(action: id, amount: amount)]
  }

  /// One that stands, or an order that was withdrawn after something was forfeited: that stays owed (Awb 5:33).
  private func collectable(
    _ id: Enforcement.ActionID, by day: Day
  ) throws(Enforcement.Refusal) -> Enforcement.Action {
    guard let action = actions[id], let withdrawnOn = action.withdrawnOn,
      action.leftToCollect.cents > 0
    else { return try decided(id, by: day) }
    try check(withdrawnOn, .lastStep, by: day)
    return action
  }
}
