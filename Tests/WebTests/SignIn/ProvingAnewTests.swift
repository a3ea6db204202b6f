import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Reads
import Testing

@testable import Web

/// Being asked anew who one is, before what is grave; the table of rights has for which routes that is.
@Suite struct ProvingAnewTests {
  @Test func `a form that was filled in survives being asked anew, and is recorded once`()
    async throws
  {
    try await StagedSite.with { staged in
      let account = try await staged.made(
        ["name": "Joris Smit", "on": "2-3-2026"], to: "/people/new", as: StagedSite.iris)
      _ = try await staged.made(
        ["reason": "Uit dienst", "on": "2-3-2026"], to: "/people/\(account)/closing",
        as: StagedSite.iris)
      let form = "/people/\(account)/erasures/new"
      let filled = try #require(
        DrawnForm(try await staged.page(form, as: StagedSite.sofie)))
      let head = try await staged.log.head()
      let asked = try await staged.site.ask(
        .post, form, cookie: Self.stale(StagedSite.sofie), headers: [.fetchSite: "same-origin"],
        body: filled.body)
      #expect(asked.status == .unauthorized)
      #expect(asked.text.contains("<h1>Laat opnieuw zien wie u bent</h1>"))
      #expect(try await staged.log.head() == head)
      let kept = try #require(DrawnForm(asked.text))
      #expect(kept.values == filled.values)

      for _ in 1...2 {
        let answer = try await staged.site.post(form, as: StagedSite.sofie, kept.body)
        #expect(answer.status == .seeOther)
      }
      #expect(try await staged.log.head() == head + 1)
    }
  }

  @Test func `a button without fields can be pressed again after being asked anew`() async throws {
    let site = try TestSite()
    let button = "/account/sessions/end"
    let nothing: HTTPFields = [
      .fetchSite: "same-origin", .contentLength: "0",
      .contentType: "application/x-www-form-urlencoded",
    ]
    let asked = try await site.ask(
      .post, button, cookie: Self.stale(Cast.noor), headers: nothing)
    #expect(asked.status == .unauthorized)
    #expect(asked.text.contains("action=\"\(button)\""))
    #expect(!asked.text.contains("Dit had u ingevuld"))
    let again = try await site.ask(.post, button, as: Cast.noor, headers: nothing)
    #expect(again.status == .seeOther)
  }

  @Test func `whatever is taken along about people takes a fresh proof`() async throws {
    try await StagedSite.with { staged in
      let files = staged.site.website.routes.filter { $0.disclosure == .people(.export) }
      #expect(files.count >= 4)
      for file in files { #expect(file.proof == .fresh, "\(file.pattern)") }
    }
  }

  /// The cookie of somebody who signed in a little longer ago than a fresh proof may be.
  private static func stale(_ person: Person) -> String {
    TestSite.session(of: person, at: TestSite.noon - Double(Session.freshSecondsMax) - 1)
  }
}

extension DrawnForm {
  fileprivate var values: [String: String] {
    Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
