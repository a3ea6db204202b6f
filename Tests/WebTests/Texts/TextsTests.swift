import Foundation
import Testing

@testable import Web

private let texts = Result { try Texts(directory: TestSite.folder.appending(path: "text")) }

/// A sentence by number stands under two keys and is asked for by one.
private func asked(_ key: String) -> String {
  for suffix in [".one", ".other"] where key.hasSuffix(suffix) {
    return String(key.dropLast(suffix.count))
  }
  return key
}

@Test func `every sentence stands in every language, with the same places`() throws {
  let texts = try texts.get()
  let dutch = try #require(texts.sentences[.dutch])
  let english = try #require(texts.sentences[.english])
  #expect(Set(dutch.keys).symmetricDifference(english.keys).sorted() == [])
  for (key, sentence) in dutch {
    #expect(sentence.places == english[key]?.places, "\(key)")
    #expect(!sentence.parts.isEmpty, "\(key) is empty")
  }
}

@Test func `a sentence by number stands for one and for more`() throws {
  let keys = Set(try #require(try texts.get().sentences[.dutch]).keys)
  for key in keys where key != asked(key) {
    #expect(keys.contains(asked(key) + ".one") && keys.contains(asked(key) + ".other"), "\(key)")
  }
}

@Test func `every sentence that the source asks for is there, and no other`() throws {
  let keys = Set(try #require(try texts.get().sentences[.dutch]).keys.map(asked))
  let used = try Source.files().flatMap { $0.keys() }
  let missing = used.filter { !keys.contains($0.key) }
  #expect(missing.map(\.place) == [], "keys in the source without a text")
  let unused = keys.subtracting(used.map(\.key))
  #expect(unused.sorted() == [], "texts that nothing asks for")
}

@Test func `no page holds words of its own`() throws {
  let places = try Source.files().flatMap { $0.words() }
  #expect(places == [], "words between tags belong in web/text")
}

@Test func `every attribute stands in quotes, and none holds a script or a style`() throws {
  // A report goes out by itself, and brings its style along.
  let files = try Source.files().filter { $0.path != "Cases/Reports/ReportStyle.swift" }
  let places = files.flatMap { $0.riskyMarkup() }
  #expect(places == [])
}

/// A Swift file of the site, looked through for text.
struct Source {
  let path: String
  let lines: [Substring]

  static func files() throws -> [Source] {
    let root = TestSite.folder.appending(path: "../Sources/Web").standardized
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      return Source(
        path: name, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  private var code: [(number: Int, line: Substring)] {
    lines.enumerated().map { ($0.offset + 1, $0.element) }
      .filter { !$0.1.drop { $0 == " " }.hasPrefix("//") }
  }

  /// Every string literal of the form `word.word`, which is a key of a text.
  func keys() -> [(key: String, place: String)] {
    code.flatMap { number, line in
      line.matches(of: /"([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)"/)
        .map { String($0.1) }
        .filter {
          !["svg", "css", "js", "ico", "txt"].contains($0.split(separator: ".").last ?? "")
        }
        .map { ($0, "\(path):\(number) \($0)") }
    }
  }

  /// Letters between tags in a literal.
  func words() -> [String] {
    code.compactMap { number, line in
      line.contains(/>[^<>"\\=(){}]*[a-zA-Z]{2,}[^<>"\\=(){}]*<\//) ? "\(path):\(number)" : nil
    }
  }

  func riskyMarkup() -> [String] {
    code.compactMap { number, line in
      line.contains(/<[a-z][^>]*=\\\(|<[a-z][^>]* on[a-z]+=|<[a-z][^>]* style=|<style/)
        ? "\(path):\(number)" : nil
    }
  }
}
