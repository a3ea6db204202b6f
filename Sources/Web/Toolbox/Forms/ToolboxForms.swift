import Domain
import ReadModels

/// A form about the analysis of a programme.
typealias ToolboxForm = CommandForm<Analysis, ToolboxSubject>

/// Every form about an analysis.
enum ToolboxForms {
  static let all: [ToolboxForm] =
    StepForms.all + ChoosingForms.all + ProfileForms.all + DeterminantForms.all
    + InfluencerForms.all + ActingForms.all + SessionForms.all + RoundForms.all
    + [AttachmentForms.removal]
}

extension FormSheet {
  /// A score from 1 to 5, with what the ends mean.
  mutating func score(_ name: String, label: Phrase, _ word: (Score) -> Phrase, for reader: Reader)
  {
    radios(
      name, label: label,
      Score.allCases.map { Choice("\($0.rawValue)", reader.text(word($0))) })
  }

  /// How sure the writer is.
  mutating func confidence(_ name: String = "confidence", for reader: Reader) {
    radios(
      name, label: "toolbox.field.confidence",
      Confidence.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
  }
}

extension Form {
  mutating func score(_ field: String) -> Score? {
    whole(field, in: Score.range).flatMap { Score(rawValue: $0) }
  }
}
