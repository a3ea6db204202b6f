import Domain
import ReadModels

/// A form about a programme that runs.
typealias ProgrammeForm = CommandForm<Programme, ProgrammeSubject>

/// Every form about a programme that is there.
enum ProgrammeForms {
  static let all: [ProgrammeForm] =
    CharterForms.all + CourseForms.all + GoalForms.all + IndicatorForms.all + CountingForms.all
    + DamageForms.all
    + TargetGroupForms.all + PartnerForms.all + TeamForms.all + InterventionForms.all
    + InterventionEvaluationForms.all + AchievementForms.all + EvaluationForms.all + EndingForms.all
}

extension FormSheet {
  /// The day on which something happened, which a form fills in as today.
  mutating func happenedOn(_ label: Phrase = "programme.field.on") {
    day("on", label: label)
  }

  /// Why something is done.
  mutating func reason(_ label: Phrase = "programme.field.reason", hint: Phrase? = nil) {
    prose("reason", label: label, hint: hint, rows: 4)
  }

  /// Where something is known from: its name, and perhaps its address.
  mutating func source(optional: Bool = false) {
    line(
      "source", label: "programme.field.source", hint: "programme.field.source-hint",
      optional: optional)
    address("source-address", label: "programme.field.source-address", optional: true)
  }

  /// The thing that a form is about, as it stands now.
  mutating func about(_ words: some CustomStringConvertible) {
    html("<blockquote class=\"form-about\">\(words.description)</blockquote>\n")
  }
}

extension Form {
  /// The source that was filled in, which must be there.
  mutating func source() -> Source? {
    let (text, address) = (line("source"), optionalAddress("source-address"))
    return text.map { Source($0, at: address) }
  }

  /// The source that was filled in; an address alone is not one.
  mutating func optionalSource() -> Source? {
    let address = optionalAddress("source-address")
    if address != nil { return source() }
    return optionalLine("source").map { Source($0) }
  }
}

extension Visit {
  /// What stands in a form that asks for no more than the day.
  var filledToday: [String: String] { ["on": reader.typed(reader.today)] }
}

extension Dictionary where Key == String, Value == String {
  /// The same with more in it.
  func with(_ more: [String: String?]) -> [String: String] {
    merging(more.compactMapValues { $0 }) { _, new in new }
  }
}
