import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Two organisations share what they know.
struct BankSharingTests {
  @Test func `what one shares another takes over once, with who wrote it and under which licence`()
    async throws
  {
    try await StagedSite.with { ours in
      let entry = try await ours.acceptedEntry("Brief vooraf", text: "Wij schreven eerst.")
      let file = try await ours.page("/bank/file")
      try await StagedSite.with { theirs in
        let head = try await theirs.log.head()
        let preview = try await theirs.upload(file)
        #expect(preview.status == .ok)
        #expect(
          preview.text.contains("Brief vooraf") && preview.text.contains("Wordt overgenomen."))
        #expect(try await theirs.log.head() == head, "looking records nothing")

        #expect(try await theirs.takeOver(file).status == .seeOther)
        let page = try await theirs.page("/bank/\(entry)")
        #expect(page.contains("Wij schreven eerst.") && page.contains("CC-BY-4.0"))
        #expect(page.contains(TestStage.organisation))

        let again = try await theirs.upload(file).text
        #expect(again.contains("U hebt deze tekst al zo."))
        #expect(again.contains("Er is niets om over te nemen."))
        let taken = try await theirs.log.head()
        try await theirs.takeOver(file)
        #expect(try await theirs.log.head() == taken)
        #expect(try await theirs.page("/bank").contains("1 tot en met 1 van 1."))
      }
    }
  }

  @Test func `a later version takes the place of the former, which stays to be read`() async throws
  {
    try await StagedSite.with { ours in
      let entry = try await ours.acceptedEntry("Brief vooraf", text: "Wij schreven eerst.")
      let first = try await ours.page("/bank/file")
      try await ours.amend(entry, "Brief en belletje", text: "Wij schreven en belden.")
      let second = try await ours.page("/bank/file")
      try await StagedSite.with { theirs in
        try await theirs.takeOver(first)
        #expect(try await theirs.upload(second).text.contains("Vervangt versie 1 hier."))
        try await theirs.takeOver(second)
        #expect(try await theirs.page("/bank/\(entry)").contains("Wij schreven en belden."))
        let former = try await theirs.page("/bank/\(entry)/versions/1")
        #expect(former.contains("Wij schreven eerst.") && former.contains("een eerdere versie"))
        // What is older than what is there changes nothing any more.
        let old = try await theirs.upload(first).text
        #expect(old.contains("U hebt al deze versie of een latere."))
      }
    }
  }

  @Test func `what was amended here is said before it is replaced`() async throws {
    try await StagedSite.with { ours in
      let entry = try await ours.acceptedEntry("Brief vooraf", text: "Wij schreven eerst.")
      let first = try await ours.page("/bank/file")
      try await ours.amend(entry, "Brief en belletje", text: "Wij schreven en belden.")
      let second = try await ours.page("/bank/file")
      try await StagedSite.with { theirs in
        try await theirs.takeOver(first)
        try await theirs.amend(entry, "Brief vooraf", text: "Bij ons met een folder.")
        let preview = try await theirs.upload(second).text
        #expect(preview.contains("die hier is gewijzigd"))
        // Handed on before that, it is theirs made of ours.
        let onward = try BankFile(reading: Array(try await theirs.page("/bank/file").utf8))
        let provenance = try #require(onward.entries.first?.provenance)
        #expect(provenance.basis?.version == 1 && provenance.licence.description == "CC-BY-4.0")
      }
    }
  }

  @Test func `what was written here is not replaced by what others made of it`() async throws {
    try await StagedSite.with { ours in
      _ = try await ours.acceptedEntry("Brief vooraf", text: "Wij schreven eerst.")
      let file = try await ours.page("/bank/file")
      let preview = try await ours.upload(file).text
      #expect(preview.contains("Deze tekst is hier geschreven en wordt niet vervangen."))
    }
  }

  @Test func `a file that is none is refused with the place where it goes wrong`() async throws {
    try await StagedSite.with { site in
      let head = try await site.log.head()
      let broken = try await site.upload("{\n  \"format\": koers\n}")
      #expect(broken.status == .unprocessableContent)
      #expect(broken.text.contains("Het gaat mis in regel 2."))
      let strange = try await site.upload(
        #"{"format":"koers-bank","formatVersion":1,"organisation":"A","licence":"B","#
          + #""writtenOn":"2026-02-01","entries":[{"naam":"x"}]}"#)
      #expect(strange.status == .unprocessableContent)
      #expect(strange.text.contains("bij entries[0].naam: Deze naam hoort hier niet."))
      #expect(try await site.upload("").status == .unprocessableContent)
      let large = String(repeating: " ", count: BankFile.bytesMax + 1)
      #expect(try await site.upload(large).status == .unprocessableContent)
      #expect(try await site.log.head() == head)
    }
  }

  @Test func `only what was chosen and accepted goes along`() async throws {
    try await StagedSite.with { site in
      _ = try await site.acceptedEntry("Taxibrief", text: "Eerst.", ["sector": "Taxi"])
      _ = try await site.acceptedEntry("Treinbrief", text: "Eerst.", ["sector": "Spoor"])
      _ = try await site.made(
        [
          "kind": "practice", "title": "Concept", "text": "Nog niet.", "evidence": "observed",
          "sector": "Taxi", "on": "1-2-2026",
        ], to: "/bank/new")
      let file = try BankFile(reading: Array(try await site.page("/bank/file?sector=Taxi").utf8))
      #expect(file.entries.map(\.article.title.description) == ["Taxibrief"])
    }
  }
}
