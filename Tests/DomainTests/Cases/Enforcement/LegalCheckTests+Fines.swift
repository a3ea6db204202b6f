import Domain
import TestCast
import Testing

/// What the law says of fines: when there can be one, and until when.
extension LegalCheckTests {
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
}
