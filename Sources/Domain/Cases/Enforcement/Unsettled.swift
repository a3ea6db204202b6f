extension Enforcement {
  /// What is still to be settled of the enforcement of a finding.
  public enum Unsettled: String, CaseIterable, Sendable {
    /// A proposal waits for the word of another.
    case proposal
    /// Something was announced or decided, and how enforcement ended is not said.
    case action
    /// Of a withdrawn order what was forfeited before is not wholly collected.
    case collection
    /// It was begun, and how it ended is not said.
    case ending
    /// It ended, and a decision stands.
    case decision
  }
}

extension Enforcement.Dossier {
  /// What is to be settled before its case is closed; nil when nothing is.
  public var unsettled: Enforcement.Unsettled? {
    guard conclusion == nil else { return nil }
    let actions = actions.entries.map(\.value)
    if proposal != nil { return .proposal }
    if actions.contains(where: \.isUnderway) { return .action }
    return actions.contains { $0.leftToCollect.cents > 0 } ? .collection : nil
  }

  /// What is to be settled before the finding is said to be no violation; nil when nothing rests on it.
  public var restingOnViolation: Enforcement.Unsettled? {
    guard conclusion != nil else { return lastOn == nil ? nil : unsettled ?? .ending }
    return standingActions.contains { $0.decision != nil } ? .decision : nil
  }

  /// Whether a sanction was decided and stands.
  public var hasSanction: Bool {
    standingActions.contains { $0.decision != nil && $0.measure.isSanction }
  }
}

extension Enforcement.Action {
  /// Whether something is still to come of it; of a word, once it was said, nothing is.
  var isUnderway: Bool { isStanding && (decision == nil || measure.isBurdensomeDecision) }
}
