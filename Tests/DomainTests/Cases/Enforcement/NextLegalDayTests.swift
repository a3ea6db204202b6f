import Domain
import TestCast
import Testing

struct NextLegalDayTests {
  private func days(_ dossier: Enforcement.Dossier, on today: Day) -> [NextLegalDay] {
    let all = NextLegalDay.all(for: dossier, on: today)
    #expect(NextLegalDay.next(for: dossier, on: today) == all.first)
    return all
  }

  private func after(_ history: [Happening]) -> Enforcement.Dossier {
    Enforcement.Dossier().after(history)
  }

  @Test func `where nothing is waited for there is no day`() {
    #expect(days(Enforcement.Dossier(), on: monday).isEmpty)
    #expect(days(after(Depot.placed), on: monday).isEmpty)
  }

  @Test func `the other side has until the day of the letter`() {
    let hearing = NextLegalDay("2026-03-16", .hearing, .hearing, of: 1)
    #expect(days(after(Depot.announced), on: tuesday) == [hearing])
    #expect(hearing.daysLeft(on: nextMonday) == 7)
    #expect(hearing.daysLeft(on: "2026-03-17") == -1)
    #expect(days(after(Depot.announced), on: "2026-03-17").isEmpty)
    #expect(days(after(Depot.heard), on: nextMonday).isEmpty)
  }

