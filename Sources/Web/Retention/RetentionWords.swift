import Domain
import ReadModels

enum RetentionWords {
  /// Under what a case is kept, and until when.
  static func sentence(for term: Retention.Term, _ reader: Reader) -> String {
    reader.text(
      "retention.sentence",
      [
        "name": .text(term.category.name.description), "key": .text(term.category.key.description),
        "years": .number(term.category.years), "from": .text(reader.day(term.from)),
        "until": .text(reader.day(term.until)), "source": .text(term.category.source.description),
      ])
  }

  /// Who said something, and when.
  static func who(_ word: CaseRetentionRow.Word, _ reader: Reader) -> HTML {
    "\(reader.people.name(ofActor: word.by, for: reader)), \(reader.time(word.on))"
  }

  static func explain(_ refusal: Retention.Refusal, _ reader: Reader) -> FormProblem {
    switch refusal {
    case .onHold: FormProblem("retention.refusal.on-hold")
    case .notOnHold: FormProblem("retention.refusal.not-on-hold")
    case .notClosed: FormProblem("retention.refusal.not-closed")
    case .notOver(let day):
      FormProblem(Phrase("retention.refusal.not-over", ["day": .text(reader.day(day))]))
    case .stillPublic: FormProblem("retention.refusal.still-public")
    case .alreadyProposed: FormProblem("retention.refusal.already-proposed")
    case .notProposed, .notApproved: FormProblem("retention.refusal.not-proposed")
    case .sameEyes: FormProblem("retention.refusal.same-eyes")
    case .destroyed: FormProblem("retention.refusal.destroyed")
    }
  }
}

extension Retention.Stage {
  var name: Phrase {
    switch self {
    case .kept: "retention.stage.kept"
    case .proposed: "retention.stage.proposed"
    case .approved: "retention.stage.approved"
    case .destroyed: "retention.stage.destroyed"
    }
  }

  var tone: Tone {
    switch self {
    case .kept: .neutral
    case .proposed, .approved: .warn
    case .destroyed: .danger
    }
  }
}
