import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// What was recorded by mistake of a hearing is put right, and the case says for whom a publication waits.
struct PublicationCorrectionPagesTests {
  /// A case with an intention, and the address of that publication.
  private static func intended(
    _ body: (StagedSite, _ address: String, _ publication: String) async throws -> Void
  ) async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let id = try await site.intendedPublication(of: address)
      try await body(site, address, "\(address)/publications/\(id)")
    }
  }

  @Test func `who was named by mistake is taken back, and can be named anew`() async throws {
    try await Self.intended { site, address, publication in
      let party = try await site.made(
        ["party": "Vervoerder BV", "view-until": "17-3-2026"], to: publication + "/parties")
      let form = try await site.page(publication + "/parties/end")
      for said in ["Vervoerder BV", "degene over wie de zaak toen ging", "Vul in als de termijn"] {
        #expect(form.contains(said), "\(said)")
      }
      let nobody = try await site.send(["reason": "x"], to: publication + "/parties/end")
      #expect(nobody.text.contains("Kies aan wie de tekst is voorgelegd."))
      let subject = try await site.send(
        ["party": "subject", "reason": "x"], to: publication + "/parties/end")
      #expect(subject.status == .unprocessableContent)
      #expect(subject.text.contains("mag altijd een zienswijze geven"))
      let twice = Identity.fresh()
      for _ in 1...2 {
        let taken = try await site.send(
          ["party": party, "reason": "Nooit verstuurd"], to: publication + "/parties/end",
          command: twice)
        #expect(taken.status == .seeOther)
      }
      #expect(!(try await site.page(address)).contains("Vervoerder BV"))
      let gone = try await site.send(
        ["party": party, "view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      #expect(gone.text.contains("De tekst is niet aan deze partij voorgelegd."))
      _ = try await site.made(
        ["party": "Vervoerder BV", "view-until": "18-3-2026"], to: publication + "/parties")
      #expect(
        try await site.page(address).contains("zienswijze mogelijk tot en met 18 maart 2026."))
      let history = try await site.page(address + "/history")
      for said in ["Voorleggen van wat openbaar wordt, ongedaan gemaakt", "Nooit verstuurd"] {
        #expect(history.contains(said), "\(said)")
      }
    }
  }

  @Test func `a term that was wrong begins anew for who is left to choose alone`() async throws {
    try await Self.intended { site, address, publication in
      let form = try await site.page(publication + "/parties/end")
      #expect(form.contains("<p>Aan wie: degene over wie de zaak toen ging"))
      #expect(!form.contains("Laat leeg als de tekst niet"))
      let early = try await site.send(
        ["view-until": "10-3-2026", "reason": "x"], to: publication + "/parties/end")
      #expect(early.text.contains("Kies 16 maart 2026 of later."))
      _ = try await site.made(
        ["view-until": "27-3-2026", "reason": "Andere dag in de brief"],
        to: publication + "/parties/end")
      #expect(
        try await site.page(address).contains("zienswijze mogelijk tot en met 27 maart 2026."))
    }
  }

  @Test func `a view is taken back with its decision, and its form is there again`() async throws {
    try await Self.intended { site, address, publication in
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      let page = try await site.page(address)
      #expect(!page.contains("href=\"\(publication)/view\""))
      for (form, said) in [
        ("/view", "Alle zienswijzen zijn al vastgelegd."),
        ("/parties/end", "Maak die eerst ongedaan."),
      ] {
        let page = try await site.page(publication + form)
        #expect(page.contains(said) && !page.contains("class=\"form\""), "\(form)")
      }
      _ = try await site.made(
        ["title": "Lekkage verholpen", "summary": "Er lekte iets.", "changed": "no"],
        to: publication + "/decision")
      #expect(try await site.page(publication + "/view/end").contains("Goed."))
      _ = try await site.made(["reason": "Van een andere zaak"], to: publication + "/view/end")
      let back = try await site.page(address)
      #expect(!back.contains("Goed.") && !back.contains("Besluit van"))
      #expect(back.contains("href=\"\(publication)/view\""))
      #expect(
        try await site.page(publication + "/view/end")
          .contains("Er is geen zienswijze vastgelegd."))
      let history = try await site.page(address + "/history")
      #expect(history.contains("Zienswijze over openbaar maken ongedaan gemaakt"))
      #expect(history.contains("Van een andere zaak"))
    }
  }

  @Test func `after the decision was sent nothing of the hearing is taken back`() async throws {
    try await StagedSite.withTypes { site in
      let (address, published) = try await site.published()
      let id = published.dropFirst("/published/".count)
      for part in ["view", "view/end", "parties/end"] {
        let form = "\(address)/publications/\(id)/\(part)"
        let page = try await site.page(form)
        #expect(page.contains("De tekst heeft deze stand: openbaar."), "\(part)")
        #expect(!(try await site.page(address)).contains("href=\"\(form)\""), "\(part)")
        let sent = try await site.send(
          ["view": "x", "on": "2-3-2026", "reason": "x", "view-until": "20-3-2026"], to: form)
        #expect(sent.status == .unprocessableContent, "\(part)")
        #expect(sent.text.contains("De tekst heeft deze stand: openbaar."), "\(part)")
      }
    }
  }

  @Test func `the case says what a publication waits for, and counts down to its next day`()
    async throws
  {
    try await Self.intended { site, address, publication in
      func said(_ words: String..., link part: String?, as person: Person = StagedSite.noor)
        async throws
      {
        let page = try await site.page(address, as: person)
        let steps = try #require(
          page.split(separator: "id=\"next-steps-title\"").last?.split(separator: "</section>")
            .first)
        for word in words { #expect(page.contains(word), "\(word)") }
        for other in ["view", "decision", "agreement", "notice", "release"] {
          #expect(steps.contains("href=\"\(publication)/\(other)\"") == (other == part), "\(other)")
        }
      }
      try await said(
        "Openbaar maken wacht op zienswijzen, tot en met 20 maart 2026.",
        "nog 18 dagen</span> zienswijze over openbaar maken, Awb 4:8 (20 maart 2026)",
        link: "view")
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      try await said("Openbaar maken wacht op een besluit.", link: "decision")
      _ = try await site.made(
        ["title": "Lekkage verholpen", "summary": "Er lekte iets.", "changed": "no"],
        to: publication + "/decision")
      let waits = "Openbaar maken wacht op een tweede. Noor de Wit nam het besluit."
      try await said(waits, link: nil)
      try await said(waits, link: "agreement", as: StagedSite.amina)
      _ = try await site.made([:], to: publication + "/agreement", as: StagedSite.amina)
      try await said(
        "Het besluit om openbaar te maken moet nog worden verstuurd.", link: "notice")
      _ = try await site.made(["on": "2-3-2026"], to: publication + "/notice")
      try await said(
        "Openbaar maken kan vanaf 17 maart 2026.",
        "nog 14 dagen</span> een rechter kan openbaar maken tegenhouden, Woo 4.4 (16 maart 2026)",
        link: nil)
    }
  }

  @Test func `the last day on which a text is public counts down`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.published()
      #expect(
        try await site.page(address)
          .contains("openbaar, Staatsblad 2015, 532 (2 maart 2028)"))
    }
  }

  @Test func `who recorded a decision before that was kept does not agree to it`() async throws {
    try await Self.intended { site, address, publication in
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      let id = try #require(Identity(String(address.dropFirst("/cases/".count))))
      let key = String(publication.dropFirst("\(address)/publications/".count))
      let text = Publication.Text(
        try Line("Lekkage verholpen"), summary: try Prose("Er lekte iets."))
      let decided = CaseFile.Event.publicized(
        id: try #require(PublicationID(key)), event: .decided(text: text, viewChanged: false),
        on: try #require(Day("2026-03-02")))
      let stream = StreamName(CaseFile.category, id)
      let receipt = try await site.log.append(
        Appending(
          Envelope(command: .fresh(), actor: StagedSite.noor.id.description),
          slices: [
            .init(
              to: stream, expecting: try await site.log.events(in: stream, after: 0).count,
              [try CaseFile.codec().encode(decided)])
          ]))
      try await site.stage.show(receipt.position)
      #expect(!(try await site.page(address)).contains(publication + "/agreement"))
      let same = try await site.send([:], to: publication + "/agreement")
      #expect(same.text.contains("U besloot dit zelf. Een ander gaat akkoord."))
      _ = try await site.made([:], to: publication + "/agreement", as: StagedSite.amina)
      #expect(try await site.page(address).contains("Akkoord van een tweede: Amina el Idrissi"))
    }
  }
}
