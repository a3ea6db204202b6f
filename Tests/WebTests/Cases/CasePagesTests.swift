import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Cases through the router, on a real database.
struct CasePagesTests {
  @Test func `a case is opened, planned, visited and closed`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      let checklist = try await site.made(
        [
          "title": "Koeling", "on": "1-2-2026",
          "items": "Is alles dicht? | Installaties lekken niet | Verordening 517/2014, artikel 3",
        ], to: "/checklists/new")
      _ = try await site.made(
        [
          "kind": "visit", "day": "1-3-2026", "place": "Hal 3", "participants": "J. de Boer",
          "checklist": checklist, "purpose": "Kijken of het lekt", "on": "1-2-2026",
        ], to: address + "/plan")
      let form = try await site.page(address + "/interventions")
      #expect(form.contains("value=\"1-3-2026\"") && form.contains("value=\"Hal 3\""))
      #expect(form.contains("Is alles dicht?"))
      _ = try await site.made(
        [
          "kind": "visit", "when": "01032026 0830", "end-time": "10u", "check-q1": "notInOrder",
          "finding-1-outcome": "compliant", "finding-1-rule": "Logboek bijgehouden",
          "summary": "De compressor lekt.", "measurements": "gehalte 82,5 ppm",
        ], to: address + "/interventions")
      let visited = try await site.page(address)
      #expect(visited.contains("08:30–10:00") && visited.contains("gehalte 82,5 ppm"))
      #expect(visited.contains("Installaties lekken niet"))
      #expect(visited.contains("Verordening 517/2014, artikel 3"))
      #expect(visited.contains("Logboek bijgehouden"))
      let early = try await site.send(
        ["result": "inOrder", "on": "2-3-2026"], to: address + "/outcome")
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("In orde kan dan niet."))
      _ = try await site.made(
        ["result": "restored", "compliance": "reached", "on": "2-3-2026"],
        to: address + "/outcome")
      let closed = try await site.page(address)
      #expect(closed.contains("gesloten") && !closed.contains("\(address)/interventions\""))
      _ = try await site.made(
        ["reason": "Nieuwe melding.", "on": "2-3-2026"], to: address + "/reopening")
      #expect(try await site.page(address + "/history").contains("Nieuwe melding."))
    }
  }

  @Test func `answers are kept to the questions that were asked, whatever is planned meanwhile`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      func plan(_ rule: String) async throws -> String {
        let checklist = try await site.made(
          ["title": rule, "on": "1-2-2026", "items": "Is het goed? | \(rule) | Wet, artikel 1"],
          to: "/checklists/new")
        return try await site.made(
          ["kind": "visit", "checklist": checklist, "on": "1-2-2026"], to: address + "/plan")
      }
      _ = try await plan("Deuren sluiten")
      let form = try await site.page(address + "/interventions")
      let asked = try #require(form.firstMatch(of: #/name="checklist" value="([^"]+)"/#))
      _ = try await plan("Ramen sluiten")
      _ = try await site.made(
        [
          "kind": "visit", "when": "1-2-2026", "check-q1": "notInOrder",
          "checklist": String(asked.1),
        ], to: address + "/interventions")
      let page = try await site.page(address)
      #expect(page.contains("Deuren sluiten</strong>") && !page.contains("Ramen sluiten</strong>"))
    }
  }

  @Test func `numbers have no gap, however many open cases at once`() async throws {
    try await StagedSite.with { site in
      let addresses = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<12 { group.addTask { try await site.openedCase() } }
        return try await group.reduce(into: [String]()) { $0.append($1) }
      }
      var numbers: [String] = []
      for address in addresses {
        let page = try await site.page(address)
        let number = try #require(page.firstMatch(of: #/Zaak (2026-\d{7})/#))
        numbers.append(String(number.output.1))
      }
      #expect(numbers.sorted() == (1...12).map { CaseNumber(year: 2026, serial: $0)?.description })
    }
  }

  @Test func `the list is one's own first, and a case is found by number and by words`()
    async throws
  {
    try await StagedSite.with { site in
      let own = try await site.openedCase("Lekkende koelinstallatie")
      let other = try await site.openedCase("Overladen vrachtwagen", handler: "amina")
      let list = try await site.page("/cases")
      #expect(list.contains(own) && !list.contains(other))
      let all = try await site.page("/cases?whose=all")
      #expect(all.contains(own) && all.contains(other))
      let words = try await site.page("/cases?q=vracht")
      #expect(words.contains(other) && !words.contains(own))
      let number = try await site.page("/cases?q=2026-0000001")
      #expect(number.contains(own) && !number.contains(other))
      #expect(try await site.page("/cases?q=%27%29%3A%2A").contains("geen zaak"))
    }
  }

  @Test func `a title is found by what is written in it, with its points and hyphens`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase("Jansen B.V. te Noord-Holland, rit 2026-0012, A-12")
      for words in ["Jansen+B.V.", "jansen+b.v", "jans", "noord-hol", "rit+2026-0012", "A-12"] {
        #expect(try await site.page("/cases?q=\(words)").contains(address), "\(words)")
      }
    }
  }

  @Test func `of two who say at once whom a case is about, the second is told of the first`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      let (first, second) = (
        try await site.registered("Dolfijn Vis"), try await site.registered("Reiger Transport")
      )
      let subject = address + "/subject"
      let fields = [("version", "1"), ("on", "1-2-2026")]
      let taken = try await site.send(pairs: fields + [("subject", first)], to: subject)
      #expect(taken.status == .seeOther)
      let late = try await site.send(pairs: fields + [("subject", second)], to: subject)
      #expect(late.status == .conflict)
      let page = try await site.page(address)
      #expect(page.contains("Dolfijn Vis") && !page.contains("Reiger Transport"))
    }
  }

  @Test func `what only the handlers may see, nobody else finds`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase(
        "Onderzoek naar fraude", handler: "amina", "handlersOnly")
      let noor = StagedSite.noor
      #expect(try await site.site.ask(.get, address, as: noor).status == .notFound)
      #expect(try await site.site.ask(.get, address + "/history", as: noor).status == .notFound)
      for list in ["/cases?whose=all&closed=yes", "/cases?q=fraude", "/cases?q=2026-0000001"] {
        #expect(!(try await site.page(list)).contains(address))
        #expect(try await site.page(list, as: StagedSite.amina).contains(address))
      }
      #expect(try await site.send(["on": "1-3-2026"], to: address + "/plan").status == .notFound)
    }
  }

  @Test func `whoever a case was closed to does not find it by looking back`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase("Onderzoek naar fraude", handler: "amina")
      let then = "/cases?whose=all&as-of=\(try await site.log.head())"
      #expect(try await site.page(then).contains(address))
      _ = try await site.made(
        ["confidentiality": "handlersOnly", "reason": "Opsporing", "on": "1-2-2026"],
        to: address + "/confidentiality")
      #expect(!(try await site.page(then)).contains(address))
      #expect(try await site.page(then, as: StagedSite.amina).contains(address))
    }
  }

  @Test func `whoever inspects elsewhere reads a case of another programme and may not add to it`()
    async throws
  {
    try await StagedSite.with { site in
      let programme = try await site.adopted()
      let id = try #require(ProgrammeID(String(programme.dropFirst("/programmes/".count))))
      let address = try await site.openedCase("Roet", programme: id)
      let reader = Person(
        try #require(PersonID("gast")), of: AccountID(.fresh()), name: "Gast",
        authority: Authority([
          .role(.partner, in: .programme(id: id)),
          .role(.inspector, in: .programme(id: ProgrammeID(.fresh()))),
        ]), organisation: TestStage.organisation)
      let guests = try TestSite(over: site.stage, people: StagedSite.people + [reader])
      #expect(try await guests.ask(.get, address, as: reader).status == .ok)
      #expect(try await guests.ask(.get, address + "/plan", as: reader).status == .forbidden)
      let page = try await guests.ask(.get, address, as: reader).text
      #expect(!page.contains("\(address)/plan"))
    }
  }

  @Test func `a visit is logged with its photos in one go, or nothing of it is`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      func log(
        _ files: [(String, [UInt8])], shows: String = ""
      ) async throws -> TestResponse {
        let form = FormWithFile(
          [
            ("command", Identity.fresh().description), ("kind", "visit"), ("when", "1-2-2026 0830"),
            ("summary", "Het lekte."), ("shows", shows),
          ], files: files)
        let answer = try await site.site.ask(
          .post, address + "/interventions", as: StagedSite.noor, headers: FormWithFile.headers,
          bytes: form.bytes)
        try await site.stage.show(try await site.log.head())
        return answer
      }
      let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
      let refused = try await log([
        ("lek.jpg", photo + [1]), ("programma.exe", Array("MZ\u{90}\0\u{3}".utf8)),
      ])
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains("programma.exe: Dit soort bestand nemen we niet aan."))
      #expect(refused.text.contains("Het lekte."), "the other fields stay as they were")
      #expect(!(try await site.page(address)).contains("Het lekte."))
      let tooMany = try await log((1...21).map { ("\($0).jpg", photo + [$0]) })
      #expect(tooMany.text.contains("Kies hoogstens 20 bestanden tegelijk."))
      let logged = try await log([("lek.jpg", photo + [1]), ("hal.jpg", photo + [2])])
      #expect(logged.status == .seeOther)
      let page = try await site.page(address)
      #expect(page.contains("Het lekte.") && page.contains("lek.jpg") && page.contains("hal.jpg"))
      #expect(try await site.incomingCount() == 0, "nothing waits any more")
      let same = try await log([("weer.jpg", photo + [2])])
      #expect(same.text.contains("Dit bestand zit al in de zaak."))
      #expect(!same.text.contains("weer.jpg"), "of one file it is clear which")
      let among = try await log([("nieuw.jpg", photo + [3]), ("weer.jpg", photo + [2])])
      #expect(among.text.contains("weer.jpg: Dit bestand zit al in de zaak."))
      let twice = try await log([("een.jpg", photo + [4]), ("twee.jpg", photo + [4])])
      #expect(twice.text.contains("een.jpg: Dit bestand hebt u twee keer gekozen."))
      #expect(twice.text.contains("Kies de bestanden opnieuw"))
      let photos = [("a.jpg", photo + [4]), ("B.JPG", photo + [5]), ("c.jpg", photo + [6])]
      for (shows, complaint) in [
        ("d.jpg: plas", "Deze regel hoort bij geen van de gekozen bestanden."),
        ("plas\nklep", "Deze regel hoort bij geen van de gekozen bestanden."),
      ] {
        let back = try await log(photos, shows: shows)
        #expect(back.status == .unprocessableContent && back.text.contains(complaint), "\(shows)")
      }
      let without = try await log([("", [])], shows: "a.jpg: plas")
      #expect(without.text.contains("U beschrijft een bestand dat niet is gekozen."))
      let described = try await log(
        photos, shows: "b.jpg: klep om 8:30\nc.jpg:\nplas onder de leiding")
      #expect(described.status == .seeOther)
      let shown = try await site.page(address)
      for said in ["klep om 8:30", "plas onder de leiding"] {
        #expect(shown.split(separator: said).count == 2, "\(said)")
      }
      // Who chose none sends an empty part.
      #expect(try await log([("", [])]).status == .seeOther)
    }
  }

  @Test func `who inspects elsewhere cannot take a checklist along`() async throws {
    try await StagedSite.with { site in
      func programme(_ number: Int) async throws -> ProgrammeID {
        let address = try await site.adopted(number: number)
        return try #require(ProgrammeID(String(address.dropFirst("/programmes/".count))))
      }
      let (theirs, own) = (try await programme(4), try await programme(5))
      let checklist = try await site.made(
        ["title": "Roet", "programme": theirs.description, "items": "a | b", "on": "1-2-2026"],
        to: "/checklists/new")
      let guest = Person(
        try #require(PersonID("gast")), of: AccountID(.fresh()), name: "Gast",
        authority: Authority([
          .role(.partner, in: .programme(id: theirs)), .role(.inspector, in: .programme(id: own)),
        ]), organisation: TestStage.organisation)
      let guests = try TestSite(over: site.stage, people: StagedSite.people + [guest])
      let answer = try await guests.post(
        "/checklists/\(checklist)/editions", as: guest,
        "command=\(Identity.fresh())&version=1&title=Roet&items=a+%7C+c&on=1-2-2026&programme=\(own)"
      )
      #expect(answer.status == .forbidden)
    }
  }

  @Test func `a term may be written in words and never ends on a weekend`() async throws {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      _ = try await site.made(
        ["title": "Brief", "due": "2 weken", "on": "2-2-2026"], to: address + "/tasks")
      _ = try await site.made(
        ["title": "Bellen", "due": "5 werkdagen", "on": "6-2-2026"], to: address + "/tasks")
      let page = try await site.page(address)
      #expect(page.contains("16 februari 2026") && page.contains("13 februari 2026"))
      let wrong = try await site.send(
        ["title": "x", "due": "ooit", "on": "2-2-2026"], to: address + "/tasks")
      #expect(wrong.text.contains("Schrijf een dag of een termijn"))
    }
  }

  @Test func `an intervention comes back with all that was typed when something is wrong`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      let back = try await site.send(
        [
          "kind": "visit", "when": "ooit", "finding-2-outcome": "violation",
          "finding-2-rule": "Dicht", "measurements": "heel veel", "summary": "Lek",
        ], to: address + "/interventions")
      #expect(back.status == .unprocessableContent)
      #expect(back.text.contains("Dit begrijpen we niet als dag."))
      #expect(back.text.contains("Dit is geen meting: heel veel."))
      #expect(!back.text.contains("Kies de bestanden opnieuw"), "none was chosen")
      #expect(back.text.contains("value=\"Dicht\"") && back.text.contains("heel veel</textarea>"))
      let empty = try await site.send(
        ["kind": "visit", "when": "gisteren"], to: address + "/interventions")
      #expect(empty.text.contains("Er staat nog niets in."))
    }
  }

  @Test func `a corrected visit keeps what stood there in the history`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let address = try await site.openedCase()
      let visit = try await site.made(
        ["kind": "visit", "when": "gisteren 0900", "summary": "Hal 3 lekt."],
        to: address + "/interventions")
      _ = try await site.made(
        [
          "kind": "visit", "when": "1-3-2026 0900", "summary": "Hal 4 lekt.",
          "reason": "Verkeerde hal", "on": "2-3-2026",
        ], to: "\(address)/interventions/\(visit)/correction")
      let page = try await site.page(address)
      #expect(page.contains("Hal 4 lekt.") && !page.contains("Hal 3 lekt."))
      let history = try await site.page(address + "/history")
      #expect(history.contains("Hal 3 lekt.") && history.contains("Verkeerde hal"))
    }
  }
}

extension StagedSite {
  /// A case that was opened, at its address.
  func openedCase(
    _ title: String = "Lekkage", handler: String = "noor", _ confidentiality: String = "normal",
    programme: ProgrammeID? = nil
  ) async throws -> String {
    let id = try await made(
      [
        "title": title, "origin": "ownObservation", "person": handler,
        "programme": programme?.description ?? "", "confidentiality": confidentiality,
        "on": "1-2-2026",
      ], to: "/cases/new")
    return "/cases/\(id)"
  }
}
