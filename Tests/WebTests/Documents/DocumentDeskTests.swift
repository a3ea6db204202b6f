import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import TestStaging
import TestSupport
import Testing

@testable import Web

/// Documents that are scanned and stripped on their way into a case.
struct DocumentDeskTests {
  @Test func `what does harm is refused with a sentence, and told to the operator without a name`()
    async throws
  {
    try await withCase(scanner: FakeScanner(verdict: .harmful("Eicar-Test"))) {
      staged, site, file in
      let head = try await staged.log.head()
      let answer = try await site.file("besmet van Piet.txt", Array("kwaad".utf8), in: file)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("In dit bestand zit een virus of iets anders dat schade doet."))
      #expect(try await staged.log.head() == head)
      #expect(try await staged.partCount() == 0)
      #expect(try await staged.incomingCount() == 0)
      let line = try #require(
        site.said.lines(at: .warning).first {
          $0.hasPrefix("A document was refused by the scanner")
        })
      #expect(line.contains("Eicar-Test") && !line.contains("Piet"))
    }
  }

  @Test func `while the scanner does not answer nothing is kept, and the form comes back`()
    async throws
  {
    try await withCase(scanner: FakeScanner(verdict: nil)) { staged, site, file in
      let answer = try await site.file("brief.txt", Array("Beste".utf8), in: file)
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.headers[.retryAfter] != nil)
      #expect(answer.text.contains("We kunnen nu niet nagaan of dit bestand veilig is."))
      #expect(try await staged.partCount() == 0)
      #expect(
        site.said.lines(at: .error).contains { $0.hasPrefix("A document could not be scanned") })
    }
  }

  @Test func `what is clean is kept as it came`() async throws {
    try await withCase(scanner: FakeScanner(verdict: .clean)) { staged, site, file in
      let answer = try await site.file("brief.txt", Array("Beste".utf8), in: file)
      #expect(answer.status == .seeOther)
      #expect(try await staged.incomingCount() == 0)
    }
  }

  @Test func `who brings a document to a case that was destroyed meanwhile is told so`()
    async throws
  {
    try await withCase { staged, site, file in
      let id = try #require(CaseID(String(file.dropFirst("/cases/".count))))
      try await staged.stage.destroy(keyOf: StreamName(CaseFile.category, id.identity))
      let answer = try await site.file("brief.txt", Array("Beste".utf8), in: file)
      #expect(answer.status == .gone)
      #expect(answer.text.contains("is intussen vernietigd. Er is niets bewaard."))
      #expect(try await staged.partCount() == 0)
    }
  }

  @Test func `a photo goes in with its position and comes out without`() async throws {
    try await withCase { staged, site, file in
      let photo = try Photo.bytes("gevel.jpg")
      let command = Identity.fresh()
      let answer = try await site.file(
        "gevel.jpg", photo, in: file, [("strip", "on")], command: command)
      #expect(answer.status == .seeOther)
      try await staged.stage.show(try await staged.log.head())
      let page = try await staged.page(file)
      #expect(page.contains("zonder gegevens over de opname en de maker"))
      let history = try await staged.page(file + "/history")
      #expect(history.contains("wat over de opname en de maker in het bestand stond"))
      let out = try await site.ask(.get, "\(file)/documents/\(command)", as: StagedSite.noor)
      let bytes = Array(out.body.readableBytesView)
      #expect(bytes.starts(with: [0xFF, 0xD8]) && bytes.count < photo.count)
      #expect(!bytes.holds("Piet Melder") && !bytes.holds("Nikon"))
      #expect(out.headers[.contentLength] == String(bytes.count))
      #expect(try await staged.incomingCount() == 0, "nor does it wait anywhere as it came")
    }
  }

  @Test func `nobody is told that something was taken out when it was not`() async throws {
    try await withCase { staged, site, file in
      let photo = try Photo.bytes("gevel.jpg")
      for (name, content, why) in [
        ("brief.txt", Array("Beste".utf8), "Uit dit soort bestand kunnen we niets weghalen."),
        ("verslag.pdf", Array("%PDF-1.7".utf8), "Uit dit soort bestand kunnen we niets weghalen."),
        (
          "gevel.jpg", Array(photo.prefix(3000)),
          "Dit bestand is beschadigd of anders gemaakt dan hoort."
        ),
      ] {
        let answer = try await site.file(name, content, in: file, [("strip", "on")])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(why), "\(name)")
      }
      #expect(try await staged.partCount() == 0)
      #expect(try await staged.incomingCount() == 0)
    }
  }

  private func withCase(
    scanner: (any ContentScanner)? = nil,
    _ body: (StagedSite, TestSite, String) async throws -> Void
  ) async throws {
    try await StagedSite.with { staged in
      let id = try await staged.made(
        [
          "title": "Lek bij de dijk", "origin": "ownObservation", "person": "noor",
          "confidentiality": "normal", "on": "1-2-2026",
        ], to: "/cases/new")
      let site = try TestSite(over: staged.stage, scanner: scanner)
      try await body(staged, site, "/cases/\(id)")
    }
  }
}

/// Finds what it was told to find, or does not answer.
private struct FakeScanner: ContentScanner {
  let verdict: ScanVerdict?

  func verdict(on content: ReceivedContent) async throws(ScanningFailure) -> ScanVerdict {
    guard let verdict else { throw ScanningFailure("niemand thuis") }
    return verdict
  }
}

extension TestSite {
  /// Sends a document to the case at `file`.
  fileprivate func file(
    _ name: String, _ content: [UInt8], in file: String,
    _ fields: [(name: String, value: String)] = [],
    command: Identity = .fresh()
  ) async throws -> TestResponse {
    let form = FormWithFile(
      [("command", command.description), ("on", "1-2-2026")] + fields, file: content, called: name)
    return try await ask(
      .post, "\(file)/documents", as: StagedSite.noor, headers: FormWithFile.headers,
      bytes: form.bytes)
  }
}
