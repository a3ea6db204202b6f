public import Domain
public import EventSourcing
public import Postgres

/// A read model of this program: made of its log, kept in a table.
public protocol LibraryModel: ReadModel
where Event == LogEvent, Key: TableKey, Row: TableRow {
  /// The columns that PostgreSQL makes of the others as a row is written, to be searched by.
  static var derivedColumns: [SQLName] { get }
}

extension LibraryModel {
  public static var derivedColumns: [SQLName] { [] }
}

/// Every read model there is: what to install, to project and to rebuild.
public enum ReadModelList {
  /// Those of programmes and the portfolio.
  public static let programmes: [any LibraryModel.Type] = [
    ProgrammeRow.self, ProblemRow.self, LabelRow.self, PhaseRow.self, ExtensionRow.self,
    GoalRow.self, IndicatorRow.self, MeasurementRow.self, EstimateRow.self, TargetGroupRow.self,
    PartnerRow.self, AgreementRow.self, MemberRow.self, InterventionRow.self,
    InterventionEvaluationRow.self, AchievementRow.self, EvaluationRow.self,
  ]

  /// Those of explorations and their decisions.
  public static let explorations: [any LibraryModel.Type] = [
    ExplorationRow.self, SectionRow.self, PartyRow.self, FindingRow.self, ArgumentRow.self,
    DecisionRow.self,
  ]

  /// Those of signals.
  public static let signals: [any LibraryModel.Type] = [SignalRow.self, ResponseRow.self]

  /// Those of the toolbox.
  public static let toolbox: [any LibraryModel.Type] = [
    AnalysisRow.self, SubRiskRow.self, ProfileRow.self, JudgementRow.self, InfluencerRow.self,
    SuggestionRow.self, ChoiceRow.self, SessionRow.self, ScoreRow.self, EditionRow.self,
    DraftRow.self, BankEntryRow.self,
  ]

  /// Those of cases.
  public static let cases: [any LibraryModel.Type] = [
    CaseFileRow.self, CaseInterventionRow.self, CaseFindingRow.self, CaseEnforcementRow.self,
    CaseResultRow.self, CaseDocumentRow.self, CaseReportRow.self, CaseSurveyRow.self,
    CasePublicationRow.self, CaseRetentionRow.self, ChecklistRow.self, LetterTemplateRow.self,
  ]

  /// Those of supervised parties and places.
  public static let entities: [any LibraryModel.Type] = [
    EntityRow.self, RelationRow.self, AgencyVisitRow.self, EntityHistoryRow.self,
  ]

  /// Those of accounts and what was granted.
  public static let people: [any LibraryModel.Type] = [
    AccountRow.self, GrantRow.self, EmergencyRow.self, ErasureRow.self, HoldRow.self,
  ]

  /// What happened, whatever it is about.
  public static let history: [any LibraryModel.Type] = [
    HistoryRow.self, AccountHistoryRow.self, CaseHistoryRow.self,
  ]

  public static var all: [any LibraryModel.Type] {
    programmes + explorations + signals + toolbox + entities + cases + people + history
  }
}
