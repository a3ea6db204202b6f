import Crypto
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestStaging
import Testing

@testable import Web

/// Reports and letters through the router, on a real database.
struct ReportPagesTests {
  @Test func `a report goes out under the next number, and its files are what its hashes say`()
    async throws
  {
    try await StagedSite.with { site in
      let (address, finding) = try await site.offence()
      for serial in 1...2 {
        let id = try await site.issued(fields(about: finding), to: address + "/reports")
        let page = try await site.page(address)
        #expect(page.contains("<strong>2026-0000001/\(serial)</strong>"))
        for format in ["html", "pdf"] {
          let file = try await site.site.ask(
            .get, "\(address)/reports/\(id)/\(format)", as: StagedSite.noor)
          #expect(file.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
          #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
          let digest = SHA256.hash(data: Data(file.body.readableBytesView))
            .map { String(format: "%02x", $0) }.joined()
          #expect(page.contains("<code class=\"digest\">\(digest)</code>"))
        }
      }
    }
  }

  @Test func `the report names offender, violation, rule, place and day (Awb 5:48)`() async throws {
    try await StagedSite.with { site in
      let (address, finding) = try await site.offence()
      let preview = try await site.send(
        pairs: fields(about: finding).pairs, to: address + "/reports")
      #expect(preview.status == .ok && preview.text.contains("Voorbeeld"))
      let id = try await site.issued(fields(about: finding), to: address + "/reports")
      let html = try await site.page("\(address)/reports/\(id)/html")
      for said in [
        "<html lang=\"nl\">", "<title>Inspectierapport 2026-0000001/1</title>",
        "<dd>Koelhuis De Boer B.V.</dd>", "Een plas olie", "Dicht (Artikel 3)",
        "<dd>Hal 3</dd>", "<time datetime=\"2026-02-01\">1 februari 2026</time>, 08:30 uur",
        "<time datetime=\"2026-03-01\">1 maart 2026</time>", "<caption>",
      ] {
        #expect(html.contains(said), "\(said)")
        #expect(!said.hasPrefix("<dd>") || preview.text.contains(said), "\(said)")
      }
      for leading in ["<script", " src=", " href=", "url("] { #expect(!html.contains(leading)) }
    }
  }

  @Test func `what the file lacks is asked for, and refused while it is missing`() async throws {
    try await StagedSite.with { site in
      let (address, finding) = try await site.offence()
      let form = try await site.page(address + "/reports")
      #expect(form.contains("Wat is gezien bij: Dicht") && form.contains("Plaats bij: Dicht"))
      var bare = fields(about: finding)
      for name in ["offender", "observed-\(finding)", "place-\(finding)"] { bare[name] = "" }
      bare["issue"] = "on"
      let back = try await site.send(pairs: bare.pairs, to: address + "/reports")
      #expect(back.status == .unprocessableContent)
      for name in ["offender", "observed-\(finding)", "place-\(finding)"] {
        #expect(back.text.contains("href=\"#field-\(name)\""), "\(name)")
      }
      #expect(!(try await site.page(address)).contains("2026-0000001/1"))
    }
  }

  @Test func `a letter begins from one that was published, and its places are filled in`()
    async throws
  {
    try await StagedSite.with { site in
      let (address, finding) = try await site.offence()
      let wrong = try await site.send(
        ["title": "Brief", "kind": "warning", "text": "Geachte {naam}", "on": "1-2-2026"],
        to: "/letters/new")
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("naam"))
      let letter = try await site.made(
        [
          "title": "Waarschuwing", "kind": "warning", "on": "1-2-2026",
          "text": "Geachte {partij},\n\nOp {bezoekdatum} zagen wij:\n{bevindingen}",
        ], to: "/letters/new")
      #expect(try await site.page(address + "/reports").contains("?letter=\(letter)"))
      let form = try await site.page("\(address)/reports?letter=\(letter)")
      #expect(form.contains("Op {bezoekdatum} zagen wij:"))
      var fields = fields(about: finding)
      fields["kind"] = "warning"
      fields["letter"] = letter
      fields["edition"] = "1"
      fields["text"] = "Geachte {partij},\n\nOp {bezoekdatum} zagen wij:\n{bevindingen}"
      let id = try await site.issued(fields, to: address + "/reports")
      let html = try await site.page("\(address)/reports/\(id)/html")
      #expect(html.contains("Geachte Koelhuis De Boer B.V.,"))
      #expect(html.contains("Op 1 februari 2026 zagen wij:"))
      #expect(html.contains("– Dicht (Artikel 3): overtreding"))
      fields["text"] = "Wij komen naar {plaats}."
      let unknown = try await site.send(pairs: fields.pairs, to: address + "/reports")
      #expect(unknown.text.contains("De zaak zegt niet wat hier hoort: {plaats}."))
    }
  }

