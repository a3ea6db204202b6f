import Domain
import ReadModels

extension Programme.CaseMeasure {
  var name: Phrase {
    switch self {
    case .closed: "programme.counting.closed"
    case .restored: "programme.counting.restored"
    case .inOrderShare: "programme.counting.in-order"
    case .complianceShare: "programme.counting.compliance"
    }
  }

  var meaning: Phrase {
    switch self {
    case .closed: "programme.counting.closed-hint"
    case .restored: "programme.counting.restored-hint"
    case .inOrderShare: "programme.counting.in-order-hint"
    case .complianceShare: "programme.counting.compliance-hint"
    }
  }
}

extension Reader {
  /// How an indicator is measured: by somebody, or by counting cases.
  func words(for counting: Programme.CaseCounting?) -> String {
    text(counting?.measure.name ?? "programme.counting.none")
  }

  /// How many cases have what is measured, of how many.
  func words(for count: Programme.CaseCount) -> String {
    text("programme.counted", ["met": .number(count.met), "of": .number(count.of)])
  }
}

extension Site {
  /// The list of the cases out of which a figure is counted.
  static func cases(countedBy counting: Programme.CaseCounting, in programme: ProgrammeID) -> Link {
    cases.with("programme", programme.description).with("measure", counting.measure.rawValue)
      .with("group", counting.targetGroup?.description)
      .with("intervention", counting.intervention?.description)
      .with("since", counting.since?.description)
  }
}
