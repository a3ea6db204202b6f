import Domain

extension CaseFile.Report.Kind {
  var name: Phrase {
    switch self {
    case .inspectionReport: "report.kind.inspection-report"
    case .informationLetter: "report.kind.information-letter"
    case .visitAnnouncement: "report.kind.visit-announcement"
    case .closingLetter: "report.kind.closing-letter"
    case .warning: "report.kind.warning"
    }
  }

  /// The kinds to choose from.
  static func choices(for reader: Reader) -> [Choice] {
    allCases.map { Choice($0.rawValue, reader.text($0.name)) }
  }
}

extension Enforcement.ReportPart {
  /// How a report calls what it says.
  fileprivate var reportName: Phrase {
    switch self {
    case .offender: "report.offender"
    case .violation: "report.observed"
    case .rule: "report.rule"
    case .place: "report.place"
    case .time: "report.moment"
    }
  }
}

/// Why a report or letter is refused, in words, and at which field.
enum ReportWords {
  static func explain(_ refusal: CaseFile.ReportingRefusal, _ reader: Reader) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day) -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: "on")
    }
    return switch refusal {
    case .serialNotNext: FormProblem("report.refusal.serial")
    case .findingTwice: FormProblem("report.refusal.twice")
    case .unknownFinding: FormProblem("case.refusal.unknown-finding")
    case .saysNothing: FormProblem("report.refusal.says-nothing", at: "text")
    case .violationMissing: FormProblem("report.refusal.violation-missing")
    case .lacks(let parts):
      FormProblem(
        Phrase(
          "report.refusal.lacks",
          ["parts": .text(reader.listed(parts.map { reader.text($0.reportName) }))]))
    case .unknownReport: FormProblem("report.refusal.unknown")
    case .withdrawn(let day): dated("report.refusal.withdrawn", day)
    case .replacedStands: FormProblem("report.refusal.replaced-stands")
    case .replacedBefore(let serial):
      FormProblem(Phrase("report.refusal.replaced-before", ["serial": .number(serial)]))
    case .beforeIssued(let day): dated("report.refusal.before-issued", day)
    }
  }
}
