extension CaseFile {
  /// What may be asked of who handles a case, and what it belongs to.
  public enum HandlingCommand: Equatable, Sendable {
    case retitle(Line)
    case nameSubject(EntityID)
    /// Makes it part of a programme, or of regular supervision when there is none.
    case attach(ProgrammeID?, targetGroup: TargetGroupID?, reason: Prose)
    case classify(Confidentiality, reason: Prose)
    case addHandler(PersonID)
    case releaseHandler(PersonID)
    case relate(CaseID, to: CaseID)
    case unrelate(CaseID)
  }
}

extension CaseFile.Dossier {
  func decide(
    _ command: CaseFile.HandlingCommand, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    switch command {
    case .retitle(let title): return title == self.title ? [] : [.retitled(title: title, on: day)]
    case .nameSubject(let subject):
      return subject == self.subject ? [] : [.subjectNamed(subject: subject, on: day)]
    case .attach(let programme, let group, let reason):
      guard programme != nil || group == nil else { throw .targetGroupWithoutProgramme }
      guard programme != self.programme || group != targetGroup else { return [] }
      return [.attached(programme: programme, targetGroup: group, reason: reason, on: day)]
    case .classify(let confidentiality, let reason):
      return confidentiality == self.confidentiality
        ? [] : [.classified(confidentiality: confidentiality, reason: reason, on: day)]
    case .addHandler(let person):
      guard !handlers.contains(person) else { throw .alreadyHandler(person) }
      return [.handlerAdded(person: person, on: day)]
    case .releaseHandler(let person):
      guard handlers.contains(person) else { throw .notHandler(person) }
      guard handlers.count > 1 else { throw .handlerMissing }
      return [.handlerReleased(person: person, on: day)]
    case .relate(let other, let own):
      guard other != own else { throw .relatedToItself }
      guard !related.contains(other) else { throw .alreadyRelated }
      return [.related(other: other, on: day)]
    case .unrelate(let other):
      guard related.contains(other) else { throw .notRelated }
      return [.unrelated(other: other, on: day)]
    }
  }
}
