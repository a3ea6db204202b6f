public import EventSourcing

extension CaseFile {
  /// What is meant to be done on a case, from which the log of an intervention is filled in beforehand.
  public struct Plan: Hashable, Codable, Sendable {
    public let purpose: Prose?
    public let kind: References.InterventionType.Key
    public let day: Day?
    public let place: Line?
    /// Who goes along, beside the handlers.
    public let participants: [Line]
    public let checklist: ChecklistEdition?

    public init(
      _ kind: References.InterventionType.Key, purpose: Prose? = nil, day: Day? = nil,
      place: Line? = nil, participants: [Line] = [], checklist: ChecklistEdition? = nil
    ) {
      self.purpose = purpose
      self.kind = kind
      self.day = day
      self.place = place
      self.participants = participants
      self.checklist = checklist
    }

    /// Whether `intervention` is what was meant on `plannedOn`, the day on which it was planned: then nothing is left of
    /// the plan to do.
    ///
    /// What was logged late may be of before, and leaves the plan. It is not of before on the planned day or later, nor
    /// on a day after it was planned: a visit may come sooner than was meant.
    public func isCarriedOut(by intervention: Intervention, plannedOn: Day) -> Bool {
      guard kind == intervention.kind else { return false }
      return intervention.on >= day ?? plannedOn || intervention.on > plannedOn
    }
  }

  /// One edition of a checklist.
  public struct ChecklistEdition: Hashable, Codable, Sendable {
    public let checklist: ChecklistID
    public let edition: Int

    public init(_ checklist: ChecklistID, edition: Int) {
      self.checklist = checklist
      self.edition = edition
    }
  }

  /// Something to do on a case, by a day.
  public struct Task: Hashable, Codable, Sendable {
    public let title: Line
    public let dueOn: Day
    /// Who does it; nil for whoever of the handlers comes first.
    public let by: PersonID?

    public init(_ title: Line, dueOn: Day, by: PersonID? = nil) {
      self.title = title
      self.dueOn = dueOn
      self.by = by
    }
  }
}

extension CaseFile.Plan: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "purpose": .text, "kind": .impersonal, "day": .impersonal, "place": .text,
    "participants": .each(.personal(.name)), "checklist": .part(CaseFile.ChecklistEdition.self),
  ]
}

extension CaseFile.ChecklistEdition: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "checklist": .impersonal, "edition": .impersonal,
  ]
}

extension CaseFile.Task: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .text, "dueOn": .impersonal, "by": .pseudonym,
  ]
}
