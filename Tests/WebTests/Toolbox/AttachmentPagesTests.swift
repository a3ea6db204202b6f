import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import ReadModels
import Reads
import TestStaging
import TestSupport
import Testing

@testable import Web

/// Documents are added to a session, taken along and removed, in the browser's way.
struct AttachmentPagesTests {
  private static let report = Array("%PDF-1.7 Wat er gezegd is".utf8)

  @Test func `an attachment is listed with what it is, how much and who added it`() async throws {
    try await withSession { staged, session in
      let content = Self.report + Array(repeating: 0, count: 2000)
      let id = try await staged.attached(content, called: "één verslag.pdf", to: session)
      let page = try await staged.page(session)
      #expect(page.contains("href=\"\(session)/attachments/\(id)\">één verslag.pdf</a>"))
      #expect(page.contains("Wat er gezegd is"))
      #expect(page.contains("PDF, 2 kB, toegevoegd door Noor de Wit op 1 februari 2026"))
      #expect(page.contains("\(session)/attachments/\(id)/end"))
      let history = try await staged.page(staged.toolbox(of: session) + "/history")
      #expect(history.contains("Bij de sessie ‘Focusgroep’ is een bijlage toegevoegd."))
    }
  }

  @Test func `it comes back byte for byte, to be saved and never to be shown`() async throws {
    try await withSession { staged, session in
      let content = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
      let photo = [0xFF, 0xD8, 0xFF] + content
      let id = try await staged.attached(photo, called: "één bord.jpg", to: session)
      let answer = try await staged.site.ask(
        .get, "\(session)/attachments/\(id)", as: StagedSite.amina)
      #expect(answer.status == .ok)
      #expect(Array(answer.body.readableBytesView) == photo)
      #expect(answer.headers[.contentType] == "image/jpeg")
      #expect(
        answer.headers[.contentDisposition]
          == "attachment; filename=\"__n bord.jpg\"; filename*=UTF-8''%C3%A9%C3%A9n%20bord.jpg")
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.cacheControl] == "no-store")
      let policy = try #require(answer.headers[.contentSecurityPolicy])
      #expect(policy.hasPrefix("sandbox; default-src 'none'"))
    }
  }

  @Test func `who had it break off gets the rest, as long as it is the same`() async throws {
    try await withSession { staged, session in
      let photo = [0xFF, 0xD8, 0xFF] + (0..<600_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
      let id = try await staged.attached(photo, called: "bord.jpg", to: session)
      func ask(_ fields: HTTPFields) async throws -> TestResponse {
        try await staged.site.ask(
          .get, "\(session)/attachments/\(id)", as: StagedSite.amina, headers: fields)
      }
      let whole = try await ask([:])
      #expect(whole.headers[.acceptRanges] == "bytes")
      let tag = try #require(whole.headers[.eTag])
      let rest = try await ask([.range: "bytes=300000-", .ifRange: tag])
      #expect(rest.status == .partialContent)
      #expect(rest.headers[.contentRange] == "bytes 300000-600002/600003")
      #expect(Array(rest.body.readableBytesView) == Array(photo[300_000...]))
      let middle = try await ask([.range: "bytes=262143-262144"])
      #expect(Array(middle.body.readableBytesView) == Array(photo[262_143...262_144]))
      let other = try await ask([.range: "bytes=300000-", .ifRange: "\"iets anders\""])
      #expect(other.status == .ok && Array(other.body.readableBytesView) == photo)
      let beyond = try await ask([.range: "bytes=600003-"])
      #expect(beyond.status == .rangeNotSatisfiable)
      #expect(beyond.headers[.contentRange] == "bytes */600003")
    }
  }

  @Test func `who took it along stands in the read log before it goes out`() async throws {
    try await withSession { staged, session in
      let id = try await staged.attached(to: session)
      let reads = KeptReads()
      let site = try TestSite(over: staged.stage, reads: reads)
      _ = try await site.ask(.get, "\(session)/attachments/\(id)", as: StagedSite.amina)
      let line = try #require(await reads.lines.first)
      #expect(line.person == StagedSite.amina.id && line.kind == .export && line.status == 200)
      #expect(await reads.assurances == [.durable])
      await reads.fail(.notKept)
      let answer = try await site.ask(.get, "\(session)/attachments/\(id)", as: StagedSite.amina)
      #expect(answer.status == .serviceUnavailable)
    }
  }

  @Test func `it is removed with a reason, and stands there for who looks back`() async throws {
    try await withSession { staged, session in
      let id = try await staged.attached(Self.report, to: session)
      let position = try await staged.log.head()
      try await staged.send(["on": "1-2-2026"], to: "\(session)/attachments/\(id)/end")
      #expect(try await staged.page(session).contains("verslag.pdf"), "without a reason it stays")
      try await staged.send(
        ["reason": "Verkeerde versie", "on": "2-2-2026"], to: "\(session)/attachments/\(id)/end")
      #expect(!(try await staged.page(session).contains("verslag.pdf")))
      let download = "\(session)/attachments/\(id)"
      #expect(try await staged.site.ask(.get, download, as: StagedSite.noor).status == .notFound)
      let earlier = try await staged.page("\(session)?as-of=\(position)")
      #expect(earlier.contains("\(download)?as-of=\(position)"))
      #expect(
        try await staged.page("\(download)?as-of=\(position)")
          == String(decoding: Self.report, as: UTF8.self))
      let history = try await staged.page(staged.toolbox(of: session) + "/history")
      #expect(history.contains("Verkeerde versie"))
    }
  }

  @Test(arguments: [
    ("MZ\u{90}\0\u{3}", "programma.exe", "Dit soort bestand nemen we niet aan."),
    ("GIF89a\u{1}\0", "plaatje.png", "Dit soort bestand nemen we niet aan."),
    ("", "leeg.pdf", "Dit bestand is leeg."),
    ("%PDF-", "map/", "Geef het een andere naam."),
  ])
  func `what is not taken comes back with why, and with the other fields as they were`(
    content: String, name: String, why: String
  ) async throws {
    try await withSession { staged, session in
      let head = try await staged.log.head()
      let answer = try await staged.send(
        ["description": "Zoals besproken", "on": "3 februari 2026"],
        with: Array(content.utf8), called: name, to: session + "/attachments")
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains(why))
      #expect(answer.text.contains("value=\"Zoals besproken\""))
      #expect(answer.text.contains("value=\"3 februari 2026\""))
      #expect(answer.text.contains("Kies het bestand opnieuw"))
      #expect(try await staged.log.head() == head)
      #expect(try await staged.partCount() == 0)
    }
  }

  @Test func `a file as large as it may be is taken, and a byte more is not`() async throws {
    try await withSession { staged, session in
      let bytesMax = 1024 * 1024
      let whole = Self.report + Array(repeating: 7, count: bytesMax)
      let (fields, address): (KeyValuePairs, _) = (["on": "1-2-2026"], session + "/attachments")
      let taken = try await staged.send(
        fields, with: Array(whole.prefix(bytesMax)), called: "a.pdf", to: address)
      #expect(taken.status == .seeOther)
      #expect(try await staged.page(session).contains("PDF, 1 MB"))
      let refused = try await staged.send(
        fields, with: Array(whole.prefix(bytesMax + 1)), called: "b.pdf",
        to: address)
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains("Kies een bestand van ten hoogste 1 MB."))
      let huge = try await staged.send(
        ["description": "Opname", "on": "1-2-2026"],
        with: Array(repeatElement(whole, count: 5).joined()), called: "c.pdf", to: address)
      #expect(huge.status == .unprocessableContent)
      #expect(huge.text.contains("Kies een bestand van ten hoogste 1 MB."))
      #expect(huge.text.contains("value=\"Opname\"") && huge.text.contains("value=\"1-2-2026\""))
      #expect(try await staged.incomingCount() == 0, "of none of them anything waits")
    }
  }

  @Test func `a form without a file, and one whose session is over, add nothing`() async throws {
    try await withSession { staged, session in
      let without = try await staged.send(["on": "1-2-2026"], to: session + "/attachments")
      #expect(without.status == .unprocessableContent)
      #expect(without.text.contains("Kies een bestand."))
      try await staged.send(["on": "1-2-2026"], to: session + "/conclusion")
      let page = try await staged.page(session)
      #expect(!page.contains("\(session)/attachments\""))
      #expect(!page.contains("/end\""))
      let late = try await staged.send(
        ["on": "1-2-2026"], with: Array("te laat".utf8), called: "laat.txt",
        to: session + "/attachments")
      #expect(late.status == .unprocessableContent)
      #expect(late.text.contains("De sessie is afgesloten op"))
    }
  }

  @Test func `the same form sent twice adds once, and with another file it is refused`()
    async throws
  {
    try await withSession { staged, session in
      let command = Identity.fresh()
      func send(_ text: String) async throws -> TestResponse {
        try await staged.send(
          ["on": "1-2-2026"], with: Array(text.utf8), called: "brief.txt",
          to: session + "/attachments", command: command)
      }
      #expect(try await send("een").status == .seeOther)
      let head = try await staged.log.head()
      #expect(try await send("een").status == .seeOther)
      #expect(try await send("twee").status == .conflict)
      #expect(try await staged.log.head() == head)
      let again = try await staged.send(
        ["on": "1-2-2026"], with: Array("een".utf8), called: "kopie.txt",
        to: session + "/attachments")
      #expect(again.text.contains("Dit bestand zit al bij de sessie."))
    }
  }

  @Test func `who may not do analyses adds none, and who may not see the programme finds none`()
    async throws
  {
    try await withSession { staged, session in
      let id = try await staged.attached(to: session)
      let send = { (person: Person) in
        try await staged.send(
          ["on": "1-2-2026"], with: Array("x".utf8), called: "x.txt", to: session + "/attachments",
          as: person)
      }
      #expect(try await send(StagedSite.lotte).status == .forbidden)
      #expect(!(try await staged.page(session, as: StagedSite.lotte).contains("/end\"")))
      let elsewhere = try await staged.adopted(number: 5)
      let programme = try #require(ProgrammeID(String(elsewhere.dropFirst("/programmes/".count))))
      let guest = Person(
        try #require(PersonID("gast")), of: AccountID(.fresh()), name: "Gast",
        authority: Authority([.role(.programmeManager, in: .programme(id: programme))]),
        organisation: StagedSite.noor.organisation)
      let site = try TestSite(over: staged.stage, people: StagedSite.people + [guest])
      let download = "\(session)/attachments/\(id)"
      #expect(try await site.ask(.get, download, as: StagedSite.lotte).status == .ok)
      #expect(try await site.ask(.get, download, as: guest).status == .forbidden)
      // Nor by way of what they may see.
      let moved = "\(elsewhere)/toolbox/sessions/\(session.suffix(36))/attachments/\(id)"
      #expect(try await site.ask(.get, moved, as: guest).status == .notFound)
    }
  }

  @Test func `a content that is not what was kept is a sentence and an alarm, and never a file`()
    async throws
  {
    try await withSession { staged, session in
      let id = try await staged.attached(to: session)
      for change: Statement in [
        "UPDATE documents.chunk SET closed = set_byte(closed, 20, get_byte(closed, 20) # 1)",
        "DELETE FROM documents.chunk",
      ] {
        try await staged.stage.owner.run(change)
        let answer = try await staged.site.ask(
          .get, "\(session)/attachments/\(id)", as: StagedSite.noor)
        #expect(answer.status == .internalServerError)
        #expect(answer.text.contains("is er niet meer, of is beschadigd"))
        #expect(answer.headers[.contentDisposition] == nil)
        #expect(
          staged.site.said.lines(at: .error).contains { $0.hasPrefix("A document does not open") })
      }
    }
  }

  @Test func `while the store does not answer nothing is recorded, and the form comes back`()
    async throws
  {
    try await withSession { staged, session in
      let site = try TestSite(over: staged.stage, documents: AbsentStore())
      let head = try await staged.log.head()
      let form = FormWithFile(
        [("command", Identity.fresh().description), ("description", "Brief"), ("on", "1-2-2026")],
        file: Array("Beste Joris".utf8), called: "brief.txt")
      let answer = try await site.ask(
        .post, session + "/attachments", as: StagedSite.noor, headers: FormWithFile.headers,
        bytes: form.bytes)
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.headers[.retryAfter] != nil)
      #expect(answer.text.contains("value=\"Brief\""))
      #expect(try await staged.log.head() == head)
    }
  }

  @Test func `a content whose key is destroyed is said to be erased`() async throws {
    try await withSession { staged, session in
      let id = try await staged.attached(to: session)
      let programme = try #require(ProgrammeID(String(session.dropFirst(12).prefix(36))))
      try await staged.stage.destroy(
        keyOf: StreamName(Analysis.category, programme.identity))
      let answer = try await staged.site.ask(
        .get, "\(session)/attachments/\(id)", as: StagedSite.noor)
      #expect(answer.status == .notFound)
      #expect(answer.text.contains("De inhoud van dit bestand is gewist."))
      #expect(try await staged.partCount() == 0)
    }
  }

  /// A session that goes on, with nothing in it yet.
  private func withSession(_ body: (StagedSite, String) async throws -> Void) async throws {
    try await StagedSite.with { staged in
      let sessions = try await staged.begunToolbox().address + "/sessions"
      let session = try await staged.made(
        [
          "step": "choose", "title": "Focusgroep", "form": "focusGroup", "held": "1-2-2026",
          "on": "1-2-2026",
        ], to: sessions)
      try await body(staged, "\(sessions)/\(session)")
    }
  }
}

/// A store that is away.
private struct AbsentStore: DocumentStore {
  struct Away: Error {}

  func incoming() async throws(DocumentFailure) -> any IncomingContent {
    throw .unavailable(Away())
  }

  func keep(_ content: ReceivedContent, of stream: StreamName) async throws(DocumentFailure) {
    throw .unavailable(Away())
  }

  func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> any ContentCursor { throw .unavailable(Away()) }
}

extension StagedSite {
  /// The toolbox that the session at `address` belongs to.
  fileprivate func toolbox(of address: String) -> String {
    String(address.prefix("/programmes/".count + 36 + "/toolbox".count))
  }
}
