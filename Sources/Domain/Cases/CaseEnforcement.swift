/// What enforcement keeps a case from doing: to close over it, and to take away the finding it rests on.
extension CaseFile.Dossier {
  func checkEnforcement(closingWith result: CaseFile.Result) throws(CaseFile.Refusal) {
    for (_, held) in violations {
      if let unsettled = held.enforcement.unsettled {
        throw .enforcementUnsettled(rule: held.finding.rule, unsettled)
      }
    }
    guard result != .sanctioned || violations.contains(where: \.value.enforcement.hasSanction)
    else { throw .sanctionMissing }
  }

  func checkNothingRests(on held: CaseFile.FindingHeld) throws(CaseFile.Refusal) {
    if let unsettled = held.enforcement.restingOnViolation {
      throw .enforcementUnsettled(rule: held.finding.rule, unsettled)
    }
  }
}
