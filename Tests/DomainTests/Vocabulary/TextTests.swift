import Domain
import Foundation
import TestCast
import Testing

struct TextTests {
  private func line(_ raw: String) -> Result<Line, TextProblem> {
    Result { () throws(TextProblem) in try Line(raw) }
  }

  private func prose(_ raw: String) -> Result<Prose, TextProblem> {
    Result { () throws(TextProblem) in try Prose(raw) }
  }

  @Test(arguments: ["", " ", "\t\r\n ", "\u{A0}\u{2003}", "\u{200B}\u{FEFF}"])
  func `space alone is nothing`(raw: String) {
    #expect(line(raw) == .failure(.empty))
    #expect(prose(raw) == .failure(.empty))
  }

  @Test(arguments: [
    "a\u{0}b", "\u{0}", "a\u{7}", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\u{202E}b",
  ])
  func `what steers is not taken`(raw: String) {
    #expect(line(raw) == .failure(.controlCharacters))
    #expect(prose(raw) == .failure(.controlCharacters))
  }

  @Test func `space around a text goes`() throws {
    #expect(try line("  goal \r\n").get().description == "goal")
    #expect(try prose("\r\n goal\t\n").get().description == "goal")
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb", "a\tb", "a\u{2028}b"])
  func `a line has no line end in it`(raw: String) {
    #expect(line(raw) == .failure(.controlCharacters))
  }

  @Test func `prose keeps its lines, whatever the browser ends them with`() throws {
    #expect(try prose("a\r\nb\n\tc").get().description == "a\nb\n\tc")
    #expect(Array(try prose("a\r\n\r\nb").get().description.utf8) == Array("a\n\nb".utf8))
    #expect(prose("a\rb") == .failure(.controlCharacters))
    #expect(prose("a\r\r\nb") == .failure(.controlCharacters))
  }

  @Test func `a quote with an accent passes as it is`() throws {
    let raw = "\"\u{301}><script>\u{301}"
    #expect(Array(try line(raw).get().description.unicodeScalars) == Array(raw.unicodeScalars))
    #expect(Array(try prose(raw).get().description.unicodeScalars) == Array(raw.unicodeScalars))
  }

  @Test func `length is counted in scalars, after the space is gone`() throws {
    let full = String(repeating: "e\u{301}", count: Line.lengthMax / 2)
    #expect(try line("  \(full)  ").get().description.unicodeScalars.count == Line.lengthMax)
    #expect(line(full + "x") == .failure(.tooLong(max: 200)))
    let page = String(repeating: "x", count: Prose.lengthMax)
    #expect(try prose(page).get().description == page)
    #expect(prose(page + "x") == .failure(.tooLong(max: 10_000)))
    #expect(try prose(String(repeating: "\r\n", count: 20_000) + "x").get().description == "x")
  }

  @Test func `what is in the log is read even when today's bound is tighter`() throws {
    let long = String(repeating: "x", count: Line.lengthMax + 1)
    let json = try JSONEncoder().encode([long])
    #expect(try JSONDecoder().decode([Line].self, from: json).map(\.description) == [long])
  }

  @Test(arguments: ["noor", "a", "j.de-vries_2@ilt"])
  func `a person has a plain name`(text: String) {
    #expect(PersonID(text)?.description == text)
  }

  @Test(arguments: ["", "Noor", "noor ", "no or", "noör", "noor\u{301}", "a\u{0}", "n/o"])
  func `another name is no person's`(text: String) {
    #expect(PersonID(text) == nil)
  }

  @Test func `a name has an end`() {
    #expect(PersonID(String(repeating: "a", count: 64)) != nil)
    #expect(PersonID(String(repeating: "a", count: 65)) == nil)
  }

  @Test(arguments: [
    "javascript:alert(1)", "https://", "http://", "//x", "ftp://x", "https://a b", "https://é",
    "https://x\"onload=", "https://x\u{0}", "HTTPS://x",
  ])
  func `a link leads to a page or is none`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `a page has an address`() {
    let text = "https://magazines.ilent.nl/a?b=c&d='e'#f"
    #expect(WebAddress(text)?.description == text)
  }
}
