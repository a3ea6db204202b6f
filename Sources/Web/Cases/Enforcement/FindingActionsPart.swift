import Domain
import ReadModels

/// The actions against a finding, each with what happened and what can be done now.
struct FindingActionsPart {
  let about: FindingSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let actions = about.dossier.actions.entries
    let body: HTML =
      actions.isEmpty
      ? EmptyState.html(reader.text("enforcement.no-actions"))
      : actions.map { item($0.key, $0.value) }.joined()
    return Part.html("actions", "enforcement.actions-title", body, for: reader)
  }

  private func item(_ id: Enforcement.ActionID, _ action: Enforcement.Action) -> HTML {
    let name = reader.text(action.measure.name)
    let links = acts(id, action).map { Act.html($0.0, on: name, to: $0.1, for: reader) }
    return """
      <section id="action-\(id.description)" aria-labelledby="action-\(id.description)-title">
      <h3 id="action-\(id.description)-title">\(name)</h3>
      <p class="row">\(action.standing(for: reader))\(late(action))</p>
      \(facts(of: action))\(EnforcementSteps(about: about).html(of: id))
      <p class="row">\(links)</p>
      </section>

      """
  }

  private func late(_ action: Enforcement.Action) -> HTML {
    guard action.isObjectionLate else { return .nothing }
    return StatusBadge.html(reader.text("enforcement.objection-late"), .warn)
  }

  /// What the decision asks, and how the money stands.
  private func facts(of action: Enforcement.Action) -> HTML {
    guard let ruling = action.decision?.value.ruling else { return .nothing }
    var list = SummaryList()
    if let order = ruling.order {
      list.add(reader.text("enforcement.field.remedy"), order.remedy?.html)
      list.add(reader.text("enforcement.field.term"), order.until.map { reader.time($0) })
    }
    if let penalty = ruling.penalty {
      list.add(reader.text("enforcement.field.penalty"), text: penalty.words(for: reader))
      list.add(reader.text("enforcement.field.forfeited"), text: forfeited(by: action))
      list.add(
        reader.text("enforcement.field.decided-to-collect"),
        text: reader.euros(action.decidedToCollect))
    }
    if let fine = ruling.fine {
      list.add(reader.text("enforcement.field.fine"), text: reader.euros(fine))
    }
    if ruling.fine != nil || ruling.penalty != nil {
      list.add(reader.text("enforcement.field.collected"), text: reader.euros(action.collected))
    }
    if let until = action.objectionUntil {
      list.add(reader.text("enforcement.field.objection-until"), reader.time(until))
    }
    return list.html(for: reader)
  }

  /// How much, and whether an objection took it away.
  private func forfeited(by action: Enforcement.Action) -> String {
    let amount = reader.euros(action.forfeited)
    guard action.revokedOn != nil, action.forfeited.cents > 0 else { return amount }
    return reader.text("enforcement.forfeited-revoked", ["amount": .text(amount)])
  }

  /// The forms for which it is the time.
  private func acts(_ id: Enforcement.ActionID, _ action: Enforcement.Action) -> [(Phrase, Link?)] {
    let today = reader.dayShown
    func form(_ part: String, _ isTime: Bool) -> Link? {
      about.form(
        "actions", id.description, part, when: about.isUnderway && action.isStanding && isTime)
    }
    // What was forfeited before an order was withdrawn stays owed.
    func collecting(_ part: String, _ isTime: Bool) -> Link? {
      let isOwed = action.isStanding || action.leftToCollect.cents > 0
      return about.form(
        "actions", id.description, part, when: about.isUnderway && isOwed && isTime)
    }
    // An order that was withdrawn can still be revoked, and what was forfeited with it.
    let settling = about.form(
      "actions", id.description, "objection-outcome",
      when: about.isUnderway && action.isObjectionPending)
    return [
      ("enforcement.act.view", form("view", action.awaitsView)),
      ("enforcement.act.decide", form("decision", action.decision == nil)),
      ("enforcement.act.send", form("sending", action.awaitsSending)),
      ("enforcement.act.take-effect", form("effect", action.awaitsEffect)),
      ("enforcement.act.reinspect", form("reinspections", action.decision != nil)),
      ("enforcement.act.forfeit", form("forfeitures", action.canForfeit(on: today))),
      (
        "enforcement.act.decide-collection",
        collecting("collection-decisions", action.decidedToCollect < action.forfeited)
      ),
      ("enforcement.act.collect", collecting("collections", action.canCollect)),
      ("enforcement.act.object", form("objection", action.canBeObjectedTo)),
      ("enforcement.act.settle-objection", settling),
      (
        "enforcement.act.make-irrevocable",
        form("irrevocability", action.awaitsIrrevocability(on: today))
      ),
      ("enforcement.act.withdraw", form("end", true)),
    ]
  }
}

/// For which step of an action it is the time.
extension Enforcement.Action {
  fileprivate var awaitsView: Bool { intention != nil && view == nil && decision == nil }
  fileprivate var awaitsSending: Bool { decision != nil && sentOn == nil }
  fileprivate var awaitsEffect: Bool { sentOn != nil && effectiveOn == nil }
  fileprivate var isObjectionPending: Bool { objection != nil && objection?.outcome == nil }

  fileprivate func awaitsIrrevocability(on day: Day) -> Bool {
    guard irrevocableOn == nil, !isObjectionPending, let contestableUntil else { return false }
    return day > contestableUntil
  }

  fileprivate var canBeObjectedTo: Bool {
    sentOn != nil && irrevocableOn == nil && objection == nil && measure.isBurdensomeDecision
  }

  /// The term of the order is over, and there is something left of its penalty.
  fileprivate func canForfeit(on day: Day) -> Bool {
    guard let ruling = decision?.value.ruling, let penalty = ruling.penalty, sentOn != nil else {
      return false
    }
    guard !isRestored else { return false }
    let isSpent = penalty.unit == .once && !forfeitures.isEmpty
    return !isSpent && ruling.order?.until.map { day > $0 } ?? true
      && leftToForfeit.map { $0.cents > 0 } ?? true
  }

  fileprivate var canCollect: Bool {
    sentOn != nil && collected < decision?.value.ruling.fine ?? decidedToCollect
  }
}
