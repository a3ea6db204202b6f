import Domain
import ReadModels

/// What came of a type of intervention before, as the suggestion went by it: small numbers as small, and the cases to
/// look at.
enum EarlierResults {
  static func html(
    of advice: Suggestion.Advice, in suggestion: Suggestion, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    guard reader.seesAllWork else { return HTML(reader.text("toolbox.experience.hidden")) }
    let experience = suggestion.input.experience(
      of: advice.intervention, with: advice.because)
    guard !experience.isEmpty else { return HTML(reader.text("toolbox.experience.none")) }
    return """
      <ul class="agreements">
      \(experience.map { "<li>\(words($0, about))</li>\n" as HTML })</ul>
      \(Act.html(
        "toolbox.experience.link", on: about.name(of: advice.intervention),
        to: cases(of: advice, reader), for: reader))
      """
  }

  /// Where the cases are, for who may see the data bank.
  private static func cases(of advice: Suggestion.Advice, _ reader: Reader) -> Link? {
    let page = Site.bankType(advice.intervention)
    return reader.maySee(page) ? page : nil
  }

  private static func words(_ experience: Suggestion.Experience, _ about: ToolboxSubject) -> String
  {
    let reader = about.reader
    let places: [(StaticString, Suggestion.Experience.Tally)] = [
      ("toolbox.experience.here", experience.here),
      ("toolbox.experience.elsewhere", experience.elsewhere),
    ]
    let told = places.filter { $0.1.count > 0 }.map { place, tally in
      reader.text(place, ["tally": .text(words(tally, reader))])
    }
    let determinant = reader.text(
      "toolbox.experience.of", ["determinant": .text(about.name(of: experience.determinant))])
    return "\(determinant) \(told.joined(separator: "; "))"
  }

  private static func words(_ tally: Suggestion.Experience.Tally, _ reader: Reader) -> String {
    let words = reader.text(
      "toolbox.experience.tally",
      [
        "improved": .number(tally.improved), "unchanged": .number(tally.unchanged),
        "worsened": .number(tally.worsened),
      ])
    guard tally.count < Suggestion.Experience.Tally.countThatTells else { return words }
    return reader.text("toolbox.experience.few", ["tally": .text(words)])
  }
}

extension Reader {
  /// Whether the reader sees every programme, and so what all of them together yielded.
  var seesAllWork: Bool { visitor.person.map { $0.viewer.sight == .organisation } ?? false }
}
