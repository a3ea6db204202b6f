import Domain
import TestCast
import Testing

/// Each article warns, and is silent when there is nothing to warn of.
struct LegalCheckTests {
  func warnings(
    _ dossier: Enforcement.Dossier, others: [Enforcement.Dossier] = [], on day: Day = "2026-03-20"
  ) -> [LegalWarning] {
    LegalCheck.warnings(for: dossier, others: others, on: day)
  }

  func after(_ history: [Happening]) -> Enforcement.Dossier {
    Enforcement.Dossier().after(history)
  }

  @Test func `an order that was made by the book gives no warning`() {
    #expect(warnings(after(Depot.sent)).isEmpty)
    #expect(warnings(Enforcement.Dossier()).isEmpty)
  }

  @Test func `5 6, while a restoring sanction works there is no second for the same violation`() {
    let running = after(Depot.sent)
    let second = after(Depot.chosen)
    #expect(warnings(second, others: [running]) == [.restoringSanctionRuns(since: "2026-03-20")])
    #expect(LegalWarning.restoringSanctionRuns(since: monday).article.rawValue == "5:6")
    let third = running.after([
      Depot.ordered(.orderUnderCoercion(order: Depot.order), as: 2, on: "2026-03-25"),
      Happening(
        .intentionAnnounced(action: 3, measure: .halt, intention: Depot.intention),
        on: "2026-03-26"),
    ])
    #expect(warnings(third).contains(.restoringSanctionRuns(since: "2026-03-20")))

    let restored = running.after([
      Happening(.reinspected(action: 1, reinspection: .init(isRestored: true)), on: "2026-05-04")
    ])
    let withdrawn = running.after([
      Happening(.withdrawn(action: 1, reason: "Fout"), on: "2026-04-01")
    ])
    let forfeitedWholly = running.after([
      Happening(
        .forfeited(action: 1, forfeiture: Depot.forfeiture(times: 3)), on: "2026-05-25")
    ])
    let elsewhere = Depot.fine(
      .init(offender: "Ander BV", rules: ["Bal 4.1"]), reportedOn: monday,
      Depot.ordered(Depot.underPenalty, as: 1, on: tuesday))
    let ended = running.after([
      Happening(.ended(ending: .restored, reason: "De vloer ligt er"), on: "2026-05-04")
    ])
    for other in [restored, ended, withdrawn, forfeitedWholly, elsewhere] {
      #expect(warnings(second, others: [other]).isEmpty)
    }
  }

