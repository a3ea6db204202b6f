import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Testing

@testable import Web

/// The enforcement of a finding through the router, on a real database.
struct EnforcementPagesTests {
  private let amina = StagedSite.amina

  /// A form that must come back with `sentence`, and record nothing.
  private func refuses(
    _ sentence: String, _ fields: KeyValuePairs<String, String>, to address: String,
    on site: StagedSite, as person: Person = StagedSite.noor
  ) async throws {
    let head = try await site.log.head()
    let answer = try await site.send(fields, to: address, as: person)
    #expect(answer.status == .unprocessableContent, "\(address)")
    #expect(answer.text.contains(sentence), "\(address)")
    #expect(try await site.log.head() == head, "\(address)")
  }

  /// The address of the case of a finding.
  private func file(of address: String) -> String {
    "/" + address.split(separator: "/").prefix(2).joined(separator: "/")
  }

  @Test func `a finding goes along when the day of its visit is corrected`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.violation()
      let log = try await site.page(file(of: address))
      let visit = try #require(log.firstMatch(of: #/interventions\/[0-9a-f-]{36}\/correction/#))
      _ = try await site.made(
        [
          "kind": "visit", "when": "4-10-2025 0830", "summary": "Er ligt geen vloer.",
          "reason": "Verkeerde dag", "on": "1-2-2026",
        ], to: "\(file(of: address))/\(visit.output)")
      #expect(try await site.page(address).contains("4 oktober 2025"))
      #expect(try await site.page(address + "/report").contains("4-10-2025"))
    }
  }

  @Test func `a violation is followed from the matrix to the end`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.violation()
      try await reportAndPlace(address, on: site)
      try await chooseHarsher(address, on: site)
      let action = try await announceAndHear(address, on: site)
      try await decideAndSend(action, of: address, on: site)
      try await forfeitAndCollect(action, of: address, on: site)
      try await objectAndEnd(action, of: address, on: site)
      let history = try await site.page(file(of: address) + "/history")
      for sentence in ["Besluit verstuurd", "Verbeurd: 2.000 euro (2 keer)", "Het is te zwaar."] {
        #expect(history.contains(sentence), "\(sentence)")
      }
    }
  }

  private func reportAndPlace(_ address: String, on site: StagedSite) async throws {
    let form = try await site.page(address + "/report")
    #expect(form.contains("Bal, artikel 4.1") && form.contains("value=\"2-10-2025\""))
    _ = try await site.made(
      [
        "offender": "Depot BV", "rules": "Bal, artikel 4.1", "happened": "2-10-2025",
        "violation": "Opslag zonder vloer", "fine-max": "300", "on": "3-10-2025",
      ], to: address + "/report")
    let reported = try await site.page(address)
    #expect(reported.contains("In het rapport ontbreekt: de plaats."))
    #expect(reported.contains("Awb 5:48"))
    #expect(!reported.contains("\(address)/measure"))
    _ = try await site.made(
      [
        "consequence": "3", "offender": "B", "aspect-financialGain": "Spaart een vloer uit.",
        "mitigating": "Meldde zich zelf", "on": "6-10-2025",
      ], to: address + "/position")
    let placed = try await site.page(address)
    #expect(placed.contains("B3 gekozen") && placed.contains("Spaart een vloer uit."))
    #expect(placed.contains("Meldde zich zelf") && placed.contains("aanspreken en waarschuwen"))
    #expect(placed.contains("\(address)/measure"))
  }

  private func chooseHarsher(_ address: String, on site: StagedSite) async throws {
    let choice = address + "/measure"
    try await refuses(
      "Leg uit waarom u afwijkt",
      ["measure": "deviate", "deviation": "orderUnderPenalty", "on": "7-10-2025"], to: choice,
      on: site)
    _ = try await site.made(
      [
        "measure": "deviate", "deviation": "fine", "reason": "Het moet pijn doen.",
        "on": "7-10-2025",
      ], to: choice)
    _ = try await site.made(
      ["reason": "Het is te zwaar.", "on": "7-10-2025"], to: address + "/rejection", as: amina)
    _ = try await site.made(
      [
        "measure": "deviate", "deviation": "orderUnderPenalty", "reason": "De derde keer.",
        "on": "8-10-2025",
      ], to: choice)
    let own = try await site.page(address)
    #expect(own.contains("Een ander moet ermee instemmen."))
    #expect(!own.contains("\(address)/confirmation") && !own.contains("\(address)/intention"))
    try await refuses(
      "U deed dit voorstel zelf.", ["on": "8-10-2025"], to: address + "/confirmation", on: site)
    #expect(try await site.page(address, as: amina).contains("\(address)/confirmation"))
    _ = try await site.made(["on": "9-10-2025"], to: address + "/confirmation", as: amina)
    let chosen = try await site.page(address)
    #expect(chosen.contains("zwaarder dan de cel toelaat") && chosen.contains("De derde keer."))
    #expect(chosen.contains("Amina el Idrissi"))
  }

  private func announceAndHear(_ address: String, on site: StagedSite) async throws -> String {
    let id = try await site.made(
      ["text": "Wij willen een last opleggen.", "view-by": "2 weken", "on": "10-10-2025"],
      to: address + "/intention")
    let action = "\(address)/actions/\(id)"
    let announced = try await site.page(address)
    #expect(announced.contains("24 oktober 2025") && !announced.contains("\(address)/intention"))
    try await refuses(
      "Er is nog niet besloten.", ["restored": "not", "on": "11-10-2025"],
      to: action + "/reinspections", on: site)
    try await refuses(
      "Vul dit in.", ["view": "received", "on": "20-10-2025"], to: action + "/view", on: site)
    _ = try await site.made(
      ["view": "received", "text": "De vloer is besteld.", "on": "20-10-2025"],
      to: action + "/view")
    #expect(try await site.page(address).contains("De vloer is besteld."))
    return action
  }

  private func decideAndSend(
    _ action: String, of address: String, on site: StagedSite
  ) async throws {
    #expect(try await site.page(action + "/decision").contains("De vloer is besteld."))
    try await refuses(
      "Het hoogste bedrag is lager",
      [
        "amount": "1000", "unit": "perWeek", "maximum": "500", "effect": "changed",
        "effect-reason": "x", "on": "27-10-2025",
      ], to: action + "/decision", on: site)
    _ = try await site.made(
      [
        "remedy": "Leg een vloer aan.", "term": "6 weken", "amount": "1000", "unit": "perWeek",
        "maximum": "2500", "effect": "changed", "effect-reason": "Een langere termijn.",
        "on": "27-10-2025",
      ], to: action + "/decision")
    let decided = try await site.page(address)
    #expect(decided.contains("1.000 euro per week, ten hoogste 2.500 euro"))
    #expect(decided.contains("Het besluit is erdoor veranderd"))
    #expect(decided.contains("\(action)/sending") && !decided.contains("\(action)/objection"))
    _ = try await site.made(["on": "28-10-2025"], to: action + "/sending")
    _ = try await site.made(["on": "28-10-2025"], to: action + "/effect")
    let sent = try await site.page(address)
    #expect(sent.contains("84 dagen te laat"))
    #expect(sent.contains("einde van de termijn van de last, Awb 5:32a (8 december 2025)"))
    let file = try await site.page(file(of: address))
    #expect(file.contains("84 dagen te laat"))
    #expect(file.contains("B3, last onder dwangsom") && file.contains("href=\"\(address)\""))
  }

  private func forfeitAndCollect(
    _ action: String, of address: String, on site: StagedSite
  ) async throws {
    _ = try await site.made(
      ["restored": "not", "note": "Kale grond.", "on": "10-12-2025"],
      to: action + "/reinspections")
    try await refuses(
      "Verbeuren kan pas daarna.", ["times": "1", "on": "8-12-2025"], to: action + "/forfeitures",
      on: site)
    _ = try await site.made(["times": "2", "on": "22-12-2025"], to: action + "/forfeitures")
    let forfeited = try await site.page(address)
    #expect(forfeited.contains("nog 288 dagen") && forfeited.contains("innen van wat verbeurd is"))
    _ = try await site.made(["times": "1", "on": "29-12-2025"], to: action + "/forfeitures")
    #expect(!(try await site.page(address)).contains("\(action)/forfeitures"))
    try await refuses(
      "Er is nog 2.500 euro over.", ["amount": "3000", "on": "5-1-2026"],
      to: action + "/collection-decisions", on: site)
    try await refuses(
      "Besluit eerst welk bedrag", ["amount": "1", "on": "5-1-2026"], to: action + "/collections",
      on: site)
    _ = try await site.made(
      ["amount": "2500", "on": "5-1-2026"], to: action + "/collection-decisions")
    _ = try await site.made(["amount": "2000", "on": "1-2-2026"], to: action + "/collections")
    #expect(try await site.page(address).contains("Geïnd: 2.000 euro"))
  }

  private func objectAndEnd(
    _ action: String, of address: String, on site: StagedSite
  ) async throws {
    _ = try await site.made(["on": "12-1-2026"], to: action + "/objection")
    let objected = try await site.page(address)
    #expect(objected.contains("in bezwaar") && objected.contains("bezwaar kwam na de termijn"))
    try await refuses(
      "Er loopt een bezwaar sinds 12 januari 2026.", ["on": "1-2-2026"],
      to: action + "/irrevocability", on: site)
    _ = try await site.made(
      ["outcome": "unfounded", "reason": "Te laat.", "on": "2-2-2026"],
      to: action + "/objection-outcome")
    try await refuses(
      "Tot en met 16 maart 2026 kan de ander nog bezwaar of beroep instellen.",
      ["on": "20-2-2026"], to: action + "/irrevocability", on: site)
    _ = try await site.made(
      ["restored": "wholly", "on": "25-2-2026"], to: action + "/reinspections")
    _ = try await site.made(
      ["ending": "restored", "reason": "De vloer ligt er.", "on": "1-3-2026"],
      to: address + "/outcome")
    let ended = try await site.page(address)
    #expect(ended.contains("hersteld") && ended.contains("De vloer ligt er."))
    #expect(ended.contains("\(address)/reopening"))
    for form in ["/position", "/report", "/outcome", "/prosecution"] {
      #expect(!ended.contains("\"\(address)\(form)\""), "\(form)")
    }
    #expect(!ended.contains("\(action)/collections"))
    try await refuses(
      "De handhaving is op 1 maart 2026 afgerond.", ["prosecution": "begun", "on": "2-3-2026"],
      to: address + "/prosecution", on: site)
    _ = try await site.made(["reason": "Weer mis.", "on": "2-3-2026"], to: address + "/reopening")
    #expect(try await site.page(address).contains("\(address)/outcome"))
  }

  @Test func `a case is not closed and a finding not taken back while enforcement runs`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.violation()
      _ = try await site.made(
        ["consequence": "2", "offender": "B", "on": "1-2-2026"], to: address + "/position")
      _ = try await site.made(["measure": "warn", "on": "1-2-2026"], to: address + "/measure")
      let intention = address + "/intention"
      let id = try await site.made(["text": "Wij waarschuwen.", "on": "1-2-2026"], to: intention)
      try await refuses(
        "Met deze keuze loopt al een actie.", ["text": "x", "on": "1-2-2026"], to: intention,
        on: site)
      let told = "Trek de lopende actie in, of beëindig de handhaving met een reden."
      let correction = [
        ("outcome", "compliant"), ("rule", "x"), ("reason", "x"), ("on", "2-3-2026"),
      ]
      let corrected = try await site.send(pairs: correction, to: address + "/correction")
      #expect(corrected.status == .unprocessableContent && corrected.text.contains(told))
      try await refuses(told, ["reason": "x", "on": "2-3-2026"], to: address + "/end", on: site)
      try await refuses(
        told, ["result": "dropped", "compliance": "reached", "on": "2-3-2026"],
        to: file(of: address) + "/outcome", on: site)
      _ = try await site.made(
        ["reason": "Toch niet.", "on": "2-3-2026"], to: "\(address)/actions/\(id)/end")
      try await refuses(
        "Er is geen sanctie opgelegd die nog geldt.",
        ["result": "sanctioned", "compliance": "reached", "on": "2-3-2026"],
        to: file(of: address) + "/outcome", on: site)
      _ = try await site.made(
        ["result": "dropped", "compliance": "reached", "on": "2-3-2026"],
        to: file(of: address) + "/outcome")
    }
  }

  @Test func `what was forfeited is collected after the order was withdrawn, until it is revoked`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.violation()
      try await reportAndPlace(address, on: site)
      try await chooseHarsher(address, on: site)
      let action = try await announceAndHear(address, on: site)
      try await decideAndSend(action, of: address, on: site)
      _ = try await site.made(["times": "2", "on": "22-12-2025"], to: action + "/forfeitures")
      _ = try await site.made(["on": "29-12-2025"], to: action + "/objection")
      _ = try await site.made(["reason": "Verhuisd.", "on": "5-1-2026"], to: action + "/end")
      let withdrawn = try await site.page(address)
      #expect(withdrawn.contains("\(action)/collection-decisions"))
      #expect(!withdrawn.contains("\(action)/forfeitures"))
      #expect(withdrawn.contains("innen van wat verbeurd is"))
      _ = try await site.made(
        ["amount": "2000", "on": "6-1-2026"], to: action + "/collection-decisions")
      _ = try await site.made(["amount": "500", "on": "7-1-2026"], to: action + "/collections")
      _ = try await site.made(
        ["outcome": "revoked", "reason": "Terecht.", "on": "1-2-2026"],
        to: action + "/objection-outcome")
      let revoked = try await site.page(address)
      #expect(revoked.contains("Dit verviel met de beslissing op bezwaar."))
      #expect(!revoked.contains("\(action)/collections"))
    }
  }

  @Test func `the matrix shows its sixteen cells, and what they are worth`() async throws {
    try await StagedSite.with { site in
      let page = try await site.page("/cases/matrix")
      for position in Enforcement.Position.all {
        #expect(page.contains("<strong>\(position)</strong>"), "\(position)")
      }
      #expect(page.contains("werkafspraak") && page.contains("1 januari 2014"))
      #expect(page.contains("3. van belang") && page.contains("D. notoir of crimineel"))
    }
  }

  @Test func `what is no violation is not enforced, and neither is what was withdrawn`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.violation()
      #expect(try await site.page(address).contains("\(address)/position"))
      _ = try await site.made(
        ["outcome": "unclear", "rule": "Vloer", "reason": "Toch niet", "on": "3-10-2025"],
        to: address + "/correction")
      #expect(!(try await site.page(address)).contains("\(address)/position"))
      try await refuses(
        "Alleen bij een overtreding hoort handhaving.",
        ["consequence": "1", "offender": "A", "on": "3-10-2025"], to: address + "/position",
        on: site)
      _ = try await site.made(
        ["reason": "Ander pand", "on": "3-10-2025"], to: address + "/end")
      let withdrawn = try await site.page(address)
      #expect(withdrawn.contains("ingetrokken") && !withdrawn.contains("\(address)/report"))
    }
  }

  @Test func `a fine is decided at once, and the law says what was skipped`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.violation()
      _ = try await site.made(
        ["consequence": "4", "offender": "D", "on": "3-10-2025"], to: address + "/position")
      _ = try await site.made(
        ["measure": "deviate", "deviation": "fine", "reason": "Ernstig", "on": "3-10-2025"],
        to: address + "/measure")
      _ = try await site.made(["on": "3-10-2025"], to: address + "/confirmation", as: amina)
      try await refuses(
        "Schrijf een bedrag van meer dan nul.", ["amount": "0", "on": "4-10-2025"],
        to: address + "/decision", on: site)
      _ = try await site.made(["amount": "5000", "on": "4-10-2025"], to: address + "/decision")
      let page = try await site.page(address)
      #expect(page.contains("De ander kon niet reageren voor het besluit: bestuurlijke boete."))
      #expect(page.contains("Awb 4:8") && page.contains("Awb 5:53"))
      #expect(!page.contains("\(address)/decision"))
    }
  }
}
