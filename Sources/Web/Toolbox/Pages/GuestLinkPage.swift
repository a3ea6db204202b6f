import Authentication
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// A personal link for somebody without an account, made and withdrawn by whoever does the analysis, who hands it over.
struct GuestLinkPage: Sendable {
  let links: PersonalLinks
  let find: @Sendable (Visit) async throws -> ToolboxSubject

  var routes: [Route] {
    let pattern: StaticString =
      "programmes/:programme/toolbox/sessions/:session/participants/:participant/link"
    return [
      .get(pattern, for: .holding(.analyse), proof: .any, showing: .work(.view), draw),
      .post(pattern, for: .holding(.analyse), proof: .any, showing: .work(.view), make),
      .post(
        "programmes/:programme/toolbox/sessions/:session/participants/:participant/link/end",
        for: .holding(.analyse), proof: .any, showing: .nothing, withdraw),
    ]
  }

  /// Somebody without an account, and where they take part.
  private struct Invited {
    let about: ToolboxSubject
    let seat: Guest.Seat
    let name: String
    /// The page of the session.
    let page: Link

    func form(_ parts: String...) -> Link {
      Link(segments: page.segments + ["participants", seat.participant.description] + parts)
    }
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let invited = try await invited(visit)
    let until = try await links.end(of: invited.seat, at: now(visit))
    let reader = visit.reader
    var body: HTML = """
      <p class="lead">\(reader.text("take-part.link.lead", ["name": .text(invited.name)]))</p>
      """
    if let until {
      body += """
        <p>\(reader.html("take-part.link.there", ["moment": reader.time(until)]))</p>
        \(PostButton.html("take-part.link.renew", .primary, to: invited.form("link"), for: reader))
        \(PostButton.html("take-part.link.withdraw", .danger, to: invited.form("link", "end"), for: reader))
        """
    } else {
      body += PostButton.html(
        "take-part.link.make", .primary, to: invited.form("link"), for: reader)
    }
    return visit.show(page(invited, body))
  }

  /// Makes a new link and shows it, this once; the one before it works no more.
  @Sendable private func make(_ visit: Visit) async throws -> Response {
    let invited = try await invited(visit)
    guard try invited.about.session(visit).concludedOn == nil else {
      throw Problem(.conflict, "take-part.link.concluded")
    }
    let (token, until) = try await links.make(
      for: invited.seat, of: try visit.viewer().organisation, at: now(visit))
    let (reader, link) = (visit.reader, Site.takePart(token))
    return visit.show(
      page(
        invited,
        """
        <p class="lead">\(reader.text("take-part.link.made", ["name": .text(invited.name)]))</p>
        <p><a class="invitation" href="\(link)">\(reader.house.address(of: link.address, asked: visit))</a></p>
        <p>\(reader.html("take-part.link.until", ["moment": reader.time(until)]))</p>
        """))
  }

  @Sendable private func withdraw(_ visit: Visit) async throws -> Response {
    let invited = try await invited(visit)
    try await links.withdraw(from: invited.seat)
    var response = visit.go(to: invited.page)
    response.setCookie(Notice(.linkWithdrawn).cookie)
    return response
  }

  /// The guest whom the address names; a colleague signs in.
  private func invited(_ visit: Visit) async throws -> Invited {
    let about = try await find(visit)
    let (session, seat) = (try about.session(visit), try about.seat(visit))
    guard case .guest = seat.participant else { throw Problem.notFound }
    return Invited(
      about: about,
      seat: Guest.Seat(programme: about.id, session: session.id, participant: seat.id),
      name: about.name(of: seat.participant),
      page: Site.toolbox(about.id, "sessions", session.id.description))
  }

  private func page(_ invited: Invited, _ body: HTML) -> Page {
    let reader = invited.about.reader
    let title = invited.about.sessions.first { $0.id == invited.seat.session }?.convening.title
    return Page(
      reader.text("take-part.link.title"),
      trail: invited.about.trail(for: reader) + [Crumb(title?.description ?? "", invited.page)],
      width: .read, body: body)
  }

  private func now(_ visit: Visit) -> Date {
    Date(timeIntervalSince1970: Double(visit.reader.now.seconds))
  }
}
