import Domain
import ReadModels

/// What rounds of scores are drawn from, for whoever takes part in them.
protocol RoundSubject {
  var reader: Reader { get }
  /// The edition of the reference set that the analysis goes by; nil before there is one.
  var edition: EditionRow? { get }
  var subRisks: [SubRiskRow] { get }
  var targetGroups: [TargetGroupRow] { get }
  var scores: [ScoreRow] { get }
}

extension RoundSubject {
  func name(of group: TargetGroupID) -> String {
    targetGroups.first { $0.id == group }?.title.description ?? reader.text("toolbox.group-gone")
  }

  /// What the edition calls what the analysis speaks of.
  var names: ReferenceNames { ReferenceNames(edition: edition?.edition, reader: reader) }

  func name(of determinant: References.Determinant.Code) -> String { names.name(of: determinant) }

  func name(of type: References.InterventionType.Key) -> String { names.name(of: type) }

  /// What a question is about.
  func words(for subject: Analysis.ScoreSubject) -> String {
    switch subject {
    case .chance(let risk), .effect(let risk):
      subRisks.first { $0.id == risk }?.subRisk.title.description
        ?? reader.text("toolbox.risk-gone")
    case .determinant(let group, let code): "\(name(of: group)): \(name(of: code))"
    }
  }

  func answers(of participant: ParticipantID, in round: RoundID) -> [Analysis.Answer] {
    scores.first { $0.round == round && $0.participant == participant }?.answers ?? []
  }
}
