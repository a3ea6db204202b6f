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
      MultipartForm.boundary(in: type).map { String(decoding: $0, as: UTF8.self) }
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
