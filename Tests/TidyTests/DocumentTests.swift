import Foundation
import Testing

/// What the documents point at is there.
struct DocumentTests {
  static let documents =
    Repository.files(in: "docs", endingWith: ".md")
    + ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md", "CHANGELOG.md"]
    .compactMap { SourceFile(Repository.root.appending(path: $0), under: Repository.root) }

  @Test func `the documents of the first hour are there`() {
    #expect(Self.documents.count >= 5)
    for name in ["LICENSE", "docs/glossary.md", "docs/operations.md", "docs/settings.md"] {
      #expect(isThere(name), "\(name)")
    }
  }

  @Test(arguments: documents)
  func `a path that a document names exists`(document: SourceFile) {
    let rooms = ["Sources/", "Tests/", "docs/", "ops/", "sql/", "web/", "data/"]
    for word in quoted(document.text) where rooms.contains(where: { word.hasPrefix($0) }) {
      let path = word.split(separator: " ")[0]
      guard !path.contains("…"), !path.contains("<"), !path.contains("*") else { continue }
      #expect(isThere(String(path)), "\(document.path) names \(path)")
    }
  }

  private func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path)
  }

  /// What stands between backquotes, or between brackets as a link.
  private func quoted(_ text: String) -> [Substring] {
    let codes = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    let links = text.split(separator: "](").dropFirst().compactMap {
      $0.split(separator: ")").first
    }
    return codes + links
  }
}
