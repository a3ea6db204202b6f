extension Exploration {
  /// One change to what the exploration says; its parts may be revised in any order, any number of times.
  public enum Revision: Equatable, Sendable {
    case retitle(Line)
    case reclassify(Origin)
    case rewrite(Section, Prose)
    case addParty(PartyID, Party)
    case reviseParty(PartyID, Party)
    case removeParty(PartyID, reason: Prose)
    case recordFinding(FindingID, Finding)
    case withdrawFinding(FindingID, reason: Prose)
    case argue(ArgumentID, Argument)
    case withdrawArgument(ArgumentID, reason: Prose)
  }
}

extension Exploration.Dossier {
  /// What `revision` makes happen; nothing when it already says so.
  func decide(
    _ revision: Exploration.Revision, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard day >= openedOn else { throw .beforeOpened(on: openedOn) }
    return switch revision {
    case .retitle(let title): title == self.title ? [] : [.retitled(title: title, on: day)]
    case .reclassify(let origin):
      origin == self.origin ? [] : [.reclassified(origin: origin, on: day)]
    case .rewrite(let section, let text):
      sections[section] == text ? [] : [.sectionRewritten(section: section, text: text, on: day)]
    case .addParty(let id, let party): try add(party, as: id, on: day)
    case .reviseParty(let id, let party): try revise(party, as: id, on: day)
    case .removeParty(let id, let reason): try remove(id, reason, on: day)
    case .recordFinding(let id, let finding): try record(finding, as: id, on: day)
    case .withdrawFinding(let id, let reason): try withdraw(id, reason, on: day)
    case .argue(let id, let argument): try put(argument, as: id, on: day)
    case .withdrawArgument(let id, let reason): try withdraw(id, reason, on: day)
    }
  }

  private func add(
    _ party: Exploration.Party, as id: PartyID, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard parties[id] == nil else { throw .identifierInUse }
    return [.partyAdded(id: id, party: party, on: day)]
  }

  private func revise(
    _ party: Exploration.Party, as id: PartyID, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard let present = parties[id] else { throw .unknownParty }
    return present == party ? [] : [.partyRevised(id: id, party: party, on: day)]
  }

  private func remove(
    _ id: PartyID, _ reason: Prose, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard parties[id] != nil else { throw .unknownParty }
    return [.partyRemoved(id: id, reason: reason, on: day)]
  }

  private func record(
    _ finding: Exploration.Finding, as id: FindingID, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard findings[id] == nil else { throw .identifierInUse }
    return [.findingRecorded(id: id, finding: finding, on: day)]
  }

  private func withdraw(
    _ id: FindingID, _ reason: Prose, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard findings[id] != nil else { throw .unknownFinding }
    return [.findingWithdrawn(id: id, reason: reason, on: day)]
  }

  private func put(
    _ argument: Exploration.Argument, as id: ArgumentID, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard arguments[id] == nil else { throw .identifierInUse }
    return [.argumentPut(id: id, argument: argument, on: day)]
  }

  private func withdraw(
    _ id: ArgumentID, _ reason: Prose, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard arguments[id] != nil else { throw .unknownArgument }
    return [.argumentWithdrawn(id: id, reason: reason, on: day)]
  }
}
