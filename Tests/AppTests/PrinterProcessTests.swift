import Foundation
import Testing
import Web

@testable import App

/// The program that prints, really run.
@Suite(.timeLimit(.minutes(5)))
struct PrinterProcessTests {
  private let document: HTML = """
    <!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Inspectierapport</title></head>
    <body><main><h1>Inspectierapport</h1><p>Een plas olie.</p></main></body></html>
    """

  @Test func `a page becomes a tagged PDF with its title and its language`() async throws {
    let pdf = try await PrinterProcess().pdf(of: document)
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    for mark in ["/MarkInfo", "/StructTreeRoot", "/Lang (nl)", "pdfuaid"] {
      #expect(text.contains(mark), "\(mark)")
    }
  }

  @Test func `whoever is not there is not run, and who is too slow is ended`() async throws {
    let absent = PrinterProcess(program: "/nonexistent/weasyprint")
    #expect(!absent.isThere)
    await #expect(throws: PrintingFailure.missing) { try await absent.pdf(of: document) }
    // It waits for ever, and says nothing.
    let endless = PrinterProcess(
      program: try await script("while :; do sleep 1; done"), timeLimit: .milliseconds(300))
    await #expect(throws: PrintingFailure.tooSlow) { try await endless.pdf(of: document) }
  }

  @Test func `time that is over before the program runs ends it too`() async throws {
    let late = PrinterProcess(
      program: try await script("while :; do sleep 1; done"), timeLimit: .zero)
    await #expect(throws: PrintingFailure.tooSlow) { try await late.pdf(of: document) }
  }

  @Test func `a program whose document nobody waits for any more is ended`() async throws {
    let endless = try await script("while :; do sleep 1; done")
    let printer = PrinterProcess(program: endless)
    let asked = Task { try await printer.pdf(of: document) }
    asked.cancel()
    await #expect(throws: PrintingFailure.failed("CancellationError()")) { try await asked.value }
  }

  @Test func `what a program complains of is for the operator`() async throws {
    let failing = PrinterProcess(program: try await script("echo geen lettertype >&2; exit 3"))
    await #expect(throws: PrintingFailure.failed("geen lettertype\n")) {
      try await failing.pdf(of: document)
    }
    let silent = PrinterProcess(program: try await script("exit 0"))
    await #expect(throws: PrintingFailure.failed("what came out is no PDF, or too large")) {
      try await silent.pdf(of: document)
    }
  }

  @Test func `who comes when all places are taken waits for one`() async throws {
    let short = try await script("printf '%%PDF-'; sleep 0.1")
    let printer = PrinterProcess(program: short, runsMax: 1)
    let printed = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 { group.addTask { try await printer.pdf(of: document).count } }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(printed == [5, 5, 5, 5])
  }

  @Test func `who waits longer than may be is refused`() async throws {
    let printer = PrinterProcess(patience: .milliseconds(20), runsMax: 0)
    await #expect(throws: PrintingFailure.busy) { try await printer.pdf(of: document) }
  }

  /// Written by another program: what a test beside this one starts meanwhile would hold a file of ours open for
  /// writing, and such a file cannot be run.
  private func script(_ body: String) async throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "koers-printer-\(UUID().uuidString)").path
    _ = try await said(
      by: ["install", "--mode=755", "/dev/stdin", path], given: "#!/bin/sh\n\(body)\n")
    return path
  }
}
