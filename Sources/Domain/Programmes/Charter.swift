public import EventSourcing

extension Programme {
  /// What a programme begins with.
  public struct Charter: Hashable, Codable, Sendable {
    public let organisation: Line
    public let label: Label
    public let problem: Prose
    public let manager: PersonID
    public let term: Term

    public init(
      organisation: Line, label: Label, problem: Prose, manager: PersonID, term: Term
    ) {
      self.organisation = organisation
      self.label = label
      self.problem = problem
      self.manager = manager
      self.term = term
    }
  }

  /// What can happen to a programme as a whole.
  public enum CharterEvent: Equatable, Sendable {
    case begun(Charter, Origin, in: Phase)
    case renamed(Label)
    case problemRestated(Prose)
    case managerAppointed(PersonID)
    case extended(review: Day, end: Day, decidedBy: PersonID, reason: Prose)
    case ended(reason: Prose)
  }

  /// The number and name under which a programme stands in one plan.
  public struct Label: Hashable, Codable, Sendable {
    public static let numberMax = 999

    public let planYear: PlanYear
    public let number: Int
    public let name: Line

    public init(planYear: PlanYear, number: Int, name: Line) {
      self.planYear = planYear
      self.number = number
      self.name = name
    }
  }

  /// How long a programme lasts, and when it is looked at whether it should; it is always temporary.
  public struct Term: Hashable, Codable, Sendable {
    public let start: Day
    public let review: Day
    public let end: Day

    public init(start: Day, review: Day, end: Day) {
      self.start = start
      self.review = review
      self.end = end
    }

    var isInOrder: Bool { start <= review && review <= end }

    func check(_ period: Period) throws(Refusal) {
      guard period.from >= start, period.to <= end else {
        throw .periodOutsideTerm(from: start, to: end)
      }
    }
  }

  /// How a programme came to be known here.
  public enum Origin: Hashable, Codable, Sendable {
    case decision(reference: DecisionReference)
    /// It ran before this system did, according to a published plan.
    case plan(adoption: Adoption)
  }

  /// Where a programme that already ran is known from.
  public struct Adoption: Hashable, Codable, Sendable {
    /// The plan, such as `Meerjarenplan 2020-2024`.
    public let plan: Line
    public let source: Source
    public let certainty: Certainty

    public init(plan: Line, source: Source, certainty: Certainty) {
      self.plan = plan
      self.source = source
      self.certainty = certainty
    }
  }
}

extension Programme.Charter {
  func check() throws(Programme.Refusal) {
    try label.check()
    guard term.isInOrder else { throw .termOutOfOrder }
  }
}

extension Programme.Label {
  func check() throws(Programme.Refusal) {
    guard (1...Self.numberMax).contains(number) else {
      throw .numberOutOfRange(max: Self.numberMax)
    }
  }
}

extension Programme.Charter: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "organisation": .impersonal,
    "label": .part(Programme.Label.self),
    "problem": .text,
    "manager": .pseudonym,
    "term": .part(Programme.Term.self),
  ]
}

extension Programme.Label: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "planYear": .impersonal,
    "number": .impersonal,
    "name": .impersonal,
  ]
}

extension Programme.Term: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "start": .impersonal,
    "review": .impersonal,
    "end": .impersonal,
  ]
}

extension Programme.Adoption: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "plan": .impersonal,
    "source": .part(Source.self),
    "certainty": .impersonal,
  ]
}
