import EventSourcing
import Foundation
import Testing
import Web

@testable import App

/// The programs that take metadata out of a PDF, really run.
struct PDFStripperProcessTests {
  private static let page: HTML = """
    <!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Melding van de buren</title>
    <meta name="author" content="Piet Melder"><meta name="generator" content="Schrijfmachine"></head>
    <body><main><h1>Wat te zien is</h1><p>Een plas olie.</p></main></body></html>
    """

  @Test
  func `a PDF loses its title, its author and its program, and keeps its text and its structure`()
    async throws
  {
    let pdf = try await PrinterProcess().pdf(of: Self.page)
    let came = try await plain(pdf)
    #expect(came.holds("Piet Melder") && came.holds("Schrijfmachine") && came.holds("/Metadata"))
    let rest = HeldRest()
    try await StripperProcess.forPDF().strip(
      HeldContent(pdf, inPiecesOf: 1000).received, into: rest)
    let left = try await plain(rest.bytes)
    for trace in ["Piet Melder", "Schrijfmachine", "/Author", "/Producer", "/Metadata", "xpacket"] {
      #expect(!left.holds(trace), "\(trace)")
    }
    // Which language and which headings it has is for who cannot see it.
    #expect(left.holds("/StructTreeRoot") && left.holds("/Lang"))
    let text = try await text(of: rest.bytes)
    #expect(text == (try await self.text(of: pdf)) && !text.isEmpty)
  }

  @Test func `what is no PDF is refused, and nothing of it goes on`() async throws {
    let rest = HeldRest()
    await #expect(throws: StrippingFailure.self) {
      try await StripperProcess.forPDF().strip(
        HeldContent(Array("%PDF-1.7 rommel".utf8), inPiecesOf: 5).received, into: rest)
    }
    #expect(rest.bytes.isEmpty)
  }

  @Test func `whoever is not there is not run, and who comes when all places are taken is refused`()
    async throws
  {
    let pdf = HeldContent(Array("%PDF-".utf8), inPiecesOf: 5).received
    let absent = StripperProcess.forPDF(qpdf: "/nonexistent/qpdf")
    #expect(absent.kinds.isEmpty)
    await #expect { try await absent.strip(pdf, into: HeldRest()) } throws: { "\($0)" == "missing" }
    let full = StripperProcess.forPDF(runsMax: 0)
    await #expect { try await full.strip(pdf, into: HeldRest()) } throws: { "\($0)" == "busy" }
  }

  /// All that is in `pdf`, with nothing compressed.
  private func plain(_ pdf: [UInt8]) async throws -> [UInt8] {
    let output = try NamelessFile()
    try await BoundedProgram("/usr/bin/qpdf", timeLimit: .seconds(30)).run(
      ["--qdf", "--object-streams=disable", "/dev/stdin", "-"], reading: try NamelessFile(pdf),
      writing: output)
    return try output.bytes()
  }

  /// What its pages draw, operator by operator.
  private func text(of pdf: [UInt8]) async throws -> [[UInt8]] {
    try await plain(pdf).split(separator: 0x0A).filter { $0.hasSuffix("Tj") || $0.hasSuffix("TJ") }
      .map(Array.init)
  }
}

extension Collection<UInt8> {
  fileprivate func holds(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }

  fileprivate func hasSuffix(_ text: String) -> Bool {
    Array(self.suffix(text.utf8.count)).elementsEqual(text.utf8)
  }
}
