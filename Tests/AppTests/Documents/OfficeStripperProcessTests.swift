import Domain
import Foundation
import Testing
import Web

@testable import App

/// The program that takes the properties out of office documents, really run, on archives that another makes and reads.
struct OfficeStripperProcessTests {
  private static let letter = [
    Entry(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="application/x-main"/>\
      <Override PartName="/about/core7.xml" ContentType="application/x-core"/></Types>
      """),
    Entry(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="a" Target="word/document.xml" Type="http://schemas.openxmlformats.org/\
      officeDocument/2006/relationships/officeDocument"/>\
      <Relationship Id="b" Target="/about/core7.xml" Type="http://schemas.openxmlformats.org/\
      package/2006/relationships/metadata/core-properties"/>\
      <Relationship Id="c" Target="docProps/app.xml" Type="http://purl.oclc.org/ooxml/\
      officeDocument/relationships/extendedProperties"/>\
      <Relationship Id="d" Target="docProps/thumbnail.jpeg" Type="http://schemas.openxmlformats.org/\
      package/2006/relationships/metadata/thumbnail"/></Relationships>
      """),
    Entry("about/core7.xml", "<p><creator>Piet Melder</creator></p>"),
    Entry("docProps/app.xml", "<p><Company>Piet Melder bv</Company></p>"),
    Entry("docProps/custom.xml", "<p>Piet Melder</p>"),
    Entry("docProps/thumbnail.jpeg", "Piet Melder van opzij"),
    Entry("word/document.xml", "<w><del author=\"Jan\"/>Een plas <b>olie</b></w>"),
    Entry("word/numbering.xml", "<w>1. 2. 3.</w>"),
  ]

  private static let text = [
    Entry("mimetype", "application/vnd.oasis.opendocument.text"),
    Entry("content.xml", "<t>Een plas olie</t>"),
    Entry("meta.xml", "<m><initial-creator>Piet Melder</initial-creator></m>"),
    Entry("Thumbnails/thumbnail.png", "Piet Melder van opzij"),
    Entry(
      "META-INF/manifest.xml",
      """
      <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>\
      <m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>\
      <m:file-entry m:full-path="meta.xml" m:media-type="text/xml"/>\
      <m:file-entry m:full-path="Thumbnails/thumbnail.png" m:media-type="image/png"/></m:manifest>
      """),
  ]

  @Test func `a letter of Word loses its properties and what named them, and keeps all else`()
    async throws
  {
    let left = try await stripped(Self.letter)
    #expect(
      left.map(\.name) == ["[Content_Types].xml", "_rels/.rels"] + Self.letter.suffix(2).map(\.name)
    )
    #expect(left.suffix(2) == Self.letter.suffix(2))
    let (types, relationships) = (left[0].text, left[1].text)
    #expect(types.contains("PartName=\"/word/document.xml\"") && !types.contains("core7"))
    #expect(relationships.contains("Target=\"word/document.xml\""))
    for gone in ["core7", "app.xml", "thumbnail"] { #expect(!relationships.contains(gone)) }
  }

  @Test
  func `a text of LibreOffice loses its properties and its picture, and keeps its first entry`()
    async throws
  {
    let left = try await stripped(Self.text)
    #expect(left.map(\.name) == ["mimetype", "content.xml", "META-INF/manifest.xml"])
    #expect(left.prefix(2) == Self.text.prefix(2))
    let manifest = left[2].text
    #expect(manifest.contains("full-path=\"content.xml\"") && manifest.contains("full-path=\"/\""))
    #expect(!manifest.contains("meta.xml") && !manifest.contains("Thumbnails"))
  }

  @Test func `the archive itself says nothing of who made it and when`() async throws {
    let bytes = try await strippedBytes(Self.letter)
    for trace in ["Piet Melder", Archives.remark] {
      #expect(bytes.firstRange(of: Array(trace.utf8)) == nil)
    }
    #expect(try await Archives.moments(in: bytes) == ["1980"])
  }

  @Test(arguments: [
    [Entry("twee.xml", "1"), Entry("twee.xml", "2")], [Entry("_rels/.rels", "<geen xml")],
    [Entry("word/document.xml", "zonder wie het noemt")],
  ])
  func `what is made otherwise is refused, and the operator is not told what it says`(
    entries: [Entry]
  ) async throws {
    let rest = HeldRest()
    let broken = HeldContent(try await Archives.archive(of: entries), inPiecesOf: 7).received
    await #expect {
      try await StripperProcess.forOffice().strip(broken, into: rest)
    } throws: { error in
      guard case .failed(let complaint) = error as? StrippingFailure else { return false }
      return !complaint.contains("xml")
    }
    #expect(rest.bytes.isEmpty)
  }

  private func stripped(_ entries: [Entry]) async throws -> [Entry] {
    try await Archives.entries(in: try await strippedBytes(entries))
  }

  private func strippedBytes(_ entries: [Entry]) async throws -> [UInt8] {
    let rest = HeldRest()
    let archive = try await Archives.archive(of: entries)
    try await StripperProcess.forOffice().strip(
      HeldContent(archive, inPiecesOf: 100).received, into: rest)
    return rest.bytes
  }
}

/// One entry of an archive.
struct Entry: Codable, Equatable, Sendable {
  let name: String
  let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// Makes and reads archives by Python.
private enum Archives {
  /// What a program that makes archives may write beside them.
  static let remark = "gemaakt door Piet"

  static func archive(of entries: [Entry]) async throws -> [UInt8] {
    try await python(
      """
      import json, sys, zipfile
      with zipfile.ZipFile(sys.stdout.buffer, "w", zipfile.ZIP_DEFLATED) as archive:
          archive.comment = b"\(remark)"
          for entry in json.load(sys.stdin):
              archive.writestr(entry["name"], entry["text"])
      """, reading: Array(try JSONEncoder().encode(entries)))
  }

  static func entries(in archive: [UInt8]) async throws -> [Entry] {
    let told = try await python(
      """
      import json, sys, zipfile
      with zipfile.ZipFile(sys.stdin.buffer) as archive:
          json.dump([{"name": n, "text": archive.read(n).decode()} for n in archive.namelist()], sys.stdout)
      """, reading: archive)
    return try JSONDecoder().decode([Entry].self, from: Data(told))
  }

  /// The years that the entries name.
  static func moments(in archive: [UInt8]) async throws -> Set<String> {
    let told = try await python(
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.stdin.buffer) as archive:
          print(*{entry.date_time[0] for entry in archive.infolist()}, sep="\\n")
      """, reading: archive)
    return Set(String(decoding: told, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  private static func python(_ program: String, reading input: [UInt8]) async throws -> [UInt8] {
    let output = try NamelessFile()
    try await BoundedProgram("/usr/bin/python3", timeLimit: .seconds(30)).run(
      ["-I", "-W", "ignore", "-c", program], reading: try NamelessFile(input), writing: output)
    return try output.bytes()
  }
}
