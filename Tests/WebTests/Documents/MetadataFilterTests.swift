import Domain
import Foundation
import Testing

@testable import Web

/// What is left of a photo when what the camera wrote beside it is taken out.
struct MetadataFilterTests {
  @Test
  func
    `a photo loses its position, its maker, its camera and its preview, and stays the same picture`()
    throws
  {
    let photo = try Photo.bytes("gevel.jpg")
    let rest = try stripped(photo, .jpeg)
    for trace in [
      "Piet Melder", "Nikon", "1234567", "2026:03:02", "achter de dijk", "GPS",
      "http://ns.adobe.com",
      "Photoshop", "achteraan",
    ] {
      #expect(!rest.holds(trace), "\(trace)")
    }
    #expect(photo.holds("Piet Melder") && photo.holds("Nikon") && photo.holds("achteraan"))
    // The photo was made on its side, and it is the only one of all tags that stays.
    let segments = try Segments(rest)
    #expect(segments.content(of: 0xE1).map { Orientation(exif: $0)?.value } == [6])
    #expect(segments.content(of: 0xE1).map(\.count) == [32])
    #expect(segments.markers.filter { (0xE2...0xEF).contains($0) || $0 == 0xFE } == [])
    let picture: Set<UInt8> = [0xC2, 0xC4, 0xDB, 0xDA]
    #expect(
      try segments.parts(of: picture) == Segments(photo).parts(of: picture),
      "tables and coded picture are bit for bit what they were")
  }

  @Test func `a PNG loses its texts and its position, and stays the same picture`() throws {
    let photo = try Photo.bytes("gevel.png")
    let rest = try stripped(photo, .png)
    #expect(photo.holds("Piet Melder") && photo.holds("eXIf"))
    for trace in ["Piet Melder", "eXIf", "tEXt", "iTXt"] { #expect(!rest.holds(trace), "\(trace)") }
    let data = try #require(photo.firstRange(of: Array("IDAT".utf8)))
    #expect(rest.firstRange(of: photo[data.lowerBound..<data.lowerBound + 400]) != nil)
    #expect(rest.suffix(8).elementsEqual(photo.suffix(8)))
  }

  @Test func `what stands where no picture does is taken out of a JPEG`() throws {
    let photo = try Photo.bytes("gevel.jpg")
    for marker: UInt8 in [0x02, 0xBF, 0xC8, 0xF0, 0xF7, 0xFD] {
      let hidden = Array("achter de dijk".utf8)
      var changed = photo
      changed.insert(contentsOf: [0xFF, marker, 0, UInt8(hidden.count + 2)] + hidden, at: 2)
      #expect(try stripped(changed, .jpeg) == stripped(photo, .jpeg), "marker \(marker)")
    }
  }

  @Test func `a PNG with something in its last chunk is never said to be stripped`() throws {
    let photo = try Photo.bytes("gevel.png")
    let hidden = Array("Piet Melder".utf8)
    var changed = Array(photo.dropLast(12))
    changed += [0, 0, 0, UInt8(hidden.count)] + Array("IEND".utf8) + hidden + [0, 0, 0, 0]
    #expect(throws: MalformedPicture.self) { try stripped(changed, .png) }
  }

  @Test(arguments: [("gevel.jpg", FiledDocument.Kind.jpeg), ("gevel.png", .png)])
  func `it is the same however the photo is cut, and once more changes nothing`(
    name: String, kind: FiledDocument.Kind
  ) throws {
    let photo = try Photo.bytes(name)
    let whole = try stripped(photo, kind)
    for size in [1, 2, 3, 7, 64, 1000] {
      #expect(try stripped(photo, kind, inPiecesOf: size) == whole, "in pieces of \(size)")
    }
    #expect(try stripped(whole, kind) == whole)
  }

  @Test(arguments: [("gevel.jpg", FiledDocument.Kind.jpeg), ("gevel.png", .png)])
  func `a photo that breaks off, or is none, is never said to be stripped`(
    name: String, kind: FiledDocument.Kind
  ) throws {
    let whole = try stripped(try Photo.bytes(name), kind)
    for count in stride(from: 0, to: whole.count - 1, by: 97) {
      #expect(throws: MalformedPicture.self) { try stripped(Array(whole.prefix(count)), kind) }
    }
    #expect(throws: MalformedPicture.self) { try stripped(Array("%PDF-1.7".utf8), kind) }
  }

  @Test func `any bytes at all are read or refused`() throws {
    let photo = try Photo.bytes("gevel.jpg")
    var generator = SystemRandomNumberGenerator()
    for place in 0..<1500 {
      var changed = photo
      changed[place] = UInt8.random(in: 0...255, using: &generator)
      _ = try? stripped(changed, .jpeg)
    }
  }

  private func stripped(
    _ bytes: [UInt8], _ kind: FiledDocument.Kind, inPiecesOf size: Int = 4096
  ) throws -> [UInt8] {
    var filter = try #require(kind.metadataFilter)
    var rest: [UInt8] = []
    for place in stride(from: 0, to: bytes.count, by: size) {
      rest += try filter.pass(Array(bytes[place..<min(place + size, bytes.count)]))
    }
    try filter.end()
    return rest
  }
}

/// Photos of the tests: a drawing of a house, with all that a camera writes beside it.
enum Photo {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Photos")
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }
}

extension [UInt8] {
  func holds(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}

/// The segments of a JPEG up to its end, read apart from the filter.
private struct Segments {
  private(set) var all: [(marker: UInt8, content: [UInt8])] = []

  init(_ bytes: [UInt8]) throws {
    try #require(bytes.starts(with: [0xFF, 0xD8]))
    var place = 2
    while bytes[place + 1] != 0xD9 {
      let (marker, length) = (bytes[place + 1], Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
      var end = place + 2 + length
      if marker == 0xDA {
        while !(bytes[end] == 0xFF && bytes[end + 1] != 0
          && !(0xD0...0xD7).contains(bytes[end + 1]))
        {
          end += 1
        }
      }
      all.append((marker, Array(bytes[place + 4..<end])))
      place = end
    }
  }

  var markers: [UInt8] { all.map(\.marker) }

  func content(of marker: UInt8) -> [[UInt8]] { all.filter { $0.marker == marker }.map(\.content) }

  func parts(of markers: Set<UInt8>) -> [[UInt8]] {
    all.filter { markers.contains($0.marker) }.map { [$0.marker] + $0.content }
  }
}
