import Foundation
import Testing

/// What docs/asvs.md claims can be looked at, and it leaves nothing out.
struct RequirementTests {
  static let document = SourceFile(
    Repository.root.appending(path: "docs/asvs.md"), under: Repository.root)
  static let requirements = document?.lines.compactMap { Requirement($0) } ?? []

  @Test func `every requirement of levels 1 and 2 stands there once, with its level`() {
    #expect(SecurityStandard.levels.count == 253)
    let levels = Dictionary(grouping: Self.requirements, by: \.number)
    #expect(levels.mapValues { $0.map(\.level) } == SecurityStandard.levels.mapValues { [$0] })
  }

  @Test func `the counts are those of the table`() throws {
    func count(_ verdict: Requirement.Verdict) -> Int {
      Self.requirements.count { $0.verdict == verdict }
    }
    let sentence = """
      Of \(Self.requirements.count) requirements \(count(.met)) are met, \(count(.partly)) partly, \
      \(count(.notMet)) not met and \(count(.notApplicable)) not applicable.
      """
    #expect(try #require(Self.document).text.contains(sentence), "\(sentence)")
  }

  @Test(arguments: requirements)
  func `what shows it is there, and nothing is met without it`(_ requirement: Requirement) throws {
    for evidence in requirement.evidence {
      let url = Repository.root.appending(path: evidence.path)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(evidence.path)")
      guard let test = evidence.test else { continue }
      let file = try #require(SourceFile(url, under: Repository.root), "\(evidence.path)")
      let isThere = file.text.contains("func `\(test)`") || file.text.contains("def \(test)(")
      #expect(isThere, "\(evidence.path) has no test '\(test)'")
    }
    switch requirement.verdict {
    case .met: #expect(!requirement.evidence.isEmpty)
    case .partly, .notMet, .notApplicable: #expect(!requirement.reason.isEmpty)
    }
  }
}

/// A line of the table.
struct Requirement: Sendable, CustomTestStringConvertible {
  let number: String
  let level: Int
  let verdict: Verdict
  /// What shows that it is met, or why it is not.
  let reason: Substring

  enum Verdict: String {
    case met
    case partly
    case notMet = "**not met**"
    case notApplicable = "not applicable"
  }

  /// A file, or one test in it.
  struct Evidence {
    let path: String
    let test: String?
  }

  /// Nil for a line that is none of the table's.
  init?(_ line: Substring) {
    guard line.hasPrefix("| V") else { return nil }
    let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
    guard cells.count == 5, let level = Int(cells[1].trimmingCharacters(in: .whitespaces)),
      let verdict = Verdict(rawValue: cells[3].trimmingCharacters(in: .whitespaces))
    else { return nil }
    number = cells[0].trimmingCharacters(in: .whitespaces)
    self.level = level
    self.verdict = verdict
    reason = cells[4]
  }

  /// What stands between backquotes and begins as a path of the repository does.
  var evidence: [Evidence] {
    let rooms = ["Sources/", "Tests/", "docs/", "ops/", "sql/", "web/", "data/"]
    let files = ["Package.swift", "STYLE.md"]
    return reason.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { index, text in
        index % 2 == 1
          && (rooms.contains { text.hasPrefix($0) } || files.contains(String(text)))
      }
      .map { _, text in
        let words = text.split(separator: " ", maxSplits: 1)
        return Evidence(path: String(words[0]), test: words.count == 2 ? String(words[1]) : nil)
      }
  }

  var testDescription: String { number }
}