  @Test func `after sending there is the term to object and the term of the order`() {
    let term = NextLegalDay("2026-05-01", .orderTerm, .penaltyOrder, of: 1)
    let objection = NextLegalDay("2026-05-04", .objection, .objectionTerm, of: 1)
    #expect(days(after(Depot.decided), on: "2026-03-20") == [term])
    #expect(days(after(Depot.sent), on: "2026-03-21") == [term, objection])
    let objected = Depot.sent + [Happening(.objectionReceived(action: 1), on: "2026-04-01")]
    #expect(days(after(objected), on: "2026-04-01") == [term])
    #expect(days(after(Depot.sent), on: "2026-05-05") == [term])
    let coerced = Depot.ordered(.orderUnderCoercion(order: Depot.order), as: 1, on: tuesday)
    #expect(
      days(after(Depot.chosen + [coerced]), on: tuesday)
        == [NextLegalDay("2026-05-01", .orderTerm, .coercionOrder, of: 1)])
  }

  @Test func `the term of an order waits until somebody looked again`() {
    func looked(on day: Day, isRestored: Bool) -> [NextLegalDay] {
      let history =
        Depot.decided + [
          Happening(.reinspected(action: 1, reinspection: .init(isRestored: isRestored)), on: day)
        ]
      return days(after(history), on: "2026-06-01")
    }
    #expect(looked(on: "2026-04-20", isRestored: false).map(\.step) == [.orderTerm])
    #expect(looked(on: "2026-04-20", isRestored: true).isEmpty)
    #expect(looked(on: "2026-05-04", isRestored: false).isEmpty)
  }

  @Test func `a fine is decided on in thirteen weeks, and after some years not at all`() {
    let meant = Depot.fine(Depot.report, reportedOn: "2026-02-28")
    let due = NextLegalDay("2026-05-30", .decisionOnFine, .decisionOnFine)
    let lapse = NextLegalDay("2029-02-20", .powerToFine, .lapseOfPowerToFine)
    #expect(days(meant, on: monday) == [due, lapse])
    #expect(days(meant, on: "2026-06-01") == [due, lapse])
    #expect(days(meant, on: "2029-02-21") == [due])
    #expect(days(meant.after([Depot.fined(300, on: tuesday)]), on: tuesday).isEmpty)
  }

  @Test func `the time to decide on a fine stands still while the prosecutor can answer`() {
    func noted(_ what: Enforcement.Prosecution, on day: Day) -> Happening {
      Happening(.prosecutionNoted(prosecution: what), on: day)
    }
    func decision(by day: Day) -> NextLegalDay {
      NextLegalDay(day, .decisionOnFine, .decisionOnFine)
    }
    let lapse = NextLegalDay("2029-02-20", .powerToFine, .lapseOfPowerToFine)
    let meant = Depot.fine(Depot.report, reportedOn: "2026-02-28")
    let asked = meant.after([noted(.laidBefore, on: "2026-03-10")])
    let answer = NextLegalDay("2026-06-09", .prosecutor, .noFineAfterProsecution)
    #expect(days(asked, on: "2026-03-10") == [answer, lapse])
    #expect(days(asked, on: "2026-06-09") == [answer, lapse])
    #expect(days(asked, on: "2026-06-10") == [decision(by: "2026-08-30"), lapse])
    let answered = asked.after([noted(.dropped, on: "2026-03-24")])
    #expect(days(answered, on: "2026-03-24") == [decision(by: "2026-06-13"), lapse])
    let begun = asked.after([
      noted(.begun, on: "2026-03-12"), noted(.dropped, on: "2026-03-24"),
    ])
    #expect(days(begun, on: "2026-03-23") == [lapse])
    #expect(days(begun, on: "2026-03-24") == [decision(by: "2026-06-13"), lapse])
    // The same violation may have been laid before them in another finding.
    #expect(
      NextLegalDay.all(for: meant, ofSameViolation: [asked], on: "2026-03-10") == [answer, lapse])
    #expect(
      NextLegalDay.all(for: meant, ofSameViolation: [begun], on: "2026-03-23")
        == [lapse])
    #expect(
      NextLegalDay.all(for: meant, ofSameViolation: [begun], on: "2026-03-24")
        == [decision(by: "2026-06-13"), lapse])
    let askedTooLate = meant.after([noted(.laidBefore, on: "2026-06-01")])
    #expect(days(askedTooLate, on: "2026-09-01") == [decision(by: "2026-05-30"), lapse])
  }

  @Test(arguments: [Enforcement.Prosecution.begun, .penalOrder, .acquitted])
  func `5 51, while there can be no fine no day to decide on one counts down, and 5 45 runs on`(
    outcome: Enforcement.Prosecution
  ) {
    let report = Enforcement.Report(happenedOn: "2025-06-01", fineMax: 300)
    let barred = Depot.fine(
      report, reportedOn: "2025-06-03",
      Happening(.prosecutionNoted(prosecution: .laidBefore), on: "2025-06-05"),
      Happening(.prosecutionNoted(prosecution: outcome), on: "2025-07-01"))
    let lapse = NextLegalDay("2028-06-01", .powerToFine, .lapseOfPowerToFine)
    for today: Day in ["2025-07-01", "2025-12-03", "2026-11-28"] {
      #expect(days(barred, on: today) == [lapse])
    }
    // Laid before them on 5 June and let be on 1 August, the term is 57 days longer than 2 September.
    let dropped = barred.after([
      Happening(.prosecutionNoted(prosecution: .dropped), on: "2025-08-01")
    ])
    let due = NextLegalDay("2025-10-29", .decisionOnFine, .decisionOnFine)
    #expect(days(dropped, on: "2025-08-01") == [due, lapse])
    let never = Depot.fine(
      report, reportedOn: "2025-06-03",
      Happening(.prosecutionNoted(prosecution: outcome), on: "2025-07-01"))
    #expect(days(never, on: "2025-07-01") == [lapse])
  }

  @Test func `a fine is waited for again when an objection was founded and another is to come`() {
    func settled(_ outcome: Enforcement.ObjectionOutcome) -> Enforcement.Dossier {
      Depot.fine(
        Depot.report, reportedOn: "2026-02-28", Depot.fined(300, on: "2026-03-10"),
        Happening(.sent(action: 9), on: "2026-03-10"),
        Happening(.objectionReceived(action: 9), on: "2026-04-01"),
        Happening(.objectionSettled(action: 9, outcome: outcome, reason: "x"), on: "2026-05-01"))
    }
    // The objection took thirty days, and the first fine was decided in its time.
    let lapse = NextLegalDay("2029-03-22", .powerToFine, .lapseOfPowerToFine)
    #expect(days(settled(.revised), on: "2026-09-01") == [lapse])
    #expect(days(settled(.revoked), on: "2026-09-01").isEmpty)
    let anew = settled(.revised).after([
      Happening(
        .decided(action: 10, measure: .fine, decision: .init(.fine(amount: 200))),
        on: "2026-09-02")
    ])
    #expect(days(anew, on: "2026-09-02").isEmpty)
  }

  @Test func `what was forfeited is collected within a year, the oldest first`() {
    let later = Happening(
      .forfeited(action: 1, forfeiture: Depot.forfeiture(times: 1)), on: "2026-05-25")
    func collections(_ more: Happening..., on today: Day) -> [Day] {
      days(after(Depot.forfeited + [later] + more), on: today)
        .filter { $0.step == .collection && $0.article.rawValue == "5:35" }.map(\.day)
    }
    func collected(_ amount: Euro) -> Happening {
      Happening(.collected(action: 1, amount: amount), on: "2026-06-01")
    }
    #expect(collections(on: "2026-06-01") == ["2027-05-08"])
    #expect(collections(collected(999), on: "2026-06-01") == ["2027-05-08"])
    #expect(collections(collected(1000), on: "2026-06-01") == ["2027-05-15"])
    #expect(collections(collected(2000), on: "2026-06-01") == ["2027-05-22"])
    #expect(collections(collected(3000), on: "2026-06-01").isEmpty)
    #expect(collections(on: "2027-05-09") == ["2027-05-15"])
    #expect(collections(on: "2027-05-22") == ["2027-05-22"])
    #expect(collections(on: "2027-05-23").isEmpty)
  }

  @Test(arguments: [
    (Enforcement.Penalty.Unit.once, 1, "2026-07-29" as Day?, "2027-07-30" as Day),
    (.perDay, 2, "2026-07-29", "2027-07-30"),
    (.perWeek, 2, "2026-07-29", "2027-08-05"),
    (.perMonth, 1, "2026-07-01", "2027-08-01"),
    // The month is not over on the day of the record, and nobody forfeits after it.
    (.perMonth, 1, "2026-07-29", "2027-08-15"),
    (.perViolation, 2, "2026-07-29", "2027-08-15"),
    (.perWeek, 2, nil, "2027-08-15"),
  ])
  func `5 35, a year counts from the day on which each was forfeited, not from its record`(
    unit: Enforcement.Penalty.Unit, times: Int, until: Day?, lapse: Day
  ) throws {
    let ruling = Enforcement.Ruling.orderUnderPenalty(
      order: .init(remedy: "Vloer", until: until), penalty: .init(1000, unit, maximum: 9000))
    let ordered = after(
      Depot.chosen + [
        Depot.ordered(ruling, as: 1, on: "2026-06-01"),
        Happening(.sent(action: 1), on: "2026-06-01"),
      ])
    let forfeited = try ordered.decide(.forfeit(1, times: times), on: "2026-08-15")
      .reduce(ordered) { $0.after($1, on: "2026-08-15") }
    #expect(days(forfeited, on: "2026-08-15").first { $0.step == .collection }?.day == lapse)
  }

  @Test func `what is forfeited after a relapse counts from the look that found it`() {
    let relapsed = after(
      Depot.forfeited + [
        Happening(.collected(action: 1, amount: 2000), on: "2026-05-19"),
        Happening(.reinspected(action: 1, reinspection: .init(isRestored: true)), on: "2026-05-20"),
        Happening(
          .reinspected(action: 1, reinspection: .init(isRestored: false)), on: "2026-06-10"),
        Happening(
          .forfeited(action: 1, forfeiture: Depot.forfeiture(times: 1)), on: "2026-06-20"),
      ])
    #expect(days(relapsed, on: "2026-06-20").map(\.day) == ["2027-06-16"])
  }

  @Test func `nothing is waited for after an action or the finding is over`() {
    let withdrawn =
      Depot.sent + [
        Happening(.withdrawn(action: 1, reason: "Fout"), on: "2026-04-01")
      ]
    let ended =
      Depot.sent + [
        Happening(.ended(ending: .restored, reason: "Klaar"), on: "2026-04-01")
      ]
    #expect(days(after(withdrawn), on: "2026-04-01").isEmpty)
    let owed = Depot.forfeited + [Happening(.withdrawn(action: 1, reason: "x"), on: "2026-05-20")]
    #expect(days(after(owed), on: "2026-05-20").map(\.step) == [.collection])
    #expect(days(after(ended), on: "2026-04-01").isEmpty)
  }
}
