public import Domain
public import EventSourcing
public import Foundation
public import ReadModels

/// Somebody without an account who does one thing by a personal link: takes part in a session, or replies to a survey.
public struct Guest: Hashable, Sendable {
  /// Names the link; what is in it nobody keeps.
  public let link: Identity
  public let organisation: String
  public let invitation: Invitation
  /// From then on the link opens nothing.
  public let until: Date

  public init(link: Identity, organisation: String, to invitation: Invitation, until: Date) {
    self.link = link
    self.organisation = organisation
    self.invitation = invitation
    self.until = until
  }

  /// What a link is for.
  public enum Invitation: Hashable, Sendable {
    case session(Seat)
    case survey(Sheet)
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

  /// What somebody looks back on: a survey of a case, with all of the case that they are shown.
  public struct Sheet: Hashable, Sendable {
    public let file: CaseID
    public let survey: SurveyID
    /// The day of the visit; nil when it is about the whole.
    public let visitedOn: Day?
    /// Whether there is nothing left to do but to thank.
    public let isReplied: Bool

    public init(_ survey: SurveyID, of file: CaseID, visitedOn: Day?, isReplied: Bool = false) {
      self.file = file
      self.survey = survey
      self.visitedOn = visitedOn
      self.isReplied = isReplied
    }
  }
}

extension Guest {
  /// Nil for who takes part in no session.
  public var seat: Seat? {
    switch invitation {
    case .session(let seat): seat
    case .survey: nil
    }
  }

  /// Nil for who replies to no survey.
  public var sheet: Sheet? {
    switch invitation {
    case .session: nil
    case .survey(let sheet): sheet
    }
  }

  /// Who acts, for the log.
  public var id: PersonID {
    switch invitation {
    case .session(let seat): .guest(seat.participant)
    case .survey(let sheet): .guest(sheet.survey)
    }
  }

  /// For whom the read models answer: nothing of any other programme, and nothing at all to who replies to a survey.
  public var viewer: Viewer {
    switch invitation {
    case .session(let seat):
      Viewer(id, of: organisation, sight: .programmes([seat.programme]))
    case .survey: Viewer(id, of: organisation, sight: .programmes([]))
    }
  }

  /// Whether a guest may give `command`: to score from their own seat or to reply to their own survey, and nothing else.
  public func may(give command: some Entitled, on stream: StreamName) -> Bool {
    switch invitation {
    case .session(let seat):
      guard let command = command as? Analysis.Command else { return false }
      return stream == StreamName(Analysis.category, seat.programme.identity)
        && command.isScore(by: seat.participant, in: seat.session)
    case .survey(let sheet):
      guard let command = command as? CaseFile.Command else { return false }
      return stream == StreamName(CaseFile.category, sheet.file.identity)
        && command.isReply(to: sheet.survey)
    }
  }
}
