public import Domain
public import EventSourcing
public import Foundation
public import ReadModels

/// Somebody without an account who takes part in one session by a personal link.
public struct Guest: Hashable, Sendable {
  /// Names the link; what is in it nobody keeps.
  public let link: Identity
  public let organisation: String
  public let seat: Seat
  /// From then on the link opens nothing.
  public let until: Date

  public init(link: Identity, organisation: String, seat: Seat, until: Date) {
    self.link = link
    self.organisation = organisation
    self.seat = seat
    self.until = until
  }

  /// Where somebody takes part: in which session of which programme, as whom.
  public struct Seat: Hashable, Sendable {
    public let programme: ProgrammeID
    public let session: SessionID
    public let participant: ParticipantID

    public init(programme: ProgrammeID, session: SessionID, participant: ParticipantID) {
      self.programme = programme
      self.session = session
      self.participant = participant
    }
  }
}

extension Guest {
  /// Who acts, for the log.
  public var id: PersonID { .guest(seat.participant) }

  /// For whom the read models answer: nothing of any other programme.
  public var viewer: Viewer {
    Viewer(id, of: organisation, sight: .programmes([seat.programme]))
  }

  /// Whether a guest may give `command`: to score from their own seat, and nothing else.
  public func may(give command: some Entitled, on stream: StreamName) -> Bool {
    guard let command = command as? Analysis.Command else { return false }
    return stream == StreamName(Analysis.category, seat.programme.identity)
      && command.isScore(by: seat.participant, in: seat.session)
  }
}
