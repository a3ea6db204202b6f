import Domain
import Foundation

extension Teller {
  /// What `event` did to an account that stood at `state`.
  func tale(of event: Account.Event, after state: Account.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .opened(_, let profile, _):
      Tale("history.account.opened", ["name": line(profile.name)])
        .saying("history.account.mail", profile.mail?.description)
    case .restated(let profile, _):
      Tale("history.account.restated")
        .changing(
          "history.account.name", from: before?.profile.name.description,
          to: profile.name.description
        )
        .changing(
          "history.account.mail", from: before?.profile.mail?.description,
          to: profile.mail?.description)
    case .closed(let reason, _): Tale("history.account.closed").saying("history.reason", reason)
    case .reopened(let reason, _):
      Tale("history.account.reopened").saying("history.reason", reason)
    case .granted(_, let grant, let reason, let grantor, _):
      saying(grantor, saying(grant, Tale("history.account.granted", ["role": role(of: grant)])))
        .saying("history.reason", reason)
    case .grantProposed(_, let grant, let reason, _, _):
      saying(grant, Tale("history.account.proposed", ["role": role(of: grant)]))
        .saying("history.reason", reason)
    case .grantProposedByGroup(_, let grant, let group, _):
      saying(
        .directory(group: group),
        saying(grant, Tale("history.account.proposed", ["role": role(of: grant)])))
    case .grantConfirmed(let id, _, _):
      Tale("history.account.confirmed", ["role": role(of: before?.grants[id]?.grant)])
    case .grantDeclined(let id, let reason, _, _):
      Tale("history.account.declined", ["role": role(of: before?.grants[id]?.grant)])
        .saying("history.reason", reason)
    case .grantRevoked(let id, let reason, let grantor, _):
      saying(
        grantor,
        Tale(end(of: before?.grants[id]), ["role": role(of: before?.grants[id]?.grant)])
      )
      .saying("history.reason", reason)
    case .glassBroken(_, let emergency, _):
      Tale("history.account.emergency", ["until": .text(reader.minute(emergency.until))])
        .saying("history.reason", emergency.reason)
    case .glassMended: Tale("history.account.emergency-ended")
    case .emergencyReviewed(_, let finding, _, _):
      Tale("history.account.emergency-reviewed").saying("emergency.finding", finding)
    case .erasureRequested(_, let erasure, _, _):
      Tale("history.account.erasure-requested")
        .saying("people.erasure.ground", reader.text(erasure.ground.name))
        .saying("history.reason", erasure.reason)
    case .erasureApproved: Tale("history.account.erasure-approved")
    case .erasureDeclined(_, let reason, _, _):
      Tale("history.account.erasure-declined").saying("history.reason", reason)
    case .held(_, let hold, _, _):
      Tale("history.account.held")
        .saying("people.hold.until", hold.until.map(reader.day))
        .saying("history.reason", hold.reason)
    case .holdLifted(_, let reason, _, _):
      Tale("history.account.hold-lifted").saying("history.reason", reason)
    case .erased: Tale("history.account.erased")
    }
  }

  /// What never held lapses.
  private func end(of held: Account.Dossier.Held?) -> StaticString {
    switch held?.standing {
    case .proposed, .declined: "history.account.lapsed"
    case .held, .over, nil: "history.account.revoked"
    }
  }

  private func role(of grant: Grant?) -> Phrase.Value {
    .phrase(grant.map(\.role.name) ?? "history.unknown")
  }

  private func saying(_ grant: Grant, _ tale: Tale) -> Tale {
    tale.saying("people.column.scope", html: reader.scope(grant.scope))
      .saying("people.column.term", reader.term(grant.term))
  }

  /// Who recorded it is told beside; only what no person gave is said.
  private func saying(_ grantor: Grant.Grantor, _ tale: Tale) -> Tale {
    switch grantor {
    case .person: tale
    case .founding: tale.saying("people.grantor", reader.text("people.grantor.founding"))
    case .operator: tale.saying("people.grantor", reader.text("people.grantor.operator"))
    case .directory(let group):
      tale.saying(
        "people.grantor",
        reader.text("people.grantor.directory", ["group": .text(group.description)]))
    }
  }
}
