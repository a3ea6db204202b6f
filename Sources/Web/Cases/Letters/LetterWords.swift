import Domain

/// Why a letter to begin from is refused, in words, and at which field.
enum LetterWords {
  static func explain(_ refusal: LetterTemplate.Refusal, _ reader: Reader) -> FormProblem {
    switch refusal {
    case .unknownPlace(let name):
      FormProblem(
        Phrase(
          "letter.refusal.unknown-place",
          ["name": .text(name), "places": .text(LetterPlaces.written)]), at: "text")
    case .braceLeftOpen: FormProblem("letter.refusal.brace-left-open", at: "text")
    case .notPublished: FormProblem("letter.refusal.not-published")
    case .retired(let day):
      FormProblem(Phrase("letter.refusal.retired", ["day": .text(reader.day(day))]))
    case .beforeLast(let day):
      FormProblem(
        Phrase("case.refusal.before-last", ["day": .text(reader.day(day))]), at: "on")
    }
  }
}
