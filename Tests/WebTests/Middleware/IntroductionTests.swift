import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Test func `the language is Dutch until the reader chooses, and then stays chosen`() async throws {
  let site = try TestSite()
  #expect(try await site.ask(.get, "/").text.contains("<html lang=\"nl\">"))
  let chosen = try await site.ask(.get, "/?lang=en")
  #expect(chosen.text.contains("<html lang=\"en\">"))
  let cookie = try #require(chosen.setCookies.first { $0.contains("language=en") })
  #expect(cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("Path=/"))
  let later = try await site.ask(.get, "/", cookie: "\(Introduction.languageCookie)=en")
  #expect(later.text.contains("<html lang=\"en\">"))
  let unknown = try await site.ask(.get, "/?lang=xx")
  #expect(unknown.text.contains("<html lang=\"nl\">"))
}

@Test func `a page that looks back says so, and its links look back as well`() async throws {
  let site = try TestSite()
  let day = try await site.ask(.get, "/?as-of=2026-03-01", as: Cast.noor)
  #expect(day.text.contains("zoals die was aan het eind van 1 maart 2026"))
  #expect(day.text.contains("href=\"/?as-of=2026-03-01\""))
  #expect(day.text.contains("class=\"button\" href=\"/\""))
  let position = try await site.ask(.get, "/?as-of=1234&lang=en", as: Cast.noor)
  #expect(position.text.contains("as it was after event 1,234"))
  #expect(position.text.contains("href=\"/?as-of=1234&amp;lang=en\""))
}

@Test(arguments: ["gisteren", "2026-02-30", "-1", "1e3", "99999999999999999999"])
func `a moment that cannot be read is refused with a page`(moment: String) async throws {
  let answer = try await TestSite().ask(.get, "/?as-of=\(moment)")
  #expect(answer.status == .badRequest)
  #expect(answer.text.contains("31 maart 2026"))
}

@Test func `a day that has yet to come cannot be looked back to`() async throws {
  let site = try TestSite()
  let tomorrow = try await site.ask(.get, "/?as-of=2026-03-03", as: Cast.noor)
  #expect(tomorrow.status == .badRequest)
  #expect(tomorrow.text.contains("Deze dag moet nog komen."))
  let today = try await site.ask(.get, "/?as-of=2026-03-02", as: Cast.noor)
  #expect(today.status == .ok)
}

@Test func `today shows how it is until now`() async throws {
  let today = try await TestSite().ask(.get, "/?as-of=2026-03-02", as: Cast.noor)
  #expect(today.text.contains("zoals die vandaag is, tot nu toe"))
}

@Test func `every page offers to look back, to today and to what happened last`() async throws {
  let page = try await TestSite().ask(.get, "/?as-of=12&q=x", as: Cast.noor).text
  #expect(page.contains("<summary>") && page.contains("Terugkijken</summary>"))
  #expect(page.contains("href=\"/?q=x&amp;as-of=2026-03-02\">Vandaag, tot nu toe</a>"))
  #expect(page.contains("href=\"/?q=x&amp;as-of=5000\">Na gebeurtenis 5.000, 2 maart 2026 om"))
  #expect(!(try await TestSite().ask(.get, "/").text.contains("Terugkijken</summary>")))
}

@Test func `a position that the log has not come to is refused with the last one`() async throws {
  let site = try TestSite()
  let beyond = try await site.ask(.get, "/?as-of=5001", as: Cast.noor)
  #expect(beyond.status == .badRequest)
  #expect(beyond.text.contains("de laatste gebeurtenis is nummer 5.000"))
  #expect(try await site.ask(.get, "/?as-of=5000", as: Cast.noor).status == .ok)
}

@Test func `a moment amid what was recorded in one go says so`() async throws {
  let site = try TestSite()
  let words = "in één keer hiermee vastgelegd"
  #expect(try await site.ask(.get, "/?as-of=7", as: Cast.noor).text.contains(words))
  #expect(!(try await site.ask(.get, "/?as-of=8", as: Cast.noor).text.contains(words)))
}

@Test func `nothing can be changed while looking back`() async throws {
  let site = try TestSite()
  let answer = try await site.post(
    "/wall?as-of=2026-03-01", "command=01890000-0000-7000-8000-000000000001&line=hello")
  #expect(answer.status == .badRequest)
  #expect(try await site.log.head() == 0)
}
