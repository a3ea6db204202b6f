public import Domain

/// One choice of the toolbox from the risk that it answers to what came of it, and what was chosen then.
///
/// It is made of rows that were asked at one moment, and shows how the loop went up to that.
public struct ResultsChain: Sendable {
  /// The sub-risks that were in focus when it was chosen, the most urgent first.
  public let risks: [SubRiskRow]
  public let choice: ChoiceRow
  public let foundation: Foundation
  /// Nil while none is planned.
  public let intervention: InterventionRow?
  /// The evaluation that counts; nil while there is none.
  public let evaluation: InterventionEvaluationRow?
  /// What was chosen for the same group in a later version of acting, in that order.
  public let next: [ChoiceRow]

  /// The group that it is about.
  public var group: TargetGroupID { choice.choice.group }

  /// On which versions of the steps a choice stands, and by which edition of the reference set it was made.
  public struct Foundation: Hashable, Sendable {
    /// In the order of the steps; the last is the version in which it was made.
    public let versions: [AnalysisRow.Course.Version]
    public let edition: References.EditionNumber
    /// Whether somebody took it upon them to skip understanding then.
    public let skipsUnderstanding: Bool
    /// The present versions of the steps that were reopened since.
    public let later: [AnalysisRow.Course.Version]

    init(of choice: ChoiceRow, in analysis: AnalysisRow) {
      let (course, position) = (analysis.course, choice.positionFirst)
      let versions = Analysis.Step.allCases.map { course.version(of: $0, at: position) }
      self.versions = versions
      edition = analysis.edition(at: position)
      let understood = course.version(of: .understand, at: position).number
      skipsUnderstanding = course.skippings.contains { $0.version == understood }
      later = versions.map { course.present($0.step) }
        .filter { present in !versions.contains { $0 == present } }
    }
  }
}
