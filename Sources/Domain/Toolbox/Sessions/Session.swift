extension Analysis {
  /// A session (sessie) in which people of inside and outside do a step together.
  ///
  /// Whoever takes part scores for themselves; what others scored is shown when a round is closed. Its notes,
  /// sources and attachments are free until it is concluded. Its outcome is settled in the step, with a reason.
  public struct Session: Equatable, Sendable {
    public internal(set) var convening: Convening
    public let convenedOn: Day
    /// Those who were excused are no longer there.
    public internal(set) var participants = Register<ParticipantID, Participant>()
    public internal(set) var notes: Prose?
    public internal(set) var sources = Register<SourceID, Source>()
    /// Those that were removed are no longer there.
    public internal(set) var attachments = Register<AttachmentID, Attachment>()
    public internal(set) var rounds = Register<RoundID, RoundHeld>()
    /// The day on which it was concluded; nil while it goes on.
    public internal(set) var concludedOn: Day?

    init(convening: Convening, convenedOn day: Day) {
      self.convening = convening
      convenedOn = day
    }
  }

  /// A round and what was scored in it.
  public struct RoundHeld: Equatable, Sendable {
    public let round: Round
    /// The last that each participant answered.
    public internal(set) var answers = Register<ParticipantID, [Answer]>()
    /// The day on which it was closed; nil while it is open.
    public internal(set) var closedOn: Day?
  }

  /// What may be asked of a session.
  public enum SessionCommand: Equatable, Sendable {
    case convene(Convening)
    case revise(Convening)
    case invite(ParticipantID, Participant)
    case excuse(ParticipantID, reason: Prose)
    case note(Prose)
    case addSource(SourceID, Source)
    case removeSource(SourceID)
    case addAttachment(AttachmentID, Attachment)
    case removeAttachment(AttachmentID, reason: Prose)
    case openRound(RoundID, Round)
    case score(RoundID, by: ParticipantID, [Answer])
    case closeRound(RoundID)
    case conclude
    case reopen(reason: Prose)
  }

  /// What can happen to a session.
  public enum SessionEvent: Equatable, Sendable {
    case convened(Convening)
    case revised(Convening)
    case invited(ParticipantID, Participant)
    case excused(ParticipantID, reason: Prose)
    case noted(Prose)
    case sourceAdded(SourceID, Source)
    case sourceRemoved(SourceID)
    case attachmentAdded(AttachmentID, Attachment)
    case attachmentRemoved(AttachmentID, reason: Prose)
    case roundOpened(RoundID, Round)
    case scored(RoundID, by: ParticipantID, [Answer])
    case roundClosed(RoundID)
    case concluded
    case reopened(reason: Prose)
  }
}

extension Analysis.Dossier {
  func decide(
    _ command: Analysis.SessionCommand, of id: SessionID, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    switch (command, sessions[id]) {
    case (.convene(let convening), nil):
      return [.sessionConvened(id: id, convening: convening, on: day)]
    case (.convene, .some): throw .identifierInUse
    case (_, nil): throw .unknownSession
    case (.reopen(let reason), .some(let session)):
      guard let concludedOn = session.concludedOn else { throw .sessionNotConcluded }
      guard day >= concludedOn else { throw .sessionConcluded(on: concludedOn) }
      return [.sessionReopened(id: id, reason: reason, on: day)]
    case (_, .some(let session)):
      if let concludedOn = session.concludedOn { throw .sessionConcluded(on: concludedOn) }
      guard day >= session.convenedOn else { throw .beforeLast(on: session.convenedOn) }
      return try session.decide(command, as: id, on: day)
    }
  }
}

extension Analysis.Session {
  fileprivate func decide(
    _ command: Analysis.SessionCommand, as id: SessionID, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    switch command {
    case .convene: throw .identifierInUse
    case .reopen: throw .sessionNotConcluded
    case .revise(let convening):
      guard convening.step == self.convening.step else { throw .sessionOfOtherStep }
      return convening == self.convening
        ? [] : [.sessionRevised(id: id, convening: convening, on: day)]
    case .invite(let participant, let who):
      try checkNew(participant, who)
      return [.participantInvited(session: id, id: participant, participant: who, on: day)]
    case .excuse(let participant, let reason):
      try checkExcusable(participant)
      return [.participantExcused(session: id, id: participant, reason: reason, on: day)]
    case .note(let notes):
      return notes == self.notes ? [] : [.sessionNoted(id: id, notes: notes, on: day)]
    case .addSource(let source, let what):
      guard sources[source] == nil else { throw .identifierInUse }
      return [.sourceAdded(session: id, id: source, source: what, on: day)]
    case .removeSource(let source):
      guard sources[source] != nil else { throw .unknownSource }
      return [.sourceRemoved(session: id, id: source, on: day)]
    case .addAttachment(let attachment, let what):
      try checkNew(attachment, what)
      return [.attachmentAdded(session: id, id: attachment, attachment: what, on: day)]
    case .removeAttachment(let attachment, let reason):
      guard attachments[attachment] != nil else { throw .unknownAttachment }
      return [.attachmentRemoved(session: id, id: attachment, reason: reason, on: day)]
    case .openRound(let round, let asked):
      try checkNew(round, asked)
      return [.roundOpened(session: id, id: round, round: asked, on: day)]
    case .score(let round, let participant, let answers):
      return try score(answers, by: participant, in: round, of: id, on: day)
    case .closeRound(let round):
      guard try open(round).answers.isEmpty == false else { throw .nobodyScored }
      return [.roundClosed(session: id, id: round, on: day)]
    case .conclude:
      let open = rounds.entries.filter { $0.value.closedOn == nil }.map(\.key)
      guard open.isEmpty else { throw .roundsOpen(open) }
      return [.sessionConcluded(id: id, on: day)]
    }
  }

  private func checkNew(
    _ id: ParticipantID, _ participant: Analysis.Participant
  ) throws(Analysis.Refusal) {
    guard participants[id] == nil else { throw .identifierInUse }
    if let present = participants.entries.first(where: { $0.value == participant }) {
      throw .alreadyInvited(present.key)
    }
  }

  private func checkExcusable(_ id: ParticipantID) throws(Analysis.Refusal) {
    guard participants[id] != nil else { throw .unknownParticipant }
    guard !rounds.entries.contains(where: { $0.value.answers[id] != nil }) else {
      throw .hasScored(id)
    }
  }
}
