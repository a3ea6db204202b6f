import Domain
import TestCast
import Testing

/// Each article warns, and is silent when there is nothing to warn of.
struct LegalCheckTests {
  private func warnings(
    _ dossier: Enforcement.Dossier, others: [Enforcement.Dossier] = [], on day: Day = "2026-03-20"
  ) -> [LegalWarning] {
    LegalCheck.warnings(for: dossier, others: others, on: day)
  }

  private func after(_ history: [Happening]) -> Enforcement.Dossier {
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

  @Test func `5 43, a violation is fined once`() {
    let fined = Depot.fine(Depot.report, reportedOn: monday, Depot.fined(300, on: wednesday))
    let second = Depot.fine(Depot.report, reportedOn: monday)
    #expect(warnings(second, others: [fined]) == [.alreadyFined(on: wednesday)])
    let again = fined.after([
      Happening(
        .decided(action: 10, measure: .fine, decision: .init(.fine(amount: 300))), on: thursday)
    ])
    #expect(warnings(again).contains(.alreadyFined(on: wednesday)))
    let revoked = fined.after([
      Happening(.sent(action: 9), on: wednesday),
      Happening(.objectionReceived(action: 9), on: nextMonday),
      Happening(
        .objectionSettled(action: 9, outcome: .revoked, reason: "Geen schuld"),
        on: "2026-03-16"),
    ])
    #expect(warnings(second, others: [revoked]).isEmpty)
    #expect(!warnings(fined).contains { $0.article == .oneFine })
  }

  @Test func `5 44, there is no fine for what went to criminal law`() {
    let noted = Happening(.prosecutionNoted(prosecution: .penalOrder), on: tuesday)
    #expect(
      warnings(Depot.fine(Depot.report, reportedOn: monday, noted)) == [.prosecuted(on: tuesday)])
    let other = Depot.fine(Depot.report, reportedOn: monday, noted)
    #expect(
      warnings(Depot.fine(Depot.report, reportedOn: monday), others: [other])
        == [.prosecuted(on: tuesday)])
    #expect(warnings(after(Depot.sent + [noted])).isEmpty)
    func fined(after end: Enforcement.Prosecution) -> [LegalWarning] {
      let ended = Happening(.prosecutionNoted(prosecution: end), on: wednesday)
      return warnings(Depot.fine(Depot.report, reportedOn: monday, noted, ended))
    }
    #expect(fined(after: .acquitted) == [.prosecuted(on: wednesday)])
    #expect(fined(after: .dropped).isEmpty)
    #expect(fined(after: .notedInError).isEmpty)
  }

  @Test func `5 44, while the prosecutor can answer there is no fine`() {
    let asked = Happening(.prosecutionNoted(prosecution: .laidBefore), on: tuesday)
    let meant = Depot.fine(Depot.report, reportedOn: monday, asked)
    let waiting: [LegalWarning] = [.prosecutorMayAnswer(until: "2026-06-02")]
    #expect(warnings(meant, on: "2026-06-02") == waiting)
    #expect(warnings(meant, on: "2026-06-03").isEmpty)
    #expect(
      warnings(Depot.fine(Depot.report, reportedOn: monday), others: [meant], on: thursday)
        == waiting)
    let early = meant.after([Depot.fined(300, on: "2026-05-01")])
    #expect(warnings(early, on: "2026-07-01") == waiting + [.notHeard(.fine)])
    func answered(_ answer: Enforcement.Prosecution) -> [LegalWarning] {
      warnings(
        meant.after([Happening(.prosecutionNoted(prosecution: answer), on: wednesday)]),
        on: thursday)
    }
    #expect(answered(.dropped).isEmpty)
    #expect(answered(.notedInError).isEmpty)
    #expect(answered(.begun) == [.prosecuted(on: wednesday)])
    let answer = Happening(.prosecutionNoted(prosecution: .dropped), on: "2026-06-01")
    #expect(
      warnings(early.after([answer]), on: "2026-07-01")
        == [.finedBeforeAnswer(on: "2026-05-01"), .notHeard(.fine)])
  }

  @Test func `5 44, who was acquitted is not fined because the prosecutor is asked again`() {
    let acquitted = Happening(.prosecutionNoted(prosecution: .acquitted), on: tuesday)
    let asked = Happening(.prosecutionNoted(prosecution: .laidBefore), on: wednesday)
    let meant = Depot.fine(Depot.report, reportedOn: monday, acquitted, asked)
    #expect(warnings(meant, on: "2026-12-01").contains(.prosecuted(on: tuesday)))
  }

  @Test func `5 51, the term stands still, too, while another case has the violation laid before`()
  {
    let asked = Happening(.prosecutionNoted(prosecution: .laidBefore), on: tuesday)
    let other = Depot.fine(Depot.report, reportedOn: monday, asked)
    let meant = Depot.fine(Depot.report, reportedOn: monday)
    #expect(warnings(meant, on: "2026-06-03") == [.fineDecidedLate(due: "2026-06-01")])
    #expect(warnings(meant, others: [other], on: "2026-06-03").isEmpty)
  }

  @Test(arguments: [
    (Euro(cents: 340_00), "2023-03-04", "2026-03-04", true),
    (300, "2023-03-04", "2026-03-05", false),
    (341, "2021-03-04", "2026-03-04", true),
    (Euro(cents: 340_01), "2021-03-04", "2026-03-05", false),
    (nil, "2023-03-04", "2026-03-05", false),
  ])
  func `5 45, the power to fine lapses after three years, and after five for a heavy fine`(
    fineMax: Euro?, happenedOn: Day, today: Day, isInTime: Bool
  ) throws {
    let report = Enforcement.Report(happenedOn: happenedOn, fineMax: fineMax)
    let warned = warnings(Depot.fine(report, reportedOn: today), on: today)
    #expect(warned.contains { $0.article == .lapseOfPowerToFine } == !isInTime)
    if !isInTime { #expect(warned.contains(.powerToFineLapsed(on: "2026-03-04"))) }
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

  @Test func `5 51, a fine is decided within thirteen weeks after the report, weekend or not`() {
    // Saturday 28 February and thirteen weeks is Saturday 30 May.
    let meant = Depot.fine(Depot.report, reportedOn: "2026-02-28")
    #expect(warnings(meant, on: "2026-05-30").isEmpty)
    #expect(warnings(meant, on: "2026-05-31") == [.fineDecidedLate(due: "2026-05-30")])
    func decided(on day: Day) -> [LegalWarning] {
      warnings(meant.after([Depot.fined(300, on: day)]), on: "2026-12-01")
        .filter { $0.article == .decisionOnFine }
    }
    #expect(decided(on: "2026-05-30").isEmpty)
    #expect(decided(on: "2026-06-01") == [.fineDecidedLate(due: "2026-05-30")])
  }

  @Test func `5 51, no fine is late while the prosecutor is busy, and it is after their days`() {
    let report = Enforcement.Report(
      offender: "Depot BV", violation: "x", rules: ["Bal 4.1"], place: "Haven",
      happenedOn: "2025-06-01", fineMax: 300)
    let begun = Depot.fine(
      report, reportedOn: "2025-06-03",
      Happening(.prosecutionNoted(prosecution: .laidBefore), on: "2025-06-05"),
      Happening(.prosecutionNoted(prosecution: .begun), on: "2025-07-01"))
    #expect(warnings(begun, on: "2026-11-28") == [.prosecuted(on: "2025-07-01")])
    let dropped = begun.after([
      Happening(.prosecutionNoted(prosecution: .dropped), on: "2025-08-01")
    ])
    #expect(warnings(dropped, on: "2025-10-29").isEmpty)
    #expect(warnings(dropped, on: "2025-10-30") == [.fineDecidedLate(due: "2025-10-29")])
  }

  @Test func `after a founded objection the law warns of the fine to come, not of a late one`() {
    func settled(
      _ report: Enforcement.Report, _ outcome: Enforcement.ObjectionOutcome = .revised
    ) -> Enforcement.Dossier {
      Depot.fine(
        report, reportedOn: "2026-03-01", Depot.fined(300, on: "2026-03-01"),
        Happening(.sent(action: 9), on: "2026-03-01"),
        Happening(.objectionReceived(action: 9), on: "2026-03-02"),
        Happening(.objectionSettled(action: 9, outcome: outcome, reason: "x"), on: "2026-04-01"))
    }
    // The objection took thirty of the days before 4 March 2026.
    let report = Enforcement.Report(
      offender: "Depot BV", violation: "x", rules: ["Bal 4.1"], place: "Haven",
      happenedOn: "2023-03-04", fineMax: 300)
    #expect(warnings(settled(report), on: "2026-04-03").isEmpty)
    let lapsed: [LegalWarning] = [.powerToFineLapsed(on: "2026-04-03")]
    #expect(warnings(settled(report), on: "2026-12-01") == lapsed)
    #expect(warnings(settled(report, .revoked), on: "2026-12-01").isEmpty)
    let two = Enforcement.Report(
      offender: "Depot BV", violation: "x", rules: ["Bal 4.1", "Bal 4.2"], place: "Haven",
      happenedOn: monday, fineMax: 300)
    #expect(warnings(settled(two)) == [.rulesTogether(["Bal 4.1", "Bal 4.2"])])
  }

  @Test func `5 53, a heavy fine takes a report and a hearing`() {
    func lacking(_ dossier: Enforcement.Dossier) -> [LegalWarning] {
      warnings(dossier).filter { $0.article == .heavyFine }
    }
    let unreported = after([
      Happening(.placed(placement: .init(Depot.b2, .none, under: Depot.matrix)), on: monday),
      Depot.choosing(.fine, on: monday),
    ])
    #expect(lacking(unreported) == [.heavyFineWithout([.report])])
    #expect(
      lacking(unreported.after([Depot.fined(341, on: tuesday)]))
        == [.heavyFineWithout([.report, .hearing])])
    #expect(lacking(unreported.after([Depot.fined(340, on: tuesday)])).isEmpty)

    let reported = Depot.fine(Depot.report, reportedOn: monday)
    #expect(
      lacking(reported.after([Depot.fined(1000, on: tuesday)])) == [.heavyFineWithout([.hearing])])
    let heard = reported.after([
      Happening(
        .intentionAnnounced(
          action: 9, measure: .fine, intention: .init("Boete", viewBy: tuesday)), on: monday),
      Happening(.viewReceived(action: 9, view: .waived), on: tuesday),
    ])
    #expect(lacking(heard.after([Depot.fined(1000, on: wednesday)])).isEmpty)
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
