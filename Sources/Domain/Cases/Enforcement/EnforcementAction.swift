public import EventSourcing

extension Enforcement {
  /// One measure against a finding, from the intention to its last consequence (handhavingsactie).
  public struct Action: Equatable, Sendable {
    public let measure: Measure
    public internal(set) var intention: Dated<Intention>?
    public internal(set) var view: Dated<View>?
    public internal(set) var decision: Dated<Decision>?
    /// Since that day the decision is made known, and objections can be made (Awb 3:41, 6:8).
    public internal(set) var sentOn: Day?
    public internal(set) var effectiveOn: Day?
    /// Since that day nothing can be brought against it any more.
    public internal(set) var irrevocableOn: Day?
    public internal(set) var reinspections: [Dated<Reinspection>] = []
    public internal(set) var forfeitures: [Dated<Forfeiture>] = []
    public internal(set) var collectionDecisions: [Dated<Euro>] = []
    public internal(set) var collections: [Dated<Euro>] = []
    public internal(set) var objection: Objection?
    public internal(set) var withdrawnOn: Day?

    init(_ measure: Measure) { self.measure = measure }
  }

  /// Something and the day on which it happened.
  public struct Dated<Value: Equatable & Sendable>: Equatable, Sendable {
    public let value: Value
    public let on: Day

    public init(_ value: Value, on day: Day) {
      self.value = value
      on = day
    }
  }

  /// What was found when somebody looked again (hercontrole).
  public struct Reinspection: Hashable, Codable, Sendable {
    public let isRestored: Bool
    public let note: Prose?

    public init(isRestored: Bool, note: Prose? = nil) {
      self.isRestored = isRestored
      self.note = note
    }
  }

  /// What was forfeited at once (verbeuring).
  public struct Forfeiture: Hashable, Codable, Sendable {
    public let times: Int
    /// So many times the amount of the order, and no more than was left of its maximum.
    public let amount: Euro
  }

  /// An objection against a decision (bezwaar).
  public struct Objection: Equatable, Sendable {
    public let receivedOn: Day
    public internal(set) var outcome: Dated<ObjectionOutcome>?
  }

  /// What an objection came to (Awb 7:11).
  public enum ObjectionOutcome: String, CaseIterable, Codable, Sendable {
    /// Niet-ontvankelijk.
    case inadmissible
    /// Ongegrond: the decision stands.
    case unfounded
    /// Gegrond; what stands is decided anew in another action.
    case revised
    /// Gegrond; nothing stands in its place.
    case revoked
  }
}

extension Enforcement.ObjectionOutcome {
  /// Whether the decision against which it was brought stands no more.
  public var takesDecisionAway: Bool {
    switch self {
    case .revised, .revoked: true
    case .inadmissible, .unfounded: false
    }
  }
}

extension Enforcement.Action {
  /// The day on which it was withdrawn, or revoked after an objection; nil while it stands.
  public var overOn: Day? { withdrawnOn ?? revokedOn }

  /// The day on which an objection took it away, and what was forfeited with it (Awb 7:11); nil when none did.
  public var revokedOn: Day? {
    guard let outcome = objection?.outcome else { return nil }
    return outcome.value.takesDecisionAway ? outcome.on : nil
  }

  public var isStanding: Bool { overOn == nil }

  /// Whether an objection took it away and another decision is to come in its place (Awb 7:11, second paragraph).
  public var isRevised: Bool { objection?.outcome?.value == .revised }

  /// Whether a later look found everything restored.
  public var isRestored: Bool { reinspections.last?.value.isRestored ?? false }

  public var forfeited: Euro { Self.sum(forfeitures.map(\.value.amount)) }
  public var decidedToCollect: Euro { Self.sum(collectionDecisions.map(\.value)) }
  public var collected: Euro { Self.sum(collections.map(\.value)) }

  /// What was forfeited and is to be collected; that the order was withdrawn later changes nothing.
  public var leftToCollect: Euro { revokedOn == nil ? forfeited.less(collected) : .zero }

  /// What can still be forfeited; nil without a penalty, or without a maximum to it.
  public var leftToForfeit: Euro? {
    decision?.value.ruling.penalty?.maximum.map { $0.less(forfeited) }
  }

  /// Whether it is a restoring sanction that was decided and still works (Awb 5:6): it stands, nothing is
  /// restored, and a penalty can still be forfeited.
  public var isRunningRestoringSanction: Bool {
    measure.isRestoringSanction && decision != nil && isStanding && !isRestored
      && leftToForfeit.map { $0.cents > 0 } ?? true
  }

  /// Whether the offender could give their view before it was decided, or before `day` while it is not.
  func wasHeard(by day: Day) -> Bool {
    if view != nil { return true }
    guard let intention, let viewBy = intention.value.viewBy else { return false }
    // A term that was over before it was announced, as could once be recorded, let nobody speak.
    return intention.on <= viewBy && viewBy < decision?.on ?? day
  }

  /// The last day to object: six weeks after the decision was made known (Awb 6:7 and 6:8).
  public var objectionUntil: Day? {
    guard measure.isBurdensomeDecision else { return nil }
    return sentOn.map { LegalTerm.weeks(6).end(after: $0) }
  }

  /// The last day on which something can be brought against it: an objection, or an appeal against what an
  /// objection came to (Awb 6:7).
  public var contestableUntil: Day? {
    guard let outcome = objection?.outcome else { return objectionUntil }
    return objectionUntil.map { max($0, LegalTerm.weeks(6).end(after: outcome.on)) }
  }

  /// The latest day on which something of it happened.
  var lastOn: Day? {
    [
      intention?.on, view?.on, decision?.on, sentOn, effectiveOn, irrevocableOn,
      reinspections.last?.on, forfeitures.last?.on, collectionDecisions.last?.on,
      collections.last?.on, objection?.receivedOn, objection?.outcome?.on, withdrawnOn,
    ].compactMap { $0 }.max()
  }

  /// Whether an objection came after the term; it can still be excusable (Awb 6:11).
  public var isObjectionLate: Bool {
    guard let objection, let objectionUntil else { return false }
    return objection.receivedOn > objectionUntil
  }

  private static func sum(_ amounts: [Euro]) -> Euro {
    amounts.reduce(Euro.zero) { $0.plus($1) }
  }
}

extension Enforcement.Reinspection: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["isRestored": .impersonal, "note": .text]
}

extension Enforcement.Forfeiture: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["times": .impersonal, "amount": .impersonal]
}
