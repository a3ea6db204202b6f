import Domain
import EventSourcing
import ReadModels

/// Words about editions.
enum EditionWords {
  static func name(_ number: References.EditionNumber, _ reader: Reader) -> String {
    reader.text("references.edition", ["number": .number(number.rawValue)])
  }

  /// Since when an edition counts, through whom and why.
  static func published(_ row: EditionRow, _ reader: Reader) -> HTML {
    guard let by = row.publishedBy else {
      return """
        \(reader.text("references.adopted-on", ["day": .text(reader.day(row.publishedOn))])) \
        \(row.source.map { reader.source($0) })
        """
    }
    let words = reader.text(
      "references.published-on",
      ["day": .text(reader.day(row.publishedOn)), "person": .text(reader.people.name(by))])
    return "\(words) \(row.note?.description ?? "")"
  }
}

extension References.Determinant.Group {
  var name: Phrase {
    switch self {
    case .spontaneous: "references.group.spontaneous"
    case .control: "references.group.control"
    case .sanction: "references.group.sanction"
    }
  }
}

extension References.Determinant.Cluster {
  var name: Phrase {
    switch self {
    case .knowing: "references.cluster.knowing"
    case .able: "references.cluster.able"
    case .wanting: "references.cluster.wanting"
    case .having: "references.cluster.having"
    }
  }
}

/// Why the rules of the reference set refuse something, in words.
enum ReferencesRefusals {
  static func explain(
    _ refusal: References.Refusal, _ about: ReferencesSubject, _ reader: Reader
  ) -> FormProblem {
    FormProblem(phrase(for: refusal, about, reader), at: refusal.field)
  }

  private static func phrase(
    for refusal: References.Refusal, _ about: ReferencesSubject, _ reader: Reader
  ) -> Phrase {
    switch refusal {
    case .alreadyAdopted: "references.refusal.already-adopted"
    case .notAdopted: "references.refusal.not-adopted"
    case .proposalPending(let by):
      Phrase("references.refusal.pending", ["person": .text(about.people.name(by))])
    case .notProposed: "references.refusal.not-proposed"
    case .nothingChanged: "references.refusal.nothing-changed"
    case .proposerCannotJudge: "references.refusal.proposer-cannot-judge"
    case .incomplete(let gaps):
      Phrase(
        "references.refusal.incomplete",
        ["what": .text(reader.listed(gaps.map { reader.text($0.words) }))])
    case .unknownDeterminant, .unknownSegment, .unknownInterventionType:
      "references.refusal.unknown"
    case .beforeLast(let on):
      Phrase("references.refusal.before-last", ["day": .text(reader.day(on))])
    }
  }
}

extension References.Refusal {
  fileprivate var field: String? {
    switch self {
    case .beforeLast: "on"
    case .alreadyAdopted, .notAdopted, .proposalPending, .notProposed, .nothingChanged,
      .proposerCannotJudge, .incomplete, .unknownDeterminant, .unknownSegment,
      .unknownInterventionType:
      nil
    }
  }
}

extension References.Gap {
  fileprivate var words: Phrase {
    switch self {
    case .noDeterminants: "references.gap.no-determinants"
    case .noSegments: "references.gap.no-segments"
    case .noInterventionTypes: "references.gap.no-types"
    case .nothingFits(let code):
      Phrase("references.gap.nothing-fits", ["code": .text(code.description)])
    case .fitsNothing(let key):
      Phrase("references.gap.fits-nothing", ["code": .text(key.description)])
    case .fitOfUnknown(let key, let code):
      Phrase(
        "references.gap.fit-of-unknown",
        ["type": .text(key.description), "code": .text(code.description)])
    case .twice(let name): Phrase("references.gap.twice", ["code": .text(name.description)])
    }
  }
}
