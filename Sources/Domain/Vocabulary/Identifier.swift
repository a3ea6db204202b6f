public import EventSourcing

/// The identity of one `Subject`, so that a goal's cannot be taken for an indicator's.
///
/// It is kept as the plain text of its UUID.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, Codable,
  LosslessStringConvertible
{
  public let identity: Identity

  public init(_ identity: Identity) { self.identity = identity }

  /// Reads the usual text form of a UUID; nil for anything else.
  public init?(_ description: String) {
    guard let identity = Identity(description) else { return nil }
    self.identity = identity
  }

  public var description: String { identity.description }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.identity < rhs.identity }

  public init(from decoder: any Decoder) throws { identity = try Identity(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try identity.encode(to: encoder) }
}

public typealias ExplorationID = Identifier<Exploration>
public typealias PartyID = Identifier<Exploration.Party>
public typealias FindingID = Identifier<Exploration.Finding>
public typealias ArgumentID = Identifier<Exploration.Argument>
public typealias DecisionID = Identifier<Exploration.Proposal>

public typealias ProgrammeID = Identifier<Programme>
public typealias GoalID = Identifier<Programme.Goal>
public typealias IndicatorID = Identifier<Programme.Indicator>
public typealias MeasurementID = Identifier<Programme.Measurement>
public typealias EstimateID = Identifier<Programme.Estimate>
public typealias TargetGroupID = Identifier<Programme.TargetGroup>
public typealias PartnerID = Identifier<Programme.Partner>
public typealias AgreementID = Identifier<Programme.Agreement>
public typealias InterventionID = Identifier<Programme.Intervention>
public typealias AchievementID = Identifier<Programme.Achievement>

public typealias AccountID = Identifier<Account>
public typealias GrantID = Identifier<Grant>
public typealias EmergencyID = Identifier<Account.Emergency>
public typealias ErasureID = Identifier<Account.Erasure>
public typealias HoldID = Identifier<Account.Hold>

public typealias SubRiskID = Identifier<Analysis.SubRisk>
public typealias InfluencerID = Identifier<Analysis.Influencer>
public typealias SuggestionID = Identifier<Suggestion>
public typealias ChoiceID = Identifier<Analysis.Choice>

public typealias SessionID = Identifier<Analysis.Session>
public typealias ParticipantID = Identifier<Analysis.Participant>
public typealias SourceID = Identifier<Source>
public typealias AttachmentID = Identifier<Analysis.Attachment>
public typealias RoundID = Identifier<Analysis.Round>
public typealias QuestionID = Identifier<Analysis.Question>

public typealias ReferencesID = Identifier<References>
public typealias BankEntryID = Identifier<BankEntry>

public typealias EntityID = Identifier<SupervisedEntity>
public typealias AliasID = Identifier<SupervisedEntity.Alias>
public typealias RelationID = Identifier<SupervisedEntity.Relation>
public typealias AgencyVisitID = Identifier<SupervisedEntity.AgencyVisit>

public typealias SignalID = Identifier<Signal>
public typealias ResponseID = Identifier<Signal.PolicyResponse>

public typealias CaseID = Identifier<CaseFile>
public typealias CaseTaskID = Identifier<CaseFile.Task>
public typealias CaseInterventionID = Identifier<CaseFile.Intervention>
public typealias CaseFindingID = Identifier<CaseFile.Finding>
public typealias CaseDocumentID = Identifier<CaseFile.Document>
public typealias SurveyID = Identifier<Survey>
public typealias PublicationID = Identifier<Publication>
public typealias CaseReportID = Identifier<CaseFile.Report>
public typealias ChecklistID = Identifier<Checklist>
public typealias LetterTemplateID = Identifier<LetterTemplate>

/// The decision that something follows from.
public struct DecisionReference: Hashable, Codable, Sendable {
  public let exploration: ExplorationID
  public let decision: DecisionID

  public init(_ exploration: ExplorationID, _ decision: DecisionID) {
    self.exploration = exploration
    self.decision = decision
  }
}

extension DecisionReference: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "exploration": .impersonal, "decision": .impersonal,
  ]
}
