import Domain
import EventSourcing
import Testing

@testable import Web

/// The file by which organisations hand each other what they know, as others might write it.
struct BankFileTests {
  private static let entry =
    #"{"id":"0190a1b2-0000-7000-8000-0000000000ff","provenance":{"organisation":"NVWA","version":2,"#
    + #""licence":"CC0-1.0"},"kind":"literature","title":"Toon","text":"De toon telt.","#
    + #""interventionTypes":[],"determinants":["T2"],"evidence":"reviewed"}"#

  private static func file(_ entries: String, version: String = "1") -> String {
    #"{"format":"koers-bank","formatVersion":"# + version
      + #","organisation":"NVWA","licence":"CC0-1.0","writtenOn":"2026-02-01","entries":["#
      + entries + "]}"
  }

  private func read(_ text: String) throws(FileProblem) -> BankFile {
    try BankFile(reading: Array(text.utf8))
  }

  @Test func `what is written is read as the same`() throws {
    let file = try read(Self.file(Self.entry))
    #expect(file.entries.first?.article.title.description == "Toon")
    #expect(try BankFile(reading: file.written) == file)
  }

  @Test func `whatever is wrong has its place`() {
    func problem(_ text: String) -> FileProblem? {
      do throws(FileProblem) { _ = try read(text) } catch { return error }
      return nil
    }
    let entry = Self.entry
    #expect(problem("[]") == FileProblem(.notAnObject))
    #expect(problem("{") == FileProblem(.malformed(line: 1)))
    #expect(
      problem(Self.file(entry, version: "2"))
        == FileProblem(.notANumber(low: 1, high: 1), at: "formatVersion"))
    #expect(
      problem(Self.file(entry + "," + entry)) == FileProblem(.twice, at: "entries[1].id"))
    #expect(
      problem(Self.file(entry.replacing(#""T2""#, with: #""T2","T2""#)))
        == FileProblem(.twice, at: "entries[0].determinants[1]"))
    #expect(
      problem(Self.file(entry.replacing("literature", with: "rumour")))
        == FileProblem(.notAllowed, at: "entries[0].kind"))
    #expect(
      problem(Self.file(entry.replacing(#""title":"Toon","#, with: "")))
        == FileProblem(.missing, at: "entries[0].title"))
    #expect(
      problem(Self.file(entry.replacing(#""version":2"#, with: #""version":0"#)))
        == FileProblem(
          .notANumber(low: 1, high: BankFile.entryVersionMax), at: "entries[0].provenance.version"))
    #expect(
      problem(#"{"format":"koers-bank","format":"koers-bank"}"#)
        == FileProblem(.repeatedName("format")))
  }
}

extension BankFile {
  /// As it goes over the line.
  fileprivate var written: [UInt8] {
    get throws { try Payload.encode(json) }
  }
}
