import Domain

/// The analyses of data/analyses.yaml.
struct AnalysisFile: Decodable {
  let days: Days
  let sources: [String: SourceEntry]
  let analyses: [Entry]

  /// When what happened in all of them.
  struct Days: Decodable {
    let begun: Day
    let held: Day
    let chosen: Day
    let understood: Day
    let acted: Day
  }

  /// One programme's analysis; `programme` is its key in data/programmes.yaml.
  struct Entry: Decodable {
    let programme: String
    let session: SessionEntry
    let subRisks: [SubRiskEntry]
    let priority: String
    let focus: FocusEntry
    let chosen: String
    let groups: [GroupEntry]
    let understood: String
    let acted: String
    /// Nil when nothing was seen otherwise since.
    let revision: RevisionEntry?
  }

  struct SessionEntry: Decodable {
    let title: String
    let form: Analysis.SessionForm
    let notes: String
    let participants: [ParticipantEntry]
    let round: String
  }

  /// Somebody of the demonstration, or the name and organisation of somebody without an account.
  struct ParticipantEntry: Decodable {
    let person: PersonID?
    let name: String?
    let organisation: String?
  }

  struct SubRiskEntry: Decodable {
    let title: String
    let source: String
    let chance: Score
    let effect: Score
    let reason: String
    let scores: ScoresEntry
  }

  /// What each participant scored, in their order.
  struct ScoresEntry: Decodable {
    let chance: [Score]
    let effect: [Score]
  }

  /// Sub-risks by their number in the list, groups by their name.
  struct FocusEntry: Decodable {
    let subRisks: [Int]
    let groups: [String]
    let reason: String
  }

  struct GroupEntry: Decodable {
    let name: String
    let sector: String
    let size: SizeEntry
    let goal: GoalEntry
    let shares: [ShareEntry]
    let judgements: [JudgementEntry]
    let influencers: [InfluencerEntry]
    let choices: [ChoiceEntry]
  }

  struct SizeEntry: Decodable {
    let number: Int
    let unit: String
    let source: String
    let confidence: Confidence
  }

  struct GoalEntry: Decodable {
    let who: String
    let present: String
    let wanted: String
    let whereAndWhen: String
  }

  struct ShareEntry: Decodable {
    let segment: References.Segment.Key
    let share: Percentage
    let confidence: Confidence
  }

  struct JudgementEntry: Decodable {
    let determinant: References.Determinant.Code
    let score: Score
    let confidence: Confidence
    let explanation: String
    let evidence: [Told]
  }

  struct InfluencerEntry: Decodable {
    let name: String
    let influence: String
  }

  /// A type of intervention, a partner who acts, or neither, which is to do nothing; `plan` names the intervention of
  /// the programme by which it is carried out.
  struct ChoiceEntry: Decodable {
    let type: References.InterventionType.Key?
    let partner: String?
    let determinants: [References.Determinant.Code]
    let reason: String
    let plan: String?
  }

  /// What was seen otherwise of one group once results were known; what is not named stays as it was.
  struct RevisionEntry: Decodable {
    let days: RevisionDays
    let reason: String
    let group: String
    let judgements: [JudgementEntry]
    let understood: String
    let withdrawn: WithdrawalEntry
    let choices: [ChoiceEntry]
    let acted: String
  }

  struct RevisionDays: Decodable {
    let reopened: Day
    let understood: Day
    let acted: Day
  }

  /// A choice by its number in the group's list.
  struct WithdrawalEntry: Decodable {
    let choice: Int
    let reason: String
  }
}
