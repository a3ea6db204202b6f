public import Foundation
import Yams

/// The sentences of the site in every language, read once at the start.
///
/// Each file of `web/text/<language>/` is flat: `key: sentence with {name}`. A sentence that depends on a
/// number stands twice, as `key.one` and `key.other`. Tests prove that every key in the source exists in
/// every language with the same names in it.
public struct Texts: Sendable {
  let sentences: [Language: [String: Sentence]]

  /// Why the texts could not be read.
  public struct Unreadable: Error, CustomStringConvertible {
    public let description: String
  }

  /// Reads all languages below `directory`.
  ///
  /// - Throws: `Unreadable`, naming the file, when one is not a flat list of texts or a key stands twice.
  public init(directory: URL) throws {
    var sentences: [Language: [String: Sentence]] = [:]
    for language in Language.allCases {
      let folder = directory.appending(path: language.rawValue)
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "yaml" {
        try Self.read(file, into: &sentences[language, default: [:]])
      }
    }
    self.sentences = sentences
  }

  private static func read(_ file: URL, into sentences: inout [String: Sentence]) throws {
    let source = try String(contentsOf: file, encoding: .utf8)
    guard let node = try Yams.compose(yaml: source) else { return }
    guard let mapping = node.mapping else {
      throw Unreadable(description: "\(file.path) is not a list of texts")
    }
    for (key, value) in mapping {
      guard let key = key.string, let text = value.scalar?.string else {
        throw Unreadable(description: "\(file.path): every line must be `key: text`")
      }
      guard sentences.updateValue(Sentence(text), forKey: key) == nil else {
        throw Unreadable(description: "\(file.path): \(key) stands twice")
      }
    }
  }

  /// The sentence at `key`; nil when there is none.
  func sentence(_ key: String, in language: Language) -> Sentence? {
    sentences[language]?[key]
  }
}

/// One text with places for values.
struct Sentence: Equatable, Sendable {
  enum Part: Equatable, Sendable {
    case words(String)
    case place(String)
  }

  let parts: [Part]

  /// The names of its places.
  var places: Set<String> {
    Set(
      parts.compactMap {
        switch $0 {
        case .words: nil
        case .place(let name): name
        }
      })
  }

  init(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text).utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { parts.append(.words(String(Substring(rest[..<open])))) }
      parts.append(.place(String(Substring(rest[rest.index(after: open)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(Substring(rest)))) }
    self.parts = parts
  }
}
