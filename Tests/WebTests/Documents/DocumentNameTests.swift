import Domain
import Testing

@testable import Web

/// What a file is called here, and how an answer says so.
struct DocumentNameTests {
  @Test(arguments: [
    ("verslag.pdf", FiledDocument.Kind.pdf, "verslag.pdf"), ("Verslag.PDF", .pdf, "Verslag.PDF"),
    ("C:\\Users\\joris\\verslag.pdf", .pdf, "verslag.pdf"),
    ("../../etc/lijst.csv", .csv, "lijst.csv"),
    ("pagina.html", .text, "pagina.html.txt"), ("rapport.pdf.exe", .pdf, "rapport.pdf.exe.pdf"),
    ("foto.jpeg", .jpeg, "foto.jpeg"), ("notulen", .docx, "notulen.docx"),
  ])
  func `it keeps no folders, and ends as its kind does`(
    sent: String, kind: FiledDocument.Kind, name: String
  ) throws {
    #expect(try kind.fileName(for: sent).description == name)
  }

  @Test(arguments: ["map/", " ", "a\u{202E}fdp.exe", "a\nb", String(repeating: "a", count: 197)])
  func `what is no name is refused`(sent: String) {
    #expect(throws: TextProblem.self) { try FiledDocument.Kind.text.fileName(for: sent) }
  }

  @Test(arguments: [
    ("verslag.pdf", "verslag.pdf", "verslag.pdf"),
    ("één 10%.pdf", "__n 10_.pdf", "%C3%A9%C3%A9n%2010%25.pdf"),
    ("a\"; filename=\"b.exe", "a_; filename=_b.exe", "a%22%3B%20filename%3D%22b.exe"),
    ("c:\\d'e.txt", "c:_d'e.txt", "c%3A%5Cd%27e.txt"),
  ])
  func `an answer says the name twice, neither of which ends early`(
    name: String, plain: String, encoded: String
  ) {
    #expect(
      AttachmentName.disposition(for: name)
        == "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)")
  }
}
