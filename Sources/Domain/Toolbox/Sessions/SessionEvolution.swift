extension Analysis.Session {
  mutating func apply(_ event: Analysis.SessionEvent, on day: Day) {
    switch event {
    case .convened(let convening), .revised(let convening): self.convening = convening
    case .invited(let id, let participant): participants[id] = participant
    case .excused(let id, _): participants[id] = nil
    case .noted(let notes): self.notes = notes
    case .sourceAdded(let id, let source): sources[id] = source
    case .sourceRemoved(let id): sources[id] = nil
    case .attachmentAdded(let id, let attachment): attachments[id] = attachment
    case .attachmentRemoved(let id, _): attachments[id] = nil
    case .roundOpened(let id, let round): rounds[id] = Analysis.RoundHeld(round: round)
    case .scored(let round, let participant, let answers):
      rounds[round]?.answers[participant] = answers
    case .roundClosed(let id): rounds[id]?.closedOn = day
    case .concluded: concludedOn = day
    case .reopened: concludedOn = nil
    }
  }
}
