import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Parties and places through the router, on a real database.
struct EntityPagesTests {
  @Test func `a party is registered with all that is known, found, changed and corrected`()
    async throws
  {
    try await StagedSite.with { site in
      let id = try await site.registered(
        "Rederij IJsvogel",
        [
          "number-kvk": "1234 5678", "number-rsin": "123456782", "sector": "Binnenvaart",
          "chain-role": "vervoerder", "address": "dutch", "postcode": "1234ab", "street": "Kade",
          "house-number": "12 bis", "town": "Zomerhaven", "coordinates": "52,07 4,30",
          "notes": "Vaart 's nachts",
        ])
      let address = "/entities/\(id)"
      let page = try await site.page(address)
      for words in [
        "Rederij IJsvogel", "12345678", "123456782", "vervoerder", "Kade 12 bis",
        "1234 AB", "Zomerhaven", "52.07,4.3", "Er zijn nog geen zaken.",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(try await site.page("/entities?q=ysvogel").contains("lijkt op"))
      #expect(try await site.page("/entities?q=12345678").contains(address))
      #expect(try await !site.page("/entities?kind=ship").contains(address))
      let bad = try await site.site.ask(.get, "/entities?kind=x", as: StagedSite.noor)
      #expect(bad.status == .badRequest)
      _ = try await site.made(
        [
          "name": "Rederij IJsvogel", "number-kvk": "87654321", "reason": "Typefout",
          "on": "2-2-2026",
        ],
        to: address + "/particulars")
      let corrected = try await site.page(address)
      #expect(corrected.contains("87654321") && !corrected.contains("12345678"))
      let history = try await site.page(address + "/history")
      #expect(history.contains("De gegevens zijn verbeterd.") && history.contains("Typefout"))
      // The number that was given back may be another's.
      _ = try await site.registered("Iemand anders", ["number-kvk": "12345678"])
    }
  }

  @Test func `a slip in a number is said at its field, and nothing is saved`() async throws {
    try await StagedSite.with { site in
      let head = try await site.log.head()
      for (kind, field, value, words) in [
        ("organisation", "number-rsin", "123456783", "elfproef"),
        ("organisation", "number-kvk", "123", "Dit nummer heeft 8 cijfers."),
        ("organisation", "number-vat", "NL000099998B58", "Dit btw-id klopt niet."),
        ("ship", "number-imo", "9074728", "hoort een 9"),
        ("vehicle", "number-plate", "A1-B2-C3", "Nederlands kenteken"),
        ("location", "coordinates", "95, 4", "tussen -90 en 90"),
        ("person", "notes", "BSN 123456782", "burgerservicenummer"),
      ] {
        let answer = try await site.send(
          pairs: [("kind", kind), ("name", "X"), ("on", "1-2-2026"), (field, value)],
          to: "/entities/new")
        #expect(answer.status == .unprocessableContent, "\(field)")
        #expect(answer.text.contains(words), "\(field)")
      }
      #expect(try await site.log.head() == head)
    }
  }

  @Test func `names that resemble the new one are shown before it is saved`() async throws {
    try await StagedSite.with { site in
      let first = try await site.registered("Meijer Transport")
      let head = try await site.log.head()
      let fields: KeyValuePairs = [
        "kind": "organisation", "name": "Meyer Transport", "on": "1-2-2026",
      ]
      let asked = try await site.send(fields, to: "/entities/new")
      #expect(asked.status == .unprocessableContent)
      #expect(asked.text.contains("Is het een van deze?"))
      #expect(asked.text.contains("/entities/\(first)"))
      #expect(try await site.log.head() == head)
      let known = try await site.send(
        pairs: fields.map { ($0, $1) } + [("seen", first)], to: "/entities/new")
      #expect(known.status == .seeOther)
    }
  }

  @Test func `a number that another has leads to the one that has it`() async throws {
    try await StagedSite.with { site in
      let first = try await site.registered("Meijer Transport", ["number-kvk": "12345678"])
      let taken = try await site.send(
        [
          "kind": "organisation", "name": "Iets heel anders", "number-kvk": "12345678",
          "on": "1-2-2026",
        ], to: "/entities/new")
      #expect(taken.status == .unprocessableContent)
      #expect(taken.text.contains("Een andere partij of plek heeft dit nummer al."))
      #expect(taken.text.contains("href=\"/entities/\(first)\""))
      let second = try await site.registered("Iets heel anders")
      let revised = try await site.send(
        ["name": "Iets heel anders", "number-kvk": "12345678", "on": "1-2-2026"],
        to: "/entities/\(second)/particulars")
      #expect(revised.status == .unprocessableContent)
      #expect(revised.text.contains("href=\"/entities/\(first)\""))
    }
  }

  @Test func `two that prove to be one are merged and set apart again`() async throws {
    try await StagedSite.with { site in
      let (twin, other) = (
        try await site.registered("Tuimelaer Transport"),
        try await site.registered("Tuimelaar Transport")
      )
      let (from, to) = ("/entities/\(twin)", "/entities/\(other)")
      #expect(try await site.page(from + "/merge").contains(other))
      _ = try await site.made(
        ["other": other, "reason": "Zelfde adres", "on": "1-3-2026"], to: from + "/merge")
      let merged = try await site.page(from)
      #expect(merged.contains("Samengevoegd met") && merged.contains("href=\"\(to)\""))
      #expect(!merged.contains(from + "/particulars"))
      #expect(try await site.page(to).contains("href=\"\(from)\""))
      // Neither is the survivor merged into the one that is gone, nor is anything more done with that one.
      let back = try await site.send(
        ["other": twin, "reason": "x", "on": "1-3-2026"], to: to + "/merge")
      #expect(back.status == .unprocessableContent)
      let renamed = try await site.send(
        ["name": "Anders", "on": "1-3-2026"], to: from + "/particulars")
      #expect(renamed.text.contains("Deze is samengevoegd met een andere."))
      _ = try await site.made(
        ["reason": "Toch niet", "on": "1-3-2026"], to: from + "/merge/undo")
      #expect(try await !site.page(from).contains("Samengevoegd met"))
      #expect(try await !site.page(to).contains("href=\"\(from)\""))
      let again = try await site.send(
        ["reason": "Toch niet", "on": "1-3-2026"], to: from + "/merge/undo")
      #expect(again.status == .unprocessableContent)
      #expect(again.text.contains("er is niets ongedaan te maken"))
      #expect(try await site.page(to + "/history").contains("Een andere staat weer los van deze."))
    }
  }

  @Test func `of one that was merged into another that was merged, the last has all`() async throws
  {
    try await StagedSite.with { site in
      let (first, second, third) = (
        try await site.registered("Kraanvogel Bouw"), try await site.registered("Reiger Bouw"),
        try await site.registered("Ooievaar Bouw")
      )
      for (from, to) in [(first, second), (second, third)] {
        _ = try await site.made(
          ["agency": "Politie", "visited-on": "1-2-2026", "on": "1-2-2026"],
          to: "/entities/\(from)/visits")
        let address = "/entities/\(from)/merge?q=bouw"
        _ = try await site.made(
          ["other": to, "reason": "Zelfde bedrijf", "on": "1-3-2026"], to: address)
      }
      let page = try await site.page("/entities/\(third)")
      #expect(page.contains("href=\"/entities/\(first)\""))
      #expect(page.contains("href=\"/entities/\(second)\""))
      #expect(page.split(separator: "Politie").count == 3)
      let file = try await site.openedCase("Steiger")
      _ = try await site.made(
        ["subject": first, "on": "2-3-2026"], to: file + "/subject?q=kraanvogel")
      #expect(try await site.page(file).contains("href=\"/entities/\(third)\""))
      #expect(try await site.page("/entities/\(third)").contains("Steiger"))
    }
  }

  @Test func `ties, names and visits of other agencies come and go`() async throws {
    try await StagedSite.with { site in
      let firm = try await site.registered("Rederij IJsvogel")
      let ship = try await site.registered("Zilvermeeuw", kind: "ship")
      let address = "/entities/\(firm)"
      #expect(try await site.page(address + "/relations?q=zilver").contains(ship))
      let relation = try await site.made(
        ["relation": "operates", "other": ship, "on": "1-2-2026"],
        to: address + "/relations?q=zilver")
      #expect(try await site.page("/entities/\(ship)").contains("wordt geëxploiteerd door"))
      let wrong = try await site.send(
        ["relation": "worksFor", "other": ship, "on": "1-2-2026"],
        to: address + "/relations?q=zilver")
      #expect(wrong.text.contains("Deze band kan niet bestaan tussen deze twee soorten."))
      let unsought = try await site.send(
        ["relation": "operates", "on": "1-2-2026"], to: address + "/relations")
      #expect(unsought.text.contains("Zoek eerst de ander."))
      _ = try await site.made(["on": "1-3-2026"], to: "\(address)/relations/\(relation)/end")
      #expect(try await site.page(address).contains("van 1 februari 2026 tot 1 maart 2026"))
      let alias = try await site.made(
        ["name": "Tankvaart", "note": "handelsnaam", "on": "1-2-2026"], to: address + "/aliases")
      #expect(try await site.page("/entities?q=tankvaart").contains("andere naam"))
      _ = try await site.made(["on": "1-3-2026"], to: "\(address)/aliases/\(alias)/removal")
      #expect(try await !site.page(address).contains("Tankvaart"))
      let visit = try await site.made(
        ["agency": "Politie", "visited-on": "1-2-2026", "on": "2-2-2026"], to: address + "/visits")
      #expect(try await site.page(address).contains("<strong>Politie</strong>"))
      _ = try await site.made(
        ["reason": "Was elders", "on": "1-3-2026"],
        to: "\(address)/visits/\(visit)/withdrawal")
      #expect(try await !site.page(address).contains("Politie"))
      #expect(try await site.page(address + "/history").contains("Was elders"))
    }
  }

  @Test func `who inspects in one programme keeps the register, and a partner finds nothing`()
    async throws
  {
    try await StagedSite.with { staged in
      let id = try await staged.registered("Rederij IJsvogel")
      let programme = ProgrammeID(.fresh())
      func narrow(_ name: String, _ role: Role) throws -> Person {
        Person(
          try #require(PersonID(name)), of: AccountID(.fresh()), name: name,
          authority: Authority([.role(role, in: .programme(id: programme))]),
          organisation: TestStage.organisation)
      }
      let (inspector, partner) = (
        try narrow("smal", .inspector), try narrow("buiten", .partner)
      )
      let site = try TestSite(over: staged.stage, people: StagedSite.people + [inspector, partner])
      let narrowed = StagedSite(stage: staged.stage, site: site)
      let address = "/entities/\(id)"
      #expect(try await narrowed.page("/entities?q=ijsvogel", as: inspector).contains(address))
      #expect(try await narrowed.page(address, as: inspector).contains(address + "/particulars"))
      #expect(try await narrowed.page(address + "/history", as: inspector).contains("IJsvogel"))
      #expect(try await narrowed.page("/history?about=entities", as: inspector).contains(address))
      _ = try await narrowed.made(
        ["name": "Tankvaart", "on": "1-2-2026"], to: address + "/aliases", as: inspector)
      _ = try await narrowed.registered("Kwikstaart", as: inspector)
      #expect(try await !narrowed.page("/entities?q=ijsvogel", as: partner).contains(address))
      for hidden in [address, address + "/history"] {
        #expect(try await site.ask(.get, hidden, as: partner).status == .notFound)
      }
      #expect(try await site.ask(.get, "/entities/new", as: partner).status == .forbidden)
    }
  }
}
