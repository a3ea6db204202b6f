import Domain
import ReadModels

/// The one session in which a guest takes part, as its page shows it: nothing else of the programme.
struct GuestSubject: RoundSubject {
  let programme: ProgrammeID
  let session: SessionRow
  /// As whom the guest takes part.
  let participant: ParticipantID
  let name: Line
  /// The version of the analysis.
  let version: Int
  let edition: EditionRow?
  let subRisks: [SubRiskRow]
  let targetGroups: [TargetGroupRow]
  /// Those of the session.
  let scores: [ScoreRow]
  let reader: Reader

  func round(_ visit: Visit) throws -> SessionRow.Round {
    try visit.part("round", among: session.rounds, by: \.id)
  }
}
