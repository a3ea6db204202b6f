import Testing

@testable import Web

/// What the file of a case knows of a violation, on the page of its finding and in the forms about it.
struct ViolationReportPagesTests {
  @Test func `an inspection report that was issued fills the report of the violation in`()
    async throws
  {
    try await StagedSite.with { site in
      let (file, finding) = try await site.offence()
      let depot = try await site.registered("Depot BV")
      _ = try await site.made(["subject": depot, "on": "1-2-2026"], to: file + "/subject")
      let address = "\(file)/findings/\(finding)"
      let bare = try await site.page(address + "/report")
      #expect(bare.contains("value=\"Depot BV\"") && bare.contains("value=\"08:30\""))
      #expect(!(try await site.page(address)).contains("Leg het rapport hier vast."))

      let issued = try await site.issued(
        [
          "kind": "inspectionReport", "title": "Lekkage", "to": "Depot BV",
          "address": "Havenweg 1", "offender": "Depot Zuid BV", "finding-\(finding)": "on",
          "observed-\(finding)": "Een plas olie", "place-\(finding)": "Hal 3",
          "on": "15-2-2026",
        ], to: file + "/reports")
      let told = "inspectierapport 2026-0000001/1 uitgegeven, van 15 februari 2026"
      #expect(try await site.page(address).contains(told))
      let form = try await site.page(address + "/report")
      for value in ["Depot Zuid BV", "Hal 3", "15-2-2026", "1-2-2026", "08:30"] {
        #expect(form.contains("value=\"\(value)\""), "\(value)")
      }
      #expect(form.contains("Een plas olie") && form.contains("Artikel 3"))

      _ = try await site.made(
        ["reason": "Naam fout", "on": "16-2-2026"], to: "\(file)/reports/\(issued)/end")
      #expect(!(try await site.page(address)).contains(told))
      #expect(!(try await site.page(address + "/report")).contains("Depot Zuid BV"))
    }
  }

  @Test func `an inspection report begins with the place and offender that were recorded`()
    async throws
  {
    try await StagedSite.with { site in
      let (file, finding) = try await site.offence()
      let address = "\(file)/findings/\(finding)"
      _ = try await site.made(
        ["offender": "Depot BV", "place": "Hal 3", "on": "3-2-2026"], to: address + "/report")
      let form = try await site.page(file + "/reports")
      #expect(form.contains("value=\"Depot BV\"") && form.contains("value=\"Hal 3\""))
      #expect(form.contains("Zo is het vastgelegd in het rapport van de overtreding."))
      #expect(try await site.page(address + "/report").contains("value=\"3-2-2026\""))
    }
  }

  @Test func `two findings of one rule at one visit are one violation, without any report`()
    async throws
  {
    try await StagedSite.with { site in
      let (file, first) = try await site.offence()
      let log = try await site.page(file)
      let visit = try #require(log.firstMatch(of: #/interventions\/[0-9a-f-]{36}/#)).output
      func found(_ rule: String) async throws -> String {
        try await site.made(
          ["outcome": "violation", "rule": rule, "law": "Artikel 3"],
          to: "\(file)/\(visit)/findings")
      }
      let (again, other) = (try await found("Dicht"), try await found("Schoon"))
      for finding in [first, again, other] {
        let address = "\(file)/findings/\(finding)"
        _ = try await site.made(
          ["consequence": "3", "offender": "B", "on": "2-2-2026"], to: address + "/position")
        _ = try await site.made(
          [
            "measure": "deviate", "deviation": "orderUnderPenalty", "reason": "Zwaar",
            "on": "2-2-2026",
          ], to: address + "/measure")
        _ = try await site.made(
          ["on": "2-2-2026"], to: address + "/confirmation", as: StagedSite.amina)
      }
      _ = try await site.made(
        [
          "remedy": "Maak het dicht.", "term": "6 weken", "amount": "1000", "unit": "perWeek",
          "maximum": "2500", "on": "3-2-2026",
        ], to: "\(file)/findings/\(first)/decision")
      let warning = "Voor dezelfde overtreding loopt al een herstelsanctie, sinds 3 februari 2026."
      #expect(try await site.page("\(file)/findings/\(again)").contains(warning))
      #expect(!(try await site.page("\(file)/findings/\(other)")).contains(warning))
    }
  }
}
