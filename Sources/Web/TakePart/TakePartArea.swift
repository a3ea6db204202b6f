public import Authentication
public import Credentials
import Domain
public import EventSourcing
public import Foundation
import Hummingbird
public import ReadModels
import Reads

/// Where people without an account take part in a session, each by a personal link.
public struct TakePartArea: Area {
  /// The address of a link.
  static let pattern: StaticString = "take-part/:link"

  private let library: Library
  private let commands: any CommandGateway
  private let links: PersonalLinks

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - links: who takes part by which link.
  public init(library: Library, commands: any CommandGateway, links: PersonalLinks) {
    self.library = library
    self.commands = commands
    self.links = links
  }

  public var routes: [Route] {
    [
      .get(Self.pattern, for: .guests, proof: .any, showing: .work(.view), draw),
      // A page with scores that were sent back has this address, and can be asked for again.
      .get("take-part/:link/rounds/:round", for: .guests, proof: .any, showing: .work(.view)) {
        visit in visit.go(to: try link(visit))
      },
      .post(
        "take-part/:link/rounds/:round", for: .guests, proof: .any, showing: .work(.view), take),
      .live("take-part/:link/changes", for: .guests, proof: .any) { visit in
        guard let about = try await subject(visit) else { throw Problem.notFound }
        return Watched(
          StreamName(Analysis.category, about.programme.identity),
          at: about.version)
      },
    ]
  }

  public func guest(by token: OneTimeToken, at now: Date) async throws -> Guest? {
    try await links.guest(by: token, at: now)
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    guard let about = try await subject(visit) else {
      return DeadLinkPage.answer(visit, at: "\(Self.pattern)")
    }
    return visit.show(TakePartPage.page(about, at: try link(visit)))
  }

  /// Takes what a guest scores: all answers of a round at once, as from a colleague.
  @Sendable private func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    guard let about = try await subject(visit) else {
      return DeadLinkPage.answer(visit, at: "\(Self.pattern)")
    }
    let (link, round) = (try link(visit), try about.round(visit))
    let answers = round.round.questions.compactMap { form.answer(to: $0) }
    func page(_ form: Form) -> Page {
      TakePartPage.page(
        about, at: link, sentBack: TakePartPage.SentBack(form: form, round: round.id))
    }
    guard form.isSound else { return visit.again(page(form)) }
    let command = Analysis.Command.sessions(
      about.session.id, .score(round.id, by: about.participant, answers), on: visit.reader.today)
    return try await visit.submit(
      Order<Analysis>(command, on: about.programme.identity), from: form,
      through: commands, then: link,
      explaining: { ToolboxRefusals.explain($0, about, visit.reader) }
    ) { form, _ in page(form) }
  }

  /// The page of the guest's link.
  private func link(_ visit: Visit) throws -> Link {
    guard let token = visit.parameter("link").flatMap({ OneTimeToken($0) }) else {
      throw Problem.notFound
    }
    return Site.takePart(token)
  }

  /// The session of the guest; nil when they no longer take part.
  private func subject(_ visit: Visit) async throws -> GuestSubject? {
    let guest = try visit.guest()
    guard let seat = guest.seat else { return nil }
    let found = try await library.look(
      LastChangeQuery(of: StreamName(Analysis.category, seat.programme.identity)),
      AnalysisPartsQuery(AnalysisRow.self, of: seat.programme), EditionsQuery(),
      AnalysisPartsQuery(SubRiskRow.self, of: seat.programme),
      PartsQuery(TargetGroupRow.self, of: seat.programme),
      AnalysisPartsQuery(SessionRow.self, of: seat.programme),
      AnalysisPartsQuery(ScoreRow.self, of: seat.programme), as: guest.viewer)
    guard let session = found.5.first(where: { $0.id == seat.session }),
      case .guest(let name, _) = session.participant(at: seat.participant)
    else { return nil }
    return GuestSubject(
      programme: seat.programme, session: session, participant: seat.participant, name: name,
      version: found.0?.version ?? 0,
      edition: found.2.first { $0.number == found.1.first?.edition }, subRisks: found.3,
      targetGroups: found.4, scores: found.6.filter { $0.session == seat.session },
      reader: visit.reader)
  }
}

extension SessionRow {
  /// Who takes part from that seat; nil when nobody does, or does any more.
  fileprivate func participant(at seat: ParticipantID) -> Analysis.Participant? {
    seats.first { $0.id == seat }?.participant
  }
}
