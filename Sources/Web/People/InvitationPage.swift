import Authentication
import Credentials
import Domain
import Foundation
import Hummingbird
import ReadModels

/// A link for somebody to choose a password with, made by who lets people in and handed over by them.
struct InvitationPage: Sendable {
  let reception: any Reception
  let now: @Sendable () -> Date

  /// Makes a new link and shows it, this once.
  func make(for about: AccountSubject, _ visit: Visit) async throws -> Response {
    guard about.account.closing == nil else { throw Problem(.conflict, "people.invitation.closed") }
    let token = try await reception.link(
      for: about.account.person, to: .invitation, at: now())
    let reader = visit.reader
    let link = Site.link(token).address
    let days = OneTimeLink.Purpose.invitation.secondsMax / 86_400
    return visit.show(
      Page(
        reader.text("people.invitation.title"), trail: about.trail(for: reader), width: .read,
        body: """
          <p class="lead">\(reader.text("people.invitation.lead", ["days": .number(days)]))</p>
          <p><a class="invitation" href="\(link)">\(visit.reader.house.address(of: link, asked: visit))</a></p>
          """))
  }
}
