import Foundation
import Testing

@testable import Web

@Test func `a form is read as a browser writes it`() throws {
  let body = try #require(FormBody(bytes: "a=1+2&b=%C3%A9&a=3&c".utf8))
  #expect(body.values == ["a": ["1 2", "3"], "b": ["é"], "c": [""]])
}

@Test func `what was written is composed once, with one kind of line end`() throws {
  let body = try #require(FormBody(bytes: "a=e%CC%81%0D%0Ab%0Dc".utf8))
  let value = try #require(body.values["a"]?.first)
  #expect(Array(value.utf8) == Array("\u{E9}\nb\nc".utf8))
}

@Test(arguments: [
  "", "a=%", "a=%1", "a=%GG", "a=%FF", "a=%C3", "a=%00", "%00=a", "=a", "a=%ED%A0%80",
])
func `what is not well-formed is not a form`(body: String) {
  #expect(FormBody(bytes: body.utf8) == nil)
}

@Test func `a form has a bounded number of fields`() {
  let many = Array(repeating: "a=1", count: FormBody.fieldsMax + 1).joined(separator: "&")
  #expect(FormBody(bytes: many.utf8) == nil)
}

@Test func `a file keeps what it is called where it came from, composed once`() throws {
  let form = try #require(
    MultipartForm(
      bytes: Array(
        """
        --grens\r\nContent-Disposition: form-data; name="file"; filename="e\u{301}e\u{301}n.pdf"\r
        Content-Type: application/pdf\r\n\r\n%PDF\r\n--grens--\r\n
        """.utf8), boundary: Array("grens".utf8), partsMax: 2))
  let body = try #require(FormBody(form))
  let file = try #require(body.files["file"])
  #expect(Array(file.name.utf8) == Array("\u{E9}\u{E9}n.pdf".utf8))
  #expect(file.bytes == Array("%PDF".utf8))
}
