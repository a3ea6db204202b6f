import Foundation
import Testing

/// The files of this repository, as the house rules read them.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file under `folder` whose name ends with one of `endings`, in order of path.
  static func files(in folder: String, endingWith endings: String...) -> [SourceFile] {
    let top = root.appending(path: folder)
    let found = FileManager.default.enumerator(
      at: top, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    let urls = found?.compactMap { $0 as? URL } ?? []
    return urls.filter { url in endings.contains { url.lastPathComponent.hasSuffix($0) } }
      .compactMap { SourceFile($0, under: root) }
      .sorted { $0.path < $1.path }
  }

  static let swift = files(in: "Sources", endingWith: ".swift")
  static let tests = files(in: "Tests", endingWith: ".swift")
}

/// One file: where it is and what it says.
struct SourceFile: Sendable, CustomTestStringConvertible {
  let path: String
  let text: String

  init?(_ url: URL, under root: URL) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    path = String(url.standardized.path.dropFirst(root.standardized.path.count + 1))
    self.text = text
  }

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  var testDescription: String { path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The lines that are not comments, with their numbers.
  var code: [(number: Int, line: Substring)] {
    lines.enumerated().map { ($0.offset + 1, $0.element) }
      .filter { !$0.line.drop { $0 == " " }.hasPrefix("//") }
  }

  /// The modules it imports.
  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
          !line.hasPrefix(" ")
        else { return nil }
        return words.last.map { String($0.split(separator: ".")[0]) }
      })
  }
}
