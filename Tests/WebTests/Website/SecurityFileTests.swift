import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Whom somebody tells who found a hole in the site.
struct SecurityFileTests {
  static let contact = SecurityContact("mailto:security@example.nl")

  @Test func `who found a hole reads whom to tell, and until when that is right`() async throws {
    let site = try TestSite(origin: "https://koers.example.nl", securityContact: Self.contact)
    let answer = try await site.ask(.get, "/.well-known/security.txt")
    #expect(answer.status == .ok)
    #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
    #expect(
      answer.text == """
        Contact: mailto:security@example.nl
        Expires: 2026-12-27T12:00:00Z
        Preferred-Languages: nl, en
        Canonical: https://koers.example.nl/.well-known/security.txt

        """)
  }

  @Test func `where the site does not know its address, the file does not say one`() async throws {
    let site = try TestSite(securityContact: Self.contact)
    let answer = try await site.ask(.get, "/.well-known/security.txt")
    #expect(answer.text.hasSuffix("Preferred-Languages: nl, en\n"))
  }

  @Test func `where nobody was named there is no file`() async throws {
    let answer = try await TestSite().ask(.get, "/.well-known/security.txt")
    #expect(answer.status == .notFound)
  }

  @Test(arguments: [
    "security@example.nl", "http://example.nl", "javascript:alert(1)", "mailto:", "",
    "mailto:a@example.nl\nContact: mailto:b@example.nl", "mailto:é@example.nl",
  ])
  func `what is no address of the right kind is no contact`(text: String) {
    #expect(SecurityContact(text) == nil)
  }
}
