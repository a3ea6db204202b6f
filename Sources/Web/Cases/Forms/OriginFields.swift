import Domain
import ReadModels

/// What a case can come from, as a form asks it first.
enum CaseOriginKind: String, CaseIterable {
  case dataSelection
  case report
  case partner
  case ownObservation
  case programmeAction

  var name: Phrase {
    switch self {
    case .dataSelection: "case.origin.data-selection"
    case .report: "case.origin.report"
    case .partner: "case.origin.partner"
    case .ownObservation: "case.origin.own-observation"
    case .programmeAction: "case.origin.programme-action"
    }
  }
}

extension FormSheet {
  /// Where a case comes from, with what each answer takes.
  mutating func caseOrigin(_ names: CaseNames, for reader: Reader) {
    radios(
      "origin", label: "case.field.origin",
      CaseOriginKind.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    group("case.origin.data-selection", when: .on(.dataSelection)) { sheet in
      sheet.prose(
        "criteria", label: "case.field.criteria", hint: "case.field.criteria-hint", rows: 3)
    }
    group("case.origin.report", when: .on(.report)) { sheet in
      sheet.line("reporter", label: "case.field.reporter", optional: true)
      sheet.day("reported", label: "case.field.reported-on")
    }
    group("case.origin.partner", when: .on(.partner)) { sheet in
      sheet.line("agency", label: "case.field.agency")
    }
    group("case.origin.programme-action", when: .on(.programmeAction)) { sheet in
      sheet.select(
        "intervention", label: "case.field.intervention", hint: "case.field.intervention-hint",
        optional: true, names.interventionChoices)
    }
  }
}

extension Fieldset.Condition {
  fileprivate static func on(_ kind: CaseOriginKind) -> Fieldset.Condition {
    Fieldset.Condition("origin", isOneOf: [kind.rawValue])
  }
}

extension Form {
  /// Where a case comes from; nil when something is wrong with a field.
  mutating func caseOrigin(_ names: CaseNames) -> CaseFile.Origin? {
    guard let kind = choice("origin", as: CaseOriginKind.self) else { return nil }
    switch kind {
    case .dataSelection: return prose("criteria").map { .dataSelection(criteria: $0) }
    case .report:
      let (from, day) = (optionalLine("reporter"), happenedDay("reported"))
      return day.map { .report(from: from, on: $0) }
    case .partner: return line("agency").map { .partner(agency: $0) }
    case .ownObservation: return .ownObservation
    case .programmeAction:
      let intervention = optionalOffered("intervention", as: InterventionID.self)
      if let intervention, names.programme(of: intervention) == nil {
        note(.notAChoice, at: "intervention")
      }
      return .programmeAction(intervention: intervention)
    }
  }
}
