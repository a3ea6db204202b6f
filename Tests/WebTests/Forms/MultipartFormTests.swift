import Testing

@testable import Web

/// Forms that bring a file along, as browsers and others send them.
struct MultipartFormTests {
  private func form(_ text: String, partsMax: Int = 5) -> MultipartForm? {
    MultipartForm(bytes: Array(text.utf8), boundary: Array("grens".utf8), partsMax: partsMax)
  }

  private let file =
    "--grens\r\nContent-Disposition: form-data; name=\"on\"\r\n\r\n1-2-2026\r\n"
    + "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a;b.json\"\r\n"
    + "Content-Type: application/json\r\n\r\n{\r\n}\r\n--grens--\r\n"

  @Test func `fields and files are read byte for byte`() throws {
    let read = try #require(form(file))
    #expect(read.parts.map(\.name) == ["on", "file"])
    #expect(read.parts.map(\.fileName) == [nil, "a;b.json"])
    #expect(read.parts.last?.bytes == Array("{\r\n}".utf8))
  }

  @Test func `it is the same form however it is cut, and what is held back stays short`() throws {
    let whole = try #require(form(file))
    let bytes = Array(file.utf8)
    for size in 1...bytes.count {
      var reader = MultipartReader(boundary: Array("grens".utf8), partsMax: 5)
      var (contents, given): ([[UInt8]], Int) = ([], 0)
      for place in stride(from: 0, to: bytes.count, by: size) {
        for event in try reader.read(bytes[place..<min(place + size, bytes.count)]) {
          switch event {
          case .begins: contents.append([])
          case .bytes(let bytes):
            contents[contents.count - 1] += bytes
            given += bytes.count
          case .ends: break
          }
        }
      }
      try reader.end()
      #expect(contents == whole.parts.map(\.bytes), "in pieces of \(size)")
      #expect(given == contents.joined().count)
    }
  }

  @Test func `a file that holds what looks like a boundary is read through`() throws {
    let content = "\r\n--gren\r\n--\r\r\n--grenzen"
    let read = try #require(
      form(file.replacing("{\r\n}", with: content.replacing("grenzen", with: "gren"))))
    #expect(read.parts.last?.bytes == Array("\r\n--gren\r\n--\r\r\n--gren".utf8))
  }

  @Test func `what is not well-formed is no form`() {
    for broken in [
      "", "--grens--\r\n", "--grens\r\n\r\nx\r\n--grens--\r\n", String(file.dropLast(11)),
      file + "meer", file.replacing("form-data", with: "attachment"),
      file.replacing("name=\"on\"", with: "name=\"\""),
      file.replacing("name=\"on\"", with: "name=\"on\"; name=\"of\""),
    ] {
      #expect(form(broken) == nil, "\(broken)")
    }
    #expect(form(file, partsMax: 1) == nil)
  }

  @Test func `a boundary is what the standard allows`() {
    func boundary(_ type: String) -> String? {
      MultipartReader.boundary(in: type).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(boundary("multipart/form-data; boundary=grens") == "grens")
    #expect(boundary("Multipart/Form-Data; boundary=\"een grens\"") == "een grens")
    for wrong in [
      "multipart/form-data", "multipart/mixed; boundary=grens", "multipart/form-data; boundary=",
      "multipart/form-data; boundary=\"grens \"", "multipart/form-data; boundary=gr\u{7f}ens",
      "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ] {
      #expect(boundary(wrong) == nil, "\(wrong)")
    }
  }
}
