import Domain
import EventSourcing

/// Why the rules of accounts refuse something, in words, and at which field.
enum AccountRefusals {
  /// The sentence for `refusal`; `about` is the account, when it is there already.
  static func explain(
    _ refusal: Account.Refusal, _ about: AccountSubject?, _ reader: Reader
  ) -> FormProblem {
    switch refusal {
    case .alreadyOpened: FormProblem("people.refusal.already-opened")
    case .notOpened: FormProblem("people.refusal.not-opened")
    case .closed(let day): dated("people.refusal.closed", day, reader)
    case .notClosed: FormProblem("people.refusal.not-closed")
    case .ownAccount: FormProblem("people.refusal.own-account")
    case .beforeOpened(let day): dated("people.refusal.before-opened", day, reader, at: "on")
    case .toOneself: FormProblem("people.refusal.to-oneself")
    case .outOfReach(let reach): FormProblem(sentence(reach), at: "scope")
    case .endsBeforeStart: FormProblem("people.refusal.ends-before-start", at: "end")
    case .alreadyGranted: FormProblem("people.refusal.already-granted", at: "role")
    case .unknownGrant: FormProblem("people.refusal.unknown-grant")
    case .identifierInUse: FormProblem("people.refusal.identifier-in-use")
    case .notProposed: FormProblem("people.refusal.not-proposed")
    case .sameEyes: FormProblem("people.refusal.same-eyes")
    case .takesAdministrator: FormProblem("people.refusal.takes-administrator")
    case .alreadyRevoked: FormProblem("people.refusal.already-revoked")
    case .grantedByDirectory(let group):
      FormProblem(
        Phrase("people.refusal.by-directory", ["group": .text(group.description)]))
    case .emergencyTooLong(let seconds):
      FormProblem(
        Phrase("people.refusal.emergency-too-long", ["hours": .number(seconds / 3600)]),
        at: "hours")
    case .emergencyNotAhead: FormProblem("people.refusal.emergency-not-ahead", at: "hours")
    case .emergencyGoesOn(let until):
      FormProblem(
        Phrase("people.refusal.emergency-goes-on", ["until": .text(reader.minute(until))]))
    case .noEmergency: FormProblem("people.refusal.no-emergency")
    case .emergencyNotOver(let until):
      FormProblem(
        Phrase("people.refusal.emergency-not-over", ["until": .text(reader.minute(until))]))
    case .emergencyAlreadyReviewed: FormProblem("people.refusal.emergency-reviewed")
    case .emergencyNotReviewed: FormProblem("people.refusal.emergency-not-reviewed")
    case .unknownErasure: FormProblem("people.refusal.unknown-erasure")
    case .erasureRequested: FormProblem("people.refusal.erasure-requested")
    case .erasureApproved: FormProblem("people.refusal.erasure-approved")
    case .erasureNotApproved: FormProblem("people.refusal.erasure-not-approved")
    case .onHold(nil): FormProblem("people.refusal.on-hold")
    case .onHold(let until?): dated("people.refusal.on-hold-until", until, reader)
    case .unknownHold: FormProblem("people.refusal.unknown-hold")
    case .holdIsPast: FormProblem("people.refusal.hold-is-past", at: "until")
    case .erased(let day): dated("people.refusal.erased", day, reader)
    }
  }

  private static func dated(
    _ key: StaticString, _ day: Day, _ reader: Reader, at field: String? = nil
  ) -> FormProblem {
    FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
  }

  private static func sentence(_ reach: Role.Reach) -> Phrase {
    switch reach {
    case .anywhere: "people.refusal.not-there"
    case .organisation: "people.refusal.organisation-only"
    case .programme: "people.refusal.programme-only"
    }
  }
}
