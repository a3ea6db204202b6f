import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import TestStaging
import TestSupport
import Testing

@testable import Web

/// The result of a case is made known to everybody, and nothing else of it.
struct PublicationPagesTests {
  @Test func `a text goes from intention to everybody, and is gone after its day`() async throws {
    try await StagedSite.withTypes { site in
      let (address, published) = try await site.published()
      let list = try await site.site.ask(.get, "/published")
      #expect(list.status == .ok && list.text.contains("Lekkage bij een koelhuis"))
      let page = try await site.site.ask(.get, published)
      for said in [
        "Er lekte koudemiddel.", "Namen van werknemers", "Woo 5.1, tweede lid, e",
        "Openbaar sinds 2 maart 2026",
      ] {
        #expect(page.text.contains(said), "\(said)")
      }
      for hidden in ["Jansen", "Noor de Wit", "2026-0000001", address, "Te streng"] {
        #expect(!page.text.contains(hidden), "\(hidden)")
      }
      for past in ["/published", published] {
        let back = try await site.site.ask(.get, "\(past)?as-of=\(try await site.log.head())")
        #expect(back.status == .seeOther && back.headers[.location] == past)
      }
      let late = try TestSite(
        over: site.stage, now: TestSite.noon.addingTimeInterval(4 * 366 * 86_400))
      let gone = try await late.ask(.get, published)
      #expect(gone.status == .gone && gone.text.contains("Niet meer openbaar"))
      #expect(!gone.text.contains("koelhuis") && !gone.text.contains("koudemiddel"))
      #expect(!(try await late.ask(.get, "/published").text).contains("koelhuis"))
    }
  }

