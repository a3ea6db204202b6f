import Domain

extension Enforcement.ReportPart {
  var name: Phrase {
    switch self {
    case .offender: "enforcement.report.offender"
    case .violation: "enforcement.report.violation"
    case .rule: "enforcement.report.rule"
    case .place: "enforcement.report.place"
    case .time: "enforcement.report.time"
    }
  }
}

extension LegalWarning.OrderPart {
  var name: Phrase {
    switch self {
    case .remedy: "enforcement.order.remedy"
    case .term: "enforcement.order.term"
    }
  }
}

extension LegalWarning.FineRequisite {
  var name: Phrase {
    switch self {
    case .report: "enforcement.requisite.report"
    case .hearing: "enforcement.requisite.hearing"
    }
  }
}

extension LegalArticle {
  /// As it is quoted: Awb 5:51.
  func words(for reader: Reader) -> String {
    reader.text(Phrase(source.name, ["article": .text(rawValue)]))
  }
}

extension LegalArticle.Source {
  fileprivate var name: StaticString {
    switch self {
    case .administrativeLaw: "enforcement.article"
    case .openGovernment: "enforcement.article-open-government"
    case .gazette: "enforcement.article-gazette"
    }
  }
}

extension LegalWarning {
  /// What the law asks and is not there, in a sentence.
  func words(for reader: Reader) -> String {
    func dated(_ key: StaticString, _ day: Day) -> String {
      reader.text(key, ["day": .text(reader.day(day))])
    }
    func missing(_ key: StaticString, _ names: [Phrase]) -> String {
      reader.text(key, ["missing": .text(reader.listed(names.map { reader.text($0) }))])
    }
    return switch self {
    case .restoringSanctionRuns(let day): dated("enforcement.warning.sanction-runs", day)
    case .rulesTogether(let rules):
      reader.text(
        "enforcement.warning.rules-together",
        ["rules": .text(reader.listed(rules.map(\.description)))])
    case .coercionOrderLacks(let parts):
      missing("enforcement.warning.coercion-order-lacks", parts.map(\.name))
    case .penaltyOrderLacks(let parts):
      missing("enforcement.warning.penalty-order-lacks", parts.map(\.name))
    case .termOverBeforeSending(let day):
      dated("enforcement.warning.term-over-before-sending", day)
    case .collectionLapsed(let day): dated("enforcement.warning.collection-lapsed", day)
    case .maximumMissing: reader.text("enforcement.warning.maximum-missing")
    case .alreadyFined(let day): dated("enforcement.warning.already-fined", day)
    case .prosecuted(let day): dated("enforcement.warning.prosecuted", day)
    case .finedBeforeAnswer(let day): dated("enforcement.warning.fined-before-answer", day)
    case .prosecutorMayAnswer(let day): dated("enforcement.warning.prosecutor-may-answer", day)
    case .powerToFineLapsed(let day): dated("enforcement.warning.power-to-fine-lapsed", day)
    case .reportLacks(let parts): missing("enforcement.warning.report-lacks", parts.map(\.name))
    case .fineDecidedLate(let day): dated("enforcement.warning.fine-decided-late", day)
    case .heavyFineWithout(let parts):
      missing("enforcement.warning.heavy-fine-without", parts.map(\.name))
    case .notHeard(let measure):
      reader.text("enforcement.warning.not-heard", ["measure": .phrase(measure.name)])
    }
  }
}

extension NextLegalDay.Step {
  /// What the day is the last one of.
  var name: Phrase {
    switch self {
    case .hearing: "enforcement.day.hearing"
    case .prosecutor: "enforcement.day.prosecutor"
    case .decisionOnFine: "enforcement.day.decision-on-fine"
    case .orderTerm: "enforcement.day.order-term"
    case .objection: "enforcement.day.objection"
    case .collection: "enforcement.day.collection"
    case .powerToFine: "enforcement.day.power-to-fine"
    case .viewOnPublication: "publication.day.view"
    case .standstill: "publication.day.standstill"
    case .publicity: "publication.day.publicity"
    }
  }
}

extension NextLegalDay {
  /// How many days are left until what, by which article.
  func html(for reader: Reader) -> HTML {
    let left = daysLeft(on: reader.dayShown)
    return "\(StatusBadge.html(countDown(left, for: reader), tone(left))) \(words(for: reader))"
  }

  /// What it is the last day of, by which article.
  func words(for reader: Reader) -> String {
    reader.text(
      "enforcement.due",
      [
        "step": .phrase(step.name), "article": .text(article.words(for: reader)),
        "day": .text(reader.day(day)),
      ])
  }

  func countDown(_ left: Int, for reader: Reader) -> String {
    if left == 0 { return reader.text("enforcement.days.none") }
    return left > 0
      ? reader.text("enforcement.days.left", count: left)
      : reader.text("enforcement.days.passed", count: -left)
  }

  /// Within a week something has to be done about it.
  private func tone(_ left: Int) -> Tone { left < 0 ? .danger : left <= 7 ? .warn : .info }
}