  @Test func `5 6, the first of two sanctions is not the one too many`() {
    let first = after(Depot.sent)
    let later = Depot.fine(
      Depot.report, reportedOn: sunday, Depot.ordered(Depot.underPenalty, as: 1, on: "2026-04-01"),
      Happening(.measureChosen(choice: .init(.warn, by: joris)), on: "2026-04-01"))
    #expect(!warnings(first, others: [later]).contains { $0.article == .oneRestoringSanction })
    #expect(
      warnings(later, others: [first]).contains(.restoringSanctionRuns(since: "2026-03-20")))
  }

  @Test func `5 6, what one visit found of one rule is one violation, reported or not`() {
    func reported(_ report: Enforcement.Report?, _ history: [Happening]) -> Enforcement.Dossier {
      after((report.map { [Happening(.reported(report: $0), on: sunday)] } ?? []) + history)
    }
    func warned(
      _ report: Enforcement.Report?, beside other: Enforcement.Report?, isFoundAlike: Bool = true
    ) -> Bool {
      let meant = reported(report, Array(Depot.chosen.dropFirst()))
      let running = reported(other, Array(Depot.sent.dropFirst()))
      return LegalCheck.warnings(
        for: meant, others: [running], foundAlike: isFoundAlike ? [running] : [],
        on: "2026-03-20"
      ).contains(.restoringSanctionRuns(since: "2026-03-20"))
    }
    #expect(warned(nil, beside: nil))
    #expect(warned(Depot.report, beside: nil))
    #expect(!warned(nil, beside: nil, isFoundAlike: false))
    #expect(!warned(Depot.report, beside: .init(offender: "Ander BV", rules: ["Bal 4.1"])))
    #expect(!warned(Depot.report, beside: .init(offender: "Depot BV", rules: ["Bal 4.2"])))
  }

  @Test func `5 6, two findings are of one rule when its words and its article are the same`() {
    let finding = CaseFile.Finding(.violation, rule: "Vloer", legalBasis: "Bal 4.1")
    #expect(finding.breaksSameRule(as: finding))
    let others = [
      CaseFile.Finding(.violation, rule: "Vloer", legalBasis: "Bal 4.2"),
      CaseFile.Finding(.violation, rule: "Dak", legalBasis: "Bal 4.1"),
      CaseFile.Finding(.compliant, rule: "Vloer", legalBasis: "Bal 4.1"),
      CaseFile.Finding(.violation, rule: "Vloer"),
    ]
    for other in others {
      #expect(!finding.breaksSameRule(as: other))
      #expect(!other.breaksSameRule(as: finding))
    }
    let unnamed = CaseFile.Finding(.violation, rule: "Vloer")
    #expect(!unnamed.breaksSameRule(as: unnamed))
  }

  @Test func `5 8, each rule can have its own sanction`() {
    let two = Enforcement.Report(
      offender: "Depot BV", violation: "Twee", rules: ["Bal 4.1", "Bal 4.2"], place: "Haven",
      happenedOn: monday, fineMax: 300)
    #expect(
      warnings(Depot.fine(two, reportedOn: monday)) == [.rulesTogether(["Bal 4.1", "Bal 4.2"])])
    let warned = after([
      Happening(.reported(report: two), on: monday),
      Happening(.placed(placement: .init(Depot.b2, .none, under: Depot.matrix)), on: monday),
      Depot.choosing(.warn, on: monday),
    ])
    #expect(warnings(warned).isEmpty)
    #expect(warnings(Depot.fine(Depot.report, reportedOn: monday)).isEmpty)
  }

  @Test func `5 24 and 5 32a, an order says what to do and by when`() {
    func lacking(_ ruling: Enforcement.Ruling) -> [LegalWarning] {
      let history = Depot.heard + [Depot.ordered(ruling, as: 2, on: "2026-03-20")]
      return warnings(after(history)).filter { $0.article != .hearing }
        .filter { $0.article != .oneRestoringSanction }
    }
    #expect(
      lacking(.orderUnderPenalty(order: .init(), penalty: Depot.penalty))
        == [.penaltyOrderLacks([.remedy, .term])])
    #expect(
      lacking(.orderUnderCoercion(order: .init(remedy: "Vloer")))
        == [.coercionOrderLacks([.term])])
    #expect(lacking(Depot.underPenalty).isEmpty)
    #expect(lacking(.orderUnderCoercion(order: Depot.order)).isEmpty)
  }

  @Test func `5 32b, a penalty has a maximum`() {
    func limitless(_ penalty: Enforcement.Penalty) -> Bool {
      let ruling = Enforcement.Ruling.orderUnderPenalty(order: Depot.order, penalty: penalty)
      return warnings(after(Depot.chosen + [Depot.ordered(ruling, as: 1, on: wednesday)]))
        .contains(.maximumMissing)
    }
    #expect(limitless(.init(1000, .perDay)))
    #expect(!limitless(.init(1000, .perDay, maximum: 10_000)))
  }

  @Test func `3 40, an order whose term is over when it is sent leaves no time to obey it`() {
    let late = Depot.decided + [Happening(.sent(action: 1), on: "2026-05-01")]
    let over = LegalWarning.termOverBeforeSending(until: "2026-05-01")
    #expect(warnings(after(late), on: "2026-05-02") == [over])
    #expect(over.article.rawValue == "3:40")
    #expect(warnings(after(Depot.decided), on: "2026-04-30").isEmpty)
    #expect(warnings(after(Depot.decided), on: "2026-05-01") == [over])
  }

  @Test func `5 35, what was not collected within a year has lapsed`() {
    let forfeited = after(Depot.forfeited)
    // The order is per week and its term ended on 1 May, so the first was forfeited on 8 May.
    let lapsed = LegalWarning.collectionLapsed(on: "2027-05-08")
    #expect(warnings(forfeited, on: "2027-05-08").isEmpty)
    #expect(warnings(forfeited, on: "2027-05-09") == [lapsed])
    #expect(lapsed.article.rawValue == "5:35")
    let collected = forfeited.after([
      Happening(.collected(action: 1, amount: 2000), on: "2026-06-01")
    ])
    #expect(warnings(collected, on: "2027-05-19").isEmpty)
  }

  @Test func `5 48, a report says who, what, which rule, and where needed the place and time`() {
    func lacking(_ report: Enforcement.Report) -> [LegalWarning] {
      warnings(after([Happening(.reported(report: report), on: monday)]))
    }
    #expect(lacking(.init()) == [.reportLacks([.offender, .violation, .rule, .place, .time])])
    #expect(
      lacking(.init(offender: "Depot BV", rules: ["Bal 4.1"], place: "Haven", happenedOn: monday))
        == [.reportLacks([.violation])])
    #expect(lacking(Depot.report).isEmpty)
  }

  @Test func `4 8, whoever a decision burdens is heard first`() {
    let unheard = Depot.chosen + [Depot.ordered(Depot.underPenalty, as: 1, on: wednesday)]
    #expect(warnings(after(unheard)) == [.notHeard(.orderUnderPenalty)])
    // The letter gave until 16 March and nothing came.
    func decided(on day: Day) -> [LegalWarning] {
      warnings(after(Depot.announced + [Depot.ordered(Depot.underPenalty, as: 1, on: day)]))
    }
    #expect(decided(on: "2026-03-16") == [.notHeard(.orderUnderPenalty)])
    #expect(decided(on: "2026-03-17").isEmpty)
    #expect(warnings(after(Depot.decided)).isEmpty)
    let warned = after(
      Depot.placed + [
        Depot.choosing(.warn, on: monday),
        Happening(
          .decided(action: 1, measure: .warn, decision: .init(.other(text: "Let op"))),
          on: monday),
      ])
    #expect(warnings(warned).isEmpty)
  }
}