  @Test func `what is only intended or decided nobody else can read`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let id = try await site.intendedPublication(of: address)
      #expect(try await site.site.ask(.get, "/published/\(id)").status == .notFound)
      #expect(!(try await site.site.ask(.get, "/published").text).contains("Lekkage verholpen"))
      let early = try await site.send(
        ["until": "2-3-2027", "reason": "Klein"], to: "\(address)/publications/\(id)/release")
      #expect(early.status == .unprocessableContent)
    }
  }

  @Test func `the time for a view and the two weeks run from the day that is recorded`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      _ = try await site.made(["result": "inOrder", "on": "1-2-2026"], to: address + "/outcome")
      let publications = address + "/publications"
      let early = try await site.send(
        ["title": "Lek", "summary": "Dicht.", "view-until": "15-3-2026", "on": "2-2-2026"],
        to: publications)
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("Kies 16 maart 2026 of later."))
      let id = try await site.made(
        ["title": "Lek", "summary": "Dicht.", "view-until": "16-3-2026", "on": "2-2-2026"],
        to: publications)
      #expect(try await site.page(address).contains("Voornemen van 2 maart 2026."))
      let publication = "\(publications)/\(id)"
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      _ = try await site.made(
        ["title": "Lek", "summary": "Dicht.", "changed": "no", "on": "2-2-2026"],
        to: publication + "/decision")
      #expect(try await site.page(address).contains("Besluit van 2 maart 2026."))
      _ = try await site.made([:], to: publication + "/agreement", as: StagedSite.amina)
      let unsent = try await site.send(
        ["until": "2-4-2026", "reason": "Klein"], to: publication + "/release")
      #expect(unsent.text.contains("Leg eerst vast wanneer het besluit is verstuurd"))
      let before = try await site.send(["on": "1-3-2026"], to: publication + "/notice")
      #expect(before.status == .unprocessableContent)
      _ = try await site.made(["on": "2-3-2026"], to: publication + "/notice")
      let page = try await site.page(address)
      #expect(page.contains("Bekendgemaakt op 2 maart 2026."))
      #expect(page.contains("Openbaar maken kan vanaf 17 maart 2026."))
    }
  }

  @Test
  func `what was not put to whoever it is about is not published, and that stands at its field`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let id = try await site.intendedPublication(of: address)
      let publication = "\(address)/publications/\(id)"
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      let back = try await site.send(
        ["title": "Lekkage verholpen", "summary": "Er lekte heel veel.", "changed": "no"],
        to: publication + "/decision")
      #expect(back.status == .unprocessableContent)
      #expect(back.text.contains("Dit stond niet zo in de tekst waarop de zienswijze is gevraagd."))
      let same = try await site.send(
        ["title": "Lekkage verholpen", "summary": "Er lekte iets.", "changed": "yes"],
        to: publication + "/decision")
      #expect(same.status == .unprocessableContent)
      #expect(same.text.contains("Dit is dezelfde tekst als is voorgelegd."))
    }
  }

  @Test func `a second person reads the text and agrees before it can be sent`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let id = try await site.intendedPublication(of: address)
      let publication = "\(address)/publications/\(id)"
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      _ = try await site.made(
        ["title": "Lekkage verholpen", "summary": "Er lekte iets.", "changed": "no"],
        to: publication + "/decision")
      let own = try await site.page(address)
      #expect(!own.contains(publication + "/agreement") && !own.contains(publication + "/notice"))
      let early = try await site.send(["on": "2-3-2026"], to: publication + "/notice")
      #expect(early.text.contains("Eerst gaat een tweede akkoord met de tekst."))
      let same = try await site.send([:], to: publication + "/agreement")
      #expect(same.text.contains("U besloot dit zelf. Een ander gaat akkoord."))
      let form = try await site.page(publication + "/agreement", as: StagedSite.amina)
      for said in [
        "Noor de Wit nam het besluit.", "Dit wordt openbaar", "<strong>Lekkage verholpen</strong>",
        "Er lekte iets.", "Dit wordt niet openbaar", "Goed.",
        "De zienswijze heeft de tekst niet veranderd.",
      ] {
        #expect(form.contains(said), "\(said)")
      }
      _ = try await site.made([:], to: publication + "/agreement", as: StagedSite.amina)
      let page = try await site.page(address)
      #expect(page.contains("Akkoord van een tweede: Amina el Idrissi, 2 maart 2026."))
      #expect(page.contains(publication + "/notice"))
      #expect(
        try await site.page(address + "/history")
          .contains("Amina el Idrissi ging akkoord met wat openbaar wordt"))
      _ = try await site.made(
        ["title": "Lek", "summary": "Er lekte iets.", "view-until": "16-3-2026"],
        to: publication + "/revision")
      let revised = try await site.page(address)
      #expect(revised.contains("Andere tekst voorgelegd op 2 maart 2026."))
      #expect(!revised.contains("Akkoord van een tweede") && !revised.contains("Goed."))
      #expect(!revised.contains(publication + "/notice"))
    }
  }

  @Test func `each whom a text is about has a view of their own, under their own name`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let id = try await site.intendedPublication(of: address)
      let publication = "\(address)/publications/\(id)"
      let party = try await site.made(
        ["party": "Vervoerder BV", "view-until": "17-3-2026"], to: publication + "/parties")
      let asked = try await site.page(address)
      #expect(
        asked.contains(
          "Vervoerder BV: voorgelegd op 2 maart 2026, zienswijze mogelijk tot en met 17 maart 2026."
        ))
      let nobodys = try await site.send(
        ["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      #expect(nobodys.text.contains("Kies van wie de zienswijze is."))
      _ = try await site.made(
        ["party": "subject", "view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      #expect(!(try await site.page(address)).contains(publication + "/decision"))
      let early = try await site.send(
        ["title": "Lekkage verholpen", "summary": "Er lekte iets.", "changed": "no"],
        to: publication + "/decision")
      #expect(early.text.contains("Een zienswijze kan nog komen tot en met 17 maart 2026."))
      _ = try await site.made(
        ["party": party, "view": "Dat was ik niet.", "on": "2-3-2026"], to: publication + "/view")
      let heard = try await site.page(address)
      #expect(heard.contains("Zienswijze van Vervoerder BV: Dat was ik niet."))
      #expect(heard.contains(publication + "/decision"))
    }
  }

  @Test func `who withdraws a measure or settles an objection reads before what it stops`()
    async throws
  {
    try await StagedSite.with { site in
      let (address, violation) = try await site.offence()
      let finding = "\(address)/findings/\(violation)"
      _ = try await site.made(
        ["consequence": "2", "offender": "B", "on": "2-2-2026"], to: finding + "/position")
      _ = try await site.made(["measure": "warn", "on": "2-2-2026"], to: finding + "/measure")
      let action = try await site.made(
        ["text": "U bent gewaarschuwd.", "on": "2-2-2026"], to: finding + "/decision")
      let acts = "\(finding)/actions/\(action)"
      _ = try await site.issued(
        [
          "kind": "inspectionReport", "title": "Lekkage", "to": "Koelhuis", "offender": "Koelhuis",
          "address": "Havenweg 1", "finding-\(violation)": "on", "on": "1-3-2026",
          "observed-\(violation)": "Een plas", "place-\(violation)": "Hal 3",
        ], to: address + "/reports")
      #expect(!(try await site.page(acts + "/end")).contains("stopt hierdoor"))
      _ = try await site.made(
        ["title": "Lek", "summary": "Dicht.", "view-until": "16-3-2026"],
        to: address + "/publications")
      #expect(try await site.page(acts + "/end").contains("stopt hierdoor"))
      #expect(
        try await site.page(acts + "/objection-outcome")
          .contains("Staat het besluit hierna niet meer, dan stopt"))
      _ = try await site.made(["reason": "Vergissing", "on": "2-3-2026"], to: acts + "/end")
      #expect(try await site.page(address).contains("Een maatregel is ingetrokken"))
    }
  }

  @Test func `a text goes from everybody when its case is reopened, and its page says why`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, published) = try await site.published()
      #expect(try await site.page(address + "/reopening").contains("stopt hierdoor"))
      _ = try await site.made(
        ["reason": "Lekt weer", "on": "2-3-2026"], to: address + "/reopening")
      let gone = try await site.site.ask(.get, published)
      #expect(gone.status == .gone && !gone.text.contains("koudemiddel"))
      #expect(!(try await site.site.ask(.get, "/published").text).contains("koelhuis"))
      let page = try await site.page(address)
      for said in ["Gestopt op 2 maart 2026.", "De zaak is heropend."] {
        #expect(page.contains(said), "\(said)")
      }
      let history = try await site.page(address + "/history")
      #expect(history.contains("Openbaar maken gestopt"))
    }
  }

  @Test func `whoever takes back or corrects a violation reads before what it stops`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, visit) = try await site.visited()
      let findings = "\(address)/interventions/\(visit)/findings"
      let violation = try await site.made(
        ["outcome": "violation", "rule": "Dicht", "law": "Artikel 3"], to: findings)
      let finding = "\(address)/findings/\(violation)"
      let other = try await site.made(["outcome": "compliant", "rule": "Logboek"], to: findings)
      #expect(!(try await site.page(finding + "/correction")).contains("Is het geen overtreding"))
      _ = try await site.intendedPublication(of: address)
      #expect(
        try await site.page(finding + "/correction").contains(
          "Is het geen overtreding meer, of een van een ander artikel, dan stopt wat van deze zaak")
      )
      #expect(try await site.page(finding + "/end").contains("stopt hierdoor"))
      for form in ["correction", "end"] {
        let page = try await site.page("\(address)/findings/\(other)/\(form)")
        #expect(!page.contains("dan stopt") && !page.contains("stopt hierdoor"), "\(form)")
      }
      _ = try await site.made(
        [
          "outcome": "violation", "rule": "Is dicht", "law": "Artikel 3", "reason": "Tikfout",
          "on": "2-3-2026",
        ], to: finding + "/correction")
      #expect(!(try await site.page(address)).contains("Gestopt op"))
      _ = try await site.made(
        [
          "outcome": "compliant", "rule": "Dicht", "reason": "Verkeerd gezien", "on": "2-3-2026",
        ],
        to: finding + "/correction")
      #expect(try await site.page(address).contains("Gestopt op 2 maart 2026."))
    }
  }

  @Test func `what is left out has a ground`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      _ = try await site.made(["result": "inOrder", "on": "1-2-2026"], to: address + "/outcome")
      let back = try await site.send(
        [
          "title": "Lekkage", "summary": "Dicht.", "view-until": "20-3-2026", "omitted": "Namen",
        ], to: address + "/publications")
      #expect(back.status == .unprocessableContent)
      #expect(back.text.contains("Kies op welke grond u dit weglaat."))
    }
  }
}
