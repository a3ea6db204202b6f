public import EventSourcing

extension CaseFile {
  /// What a case is about and where it came from.
  public struct Opening: Hashable, Codable, Sendable {
    public let title: Line
    public let origin: Origin
    /// Who or what is supervised; nil while nobody knows.
    public let subject: EntityID?
    /// The programme that it is part of; nil for regular supervision.
    public let programme: ProgrammeID?
    /// One of the programme's target groups.
    public let targetGroup: TargetGroupID?
    /// Those who handle it.
    public let handlers: [PersonID]
    public let confidentiality: Confidentiality

    public init(
      _ title: Line, origin: Origin, subject: EntityID? = nil, programme: ProgrammeID? = nil,
      targetGroup: TargetGroupID? = nil, handlers: [PersonID],
      confidentiality: Confidentiality = .normal
    ) {
      self.title = title
      self.origin = origin
      self.subject = subject
      self.programme = programme
      self.targetGroup = targetGroup
      self.handlers = handlers
      self.confidentiality = confidentiality
    }
  }

  /// Why there is a case (aanleiding).
  public enum Origin: Hashable, Codable, Sendable {
    /// Chosen out of data by criteria, so that anybody can see why it was this one.
    case dataSelection(criteria: Prose)
    /// Somebody outside told of it (melding).
    case report(from: Line?, on: Day)
    /// Another agency passed it on.
    case partner(agency: Line)
    case ownObservation
    /// An intervention that the programme planned.
    case programmeAction(intervention: InterventionID?)
  }

  /// Who may see a case.
  public enum Confidentiality: String, CaseIterable, Codable, Sendable {
    /// Whoever sees the work of its programme, or of the organisation when it has none.
    case normal
    /// Those who handle it, and nobody else.
    case handlersOnly
  }
}

extension CaseFile.Opening: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .text, "origin": .part(CaseFile.Origin.self), "subject": .personal(.reference),
    "programme": .impersonal, "targetGroup": .impersonal, "handlers": .each(.pseudonym),
    "confidentiality": .impersonal,
  ]
}

extension CaseFile.Origin: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "dataSelection": .fields(["criteria": .text]),
    "report": .fields(["from": .personal(.name), "on": .impersonal]),
    "partner": .fields(["agency": .text]),
    "ownObservation": .fields([:]),
    "programmeAction": .fields(["intervention": .impersonal]),
  ]
}
