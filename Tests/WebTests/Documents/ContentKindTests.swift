import Domain
import Foundation
import Testing

@testable import Web

/// Which kinds of file are taken, by what is in them.
struct ContentKindTests {
  typealias Kind = FiledDocument.Kind

  @Test(arguments: [
    ("%PDF-1.7\n...", Kind.pdf), ("Beste Joris,\nDé afspraak", .text), ("\u{FEFF}a;b\n1;2", .text),
    ("<html><script>alert(1)</script></html>", .text), ("PKB-procedure", .text),
  ])
  func `a beginning or plain text tells what it is`(content: String, kind: Kind) {
    #expect(self.kind(Array(content.utf8)) == kind)
  }

  @Test func `a photo is known by its first bytes, whatever it is called`() {
    #expect(kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "foto.pdf") == .png)
    #expect(kind([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "foto.exe") == .jpeg)
  }

  @Test func `a text is a table when it is called one`() {
    #expect(kind(Array("a;b".utf8), "cijfers.CSV") == .csv)
    #expect(kind(Array("%PDF-".utf8), "cijfers.csv") == .pdf)
  }

  @Test(arguments: [
    ("word/document.xml", Kind.docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx),
  ])
  func `an office document is known by its parts`(part: String, kind: Kind) {
    let names = ["[Content_Types].xml", "_rels/.rels", part]
    #expect(self.kind(Archive(names).bytes) == kind)
    #expect(self.kind(Archive(Array(names.dropFirst())).bytes) == nil)
    #expect(self.kind(Archive(names + ["word/vbaProject.bin"]).bytes) == nil, "it has macros")
  }

  @Test(arguments: [Kind.odt, .ods, .odp])
  func `an OpenDocument is known by its media type`(kind: Kind) {
    let archive = Archive(["mimetype", "content.xml"], first: kind.mediaType)
    #expect(self.kind(archive.bytes) == kind)
    let template = Archive(["mimetype", "content.xml"], first: kind.mediaType + "-template")
    #expect(self.kind(template.bytes) == nil)
    let macros = Archive(["mimetype", "Basic/Standard/Module1.xml"], first: kind.mediaType)
    #expect(self.kind(macros.bytes) == nil)
  }

  @Test func `anything else is not taken`() {
    let refused: [[UInt8]] = [
      Array("MZ".utf8) + [0, 1], [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], [0xC3, 0x28],
      Array("tekst".utf8) + [0], Archive(["a.txt"]).bytes,
      Array("GIF89a".utf8) + [1, 0, 1, 0],
    ]
    for bytes in refused { #expect(kind(bytes) == nil) }
  }

  @Test func `an archive that is cut off, or followed by something, is none`() {
    let archive = Archive(["[Content_Types].xml", "word/document.xml"]).bytes
    #expect(ArchiveDirectory(of: archive)?.names == ["[Content_Types].xml", "word/document.xml"])
    for count in 0..<archive.count {
      #expect(ArchiveDirectory(of: Array(archive.prefix(count))) == nil)
    }
    #expect(ArchiveDirectory(of: archive + [0]) == nil)
  }

  @Test func `any bytes at all are read or refused`() {
    var generator = SystemRandomNumberGenerator()
    let archive = Archive(["[Content_Types].xml", "word/document.xml"]).bytes
    for place in archive.indices {
      var changed = archive
      changed[place] = UInt8.random(in: 0...255, using: &generator)
      _ = kind(changed)
    }
  }

  @Test func `it is the same however the file is cut`() {
    let archive = Archive(["[Content_Types].xml", "word/document.xml"]).bytes
    for (bytes, kind) in [(archive, Kind.docx), (Array("dé €uro 🚢".utf8), .text)] {
      for size in 1...bytes.count {
        var finder = KindFinder()
        for place in stride(from: 0, to: bytes.count, by: size) {
          finder.pass(Array(bytes[place..<min(place + size, bytes.count)]))
        }
        #expect(finder.kind(called: "bestand") == kind, "in pieces of \(size)")
      }
      var finder = KindFinder()
      finder.pass(Array(bytes.dropLast()))
      #expect(finder.kind(called: "bestand") == nil, "without its last byte")
    }
  }

  @Test func `of a long archive only the end is held back`() {
    let archive = Archive(["[Content_Types].xml", "word/document.xml"]).bytes
    let long = Archive(
      ["[Content_Types].xml", "word/document.xml"],
      first: String(repeating: "x", count: 3 * 1024 * 1024)
    ).bytes
    #expect(long.count > archive.count && kind(long) == .docx)
    let names = (0..<20_000).map {
      "word/media/a-photo-with-a-name-that-is-somewhat-long-\($0).jpg"
    }
    let crowded = Archive(["[Content_Types].xml", "word/document.xml"] + names).bytes
    var finder = KindFinder()
    for place in stride(from: 0, to: crowded.count, by: 64 * 1024) {
      finder.pass(Array(crowded[place..<min(place + 64 * 1024, crowded.count)]))
    }
    #expect(
      finder.kind(called: "vol.docx") == nil, "its directory is longer than what is held back")
  }

  private func kind(_ bytes: [UInt8], _ name: String = "bestand") -> Kind? {
    var finder = KindFinder()
    finder.pass(bytes)
    return finder.kind(called: name)
  }
}

/// A ZIP archive whose entries are stored as they are, and empty but for the first.
struct Archive {
  let bytes: [UInt8]

  init(_ names: [String], first content: String = "") {
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (index, name) in names.enumerated() {
      let content = index == 0 ? Array(content.utf8) : []
      let sizes = Self.number(content.count, 4) + Self.number(content.count, 4)
      let shared = Self.zeros(2) + Self.zeros(8) + sizes + Self.number(name.utf8.count, 2)
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0] + shared + Self.zeros(12)
      directory += Self.number(bytes.count, 4) + Array(name.utf8)
      bytes +=
        [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + shared + Self.zeros(2) + Array(name.utf8) + content
    }
    let count = Self.number(names.count, 2)
    self.bytes =
      bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.number(directory.count, 4) + Self.number(bytes.count, 4) + Self.zeros(2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}
