public import EventSourcing

extension CaseFile {
  /// Something that was done on a case, from a letter to an investigation, as somebody who was there tells it.
  public struct Intervention: Hashable, Codable, Sendable {
    /// One of the types of intervention of the toolbox.
    public let kind: References.InterventionType.Key
    public let on: Day
    /// When it began and ended; nil for what has no hour, such as a letter.
    public let from: TimeOfDay?
    public let until: TimeOfDay?
    public let place: Line?
    /// Who was there, of either side.
    public let participants: [Line]
    public let summary: Prose?
    /// What the other side said (verklaring).
    public let statement: Prose?
    public let measurements: [Measured]
    public let checked: Checked?

    public init(
      _ kind: References.InterventionType.Key, on day: Day, from: TimeOfDay? = nil,
      until: TimeOfDay? = nil, place: Line? = nil, participants: [Line] = [],
      summary: Prose? = nil, statement: Prose? = nil, measurements: [Measured] = [],
      checked: Checked? = nil
    ) {
      self.kind = kind
      on = day
      self.from = from
      self.until = until
      self.place = place
      self.participants = participants
      self.summary = summary
      self.statement = statement
      self.measurements = measurements
      self.checked = checked
    }

    /// Those of either side who are named with one intervention or plan.
    public static let participantsMax = 50

    /// Nothing that ends on the next day takes longer.
    static let minutesMax = 12 * 60

    /// Whether it ended after midnight, on the day after it began.
    public var endsNextDay: Bool {
      guard let from, let until else { return false }
      return until < from
    }

    /// How many minutes it took into the next day; nil for one that ended on the day on which it began.
    var lasts: Int? {
      guard endsNextDay, let from, let until else { return nil }
      return 24 * 60 - from.minutes + until.minutes
    }

    /// Whether it says anything beside when and where.
    var saysSomething: Bool {
      summary != nil || statement != nil || !measurements.isEmpty
        || !(checked?.answers.isEmpty ?? true)
    }
  }

  /// Something that was measured, such as 82 decibel.
  public struct Measured: Hashable, Codable, Sendable {
    public let what: Line
    public let value: Quantity
    public let unit: Line?

    public init(_ what: Line, _ value: Quantity, unit: Line? = nil) {
      self.what = what
      self.value = value
      self.unit = unit
    }
  }

  /// What was answered to the questions of a checklist.
  public struct Checked: Hashable, Codable, Sendable {
    public let against: ChecklistEdition
    public let answers: [CheckAnswer]

    public init(against edition: ChecklistEdition, _ answers: [CheckAnswer]) {
      against = edition
      self.answers = answers
    }
  }

  /// The answer to one question of a checklist.
  public struct CheckAnswer: Hashable, Codable, Sendable {
    public enum Verdict: String, CaseIterable, Codable, Sendable {
      case inOrder
      case notInOrder
      case notApplicable
    }

    public let item: Checklist.Item.Key
    public let verdict: Verdict

    public init(_ item: Checklist.Item.Key, _ verdict: Verdict) {
      self.item = item
      self.verdict = verdict
    }
  }

  /// What was found at an intervention, about one rule.
  public struct Finding: Hashable, Codable, Sendable {
    public enum Outcome: String, CaseIterable, Codable, Sendable {
      case compliant
      case violation
      /// It takes further inquiry to say.
      case unclear
    }

    public let outcome: Outcome
    /// What the rule asks, in words.
    public let rule: Line
    /// Where the rule stands, such as `Wp 2000, artikel 76`.
    public let legalBasis: Line?
    public let description: Prose?

    public init(
      _ outcome: Outcome, rule: Line, legalBasis: Line? = nil, description: Prose? = nil
    ) {
      self.outcome = outcome
      self.rule = rule
      self.legalBasis = legalBasis
      self.description = description
    }
  }

  /// A finding under its own identity.
  public struct NewFinding: Hashable, Codable, Sendable {
    public let id: CaseFindingID
    public let finding: Finding

    public init(_ id: CaseFindingID, _ finding: Finding) {
      self.id = id
      self.finding = finding
    }
  }
}

extension CaseFile.Intervention: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "kind": .impersonal, "on": .impersonal, "from": .impersonal, "until": .impersonal,
    "place": .text, "participants": .each(.personal(.name)),
    "summary": .personal(.observation), "statement": .personal(.observation),
    "measurements": .each(.part(CaseFile.Measured.self)),
    "checked": .part(CaseFile.Checked.self),
  ]
}

extension CaseFile.Measured: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "what": .text, "value": .impersonal, "unit": .text,
  ]
}

extension CaseFile.Checked: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "against": .part(CaseFile.ChecklistEdition.self),
    "answers": .each(.part(CaseFile.CheckAnswer.self)),
  ]
}

extension CaseFile.CheckAnswer: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["item": .impersonal, "verdict": .impersonal]
}

extension CaseFile.Finding: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "outcome": .impersonal, "rule": .text, "legalBasis": .text,
    "description": .personal(.observation),
  ]
}

extension CaseFile.NewFinding: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "id": .impersonal, "finding": .part(CaseFile.Finding.self),
  ]
}
