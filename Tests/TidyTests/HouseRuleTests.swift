import Foundation
import Testing

/// House rules that a test can keep; STYLE.md has their reasons.
struct HouseRuleTests {
  static let swift = Repository.swift + Repository.tests
  static let documents = Repository.files(in: "docs", endingWith: ".md")
  static let sql = Repository.files(in: "sql", endingWith: ".sql")
  static let linesMax = 350

  @Test(arguments: Repository.swift)
  func `a file is one idea`(file: SourceFile) {
    #expect(
      file.lines.count <= Self.linesMax,
      "\(file.path) has \(file.lines.count) lines: which noun is hiding in it?")
  }

  @Test(arguments: Repository.swift)
  func `there are no junk rooms`(file: SourceFile) {
    let rooms = ["Core", "Common", "Utils", "Utilities", "Helpers", "Extensions", "Misc", "Empty"]
    let parts = file.path.replacing(".swift", with: "").split(separator: "/").map(String.init)
    #expect(Set(parts).isDisjoint(with: rooms), "\(file.path)")
    for ending in ["Manager", "Impl", "V2", "Helper", "Util"] {
      #expect(parts.last?.hasSuffix(ending) == false, "\(file.path)")
    }
  }

  @Test(arguments: swift)
  func `nothing is left to do in a comment`(file: SourceFile) {
    let words = ["FIX" + "ME", "TO" + "DO"]
    for (number, line) in file.lines.enumerated() {
      for word in words where line.contains(word) {
        Issue.record("\(file.path):\(number + 1): \(word)")
      }
    }
  }

  @Test(arguments: Repository.tests)
  func `no test sleeps`(file: SourceFile) {
    for (number, line) in file.code {
      for word in ["Task." + "sleep", "usl" + "eep(", " sl" + "eep("] where line.contains(word) {
        Issue.record("\(file.path):\(number): \(word)")
      }
    }
  }

  @Test(arguments: Repository.tests)
  func `the name of a test is a sentence`(file: SourceFile) {
    for (number, line) in file.code where line.drop(while: { $0 == " " }).hasPrefix("@Test func") {
      #expect(line.contains("func `"), "\(file.path):\(number)")
    }
  }

  @Test(arguments: documents)
  func `a document has one title`(file: SourceFile) {
    var isCode = false
    var titles = 0
    for line in file.lines {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("# ") { titles += 1 }
    }
    #expect(titles == 1, "\(file.path)")
  }

  @Test func `decision records are numbered without a gap`() {
    let numbers = Self.documents.filter { $0.path.hasPrefix("docs/adr/") }
      .map { $0.path.dropFirst("docs/adr/".count).prefix(4) }
    #expect(numbers.map { Int($0) } == Array(1...max(numbers.count, 1)))
  }

  @Test(arguments: sql)
  func `an object of the database has a file of its name`(file: SourceFile) {
    guard !file.path.hasPrefix("sql/migrations/") else { return }
    let name = file.path.split(separator: "/").last?.replacing(".sql", with: "") ?? ""
    #expect(file.text.contains(name), "\(file.path) does not mention \(name)")
  }

  @Test(arguments: Repository.swift)
  func `text is not taken apart by character`(file: SourceFile) {
    for (number, line) in file.code {
      for word in [": Character", "Character("] where line.contains(word) {
        Issue.record("\(file.path):\(number): parse on utf8 or unicodeScalars")
      }
    }
  }
}