  @Test func `what is withdrawn keeps its number, and another comes in its place`() async throws {
    try await StagedSite.with { site in
      let (address, finding) = try await site.offence()
      let fields = fields(about: finding)
      let id = try await site.issued(fields, to: address + "/reports")
      _ = try await site.made(
        ["reason": "Naam fout", "on": "2-3-2026"], to: "\(address)/reports/\(id)/end")
      let form = try await site.page("\(address)/reports?replaces=\(id)")
      #expect(form.contains("value=\"Koelhuis De Boer B.V.\""))
      _ = try await site.issued(
        fields.merging(["replaces": id]) { $1 }, to: address + "/reports")
      let page = try await site.page(address)
      #expect(page.contains("In plaats van 2026-0000001/1") && page.contains("Naam fout"))
      #expect(page.contains("<strong>2026-0000001/2</strong>"))
      #expect(try await site.page("\(address)/reports/\(id)/html").contains("2026-0000001/1"))
    }
  }

  @Test func `where no program prints, the page says so and the report still goes out`()
    async throws
  {
    try await StagedSite.with { site in
      let (address, finding) = try await site.offence()
      let bare = try TestSite(over: site.stage, printer: FakePrinter(isThere: false))
      let form = try await bare.ask(.get, address + "/reports", as: StagedSite.noor)
      #expect(form.text.contains("weasyprint"))
      let slow = try TestSite(over: site.stage, printer: FakePrinter(failure: .tooSlow))
      func post(_ site: TestSite) async throws -> HTTPResponse.Status {
        let fields =
          fields(about: finding).pairs + [
            ("issue", "on"), ("command", Identity.fresh().description),
          ]
        let body = fields.map { name, value in
          "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
        return try await site.post(address + "/reports", as: StagedSite.noor, body).status
      }
      #expect(try await post(slow) == .serviceUnavailable)
      #expect(try await post(bare) == .seeOther)
      try await site.stage.show(try await site.log.head())
      let page = try await site.page(address)
      #expect(page.contains("Er is geen pdf van.") && page.contains("2026-0000001/1"))
      #expect(!page.contains("2026-0000001/2"))
    }
  }

  private func fields(about finding: String) -> [String: String] {
    [
      "kind": "inspectionReport", "title": "Lekkage", "to": "Koelhuis De Boer B.V.",
      "address": "Havenweg 1\n3011 AA Rotterdam", "offender": "Koelhuis De Boer B.V.",
      "finding-\(finding)": "on", "observed-\(finding)": "Een plas olie",
      "place-\(finding)": "Hal 3", "on": "1-3-2026",
    ]
  }
}

/// Prints nothing but what marks a PDF, or fails.
struct FakePrinter: Printer {
  var isThere = true
  var failure: PrintingFailure?

  func pdf(of document: HTML) async throws(PrintingFailure) -> [UInt8] {
    if let failure { throw failure }
    return Array("%PDF-1.7 ".utf8) + document.bytes
  }
}

extension [String: String] {
  fileprivate var pairs: [(String, String)] { map { ($0.key, $0.value) } }
}

extension StagedSite {
  /// Sends what makes a report, pressing the button that issues it, and gives its identity.
  func issued(_ fields: [String: String], to address: String) async throws -> String {
    let command = Identity.fresh()
    let answer = try await send(
      pairs: fields.pairs + [("issue", "on")], to: address, command: command)
    #expect(answer.status == .seeOther, "\(answer.text)")
    return command.description
  }

  /// A case with a violation of which the file says neither what was seen nor where.
  func offence() async throws -> (address: String, finding: String) {
    _ = try await begunToolbox()
    let address = try await openedCase()
    let intervention = try await made(
      ["kind": "visit", "when": "1-2-2026 0830", "summary": "Het lekte."],
      to: address + "/interventions")
    let finding = try await made(
      ["outcome": "violation", "rule": "Dicht", "law": "Artikel 3"],
      to: "\(address)/interventions/\(intervention)/findings")
    return (address, finding)
  }
}
