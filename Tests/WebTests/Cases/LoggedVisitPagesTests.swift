import Domain
import EventSourcing
import EventStore
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Logging what was done on a case, and correcting it.
struct LoggedVisitPagesTests {
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
      #expect(page.contains(", van 1 februari 2026"), "they came in later than the visit")
      #expect(try await site.incomingCount() == 0, "nothing waits any more")
      let same = try await log([("weer.jpg", photo + [2])])
      #expect(same.text.contains("Dit bestand zit al in de zaak."))
      #expect(!same.text.contains("weer.jpg"), "of one file it is clear which")
      let among = try await log([("nieuw.jpg", photo + [3]), ("weer.jpg", photo + [2])])
      #expect(among.text.contains("weer.jpg: Dit bestand zit al in de zaak."))
      let contents = UnnamedContents(of: site.stage.log, in: site.stage.owner)
      try await site.stage.owner.run(
        "UPDATE documents.chunk SET kept_at = kept_at - interval '25 hours'")
      #expect(try await contents.sweep().count == 1, "of nieuw.jpg nothing is left behind")
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
