import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Test func `an empty portfolio says how a programme begins`() async throws {
  try await StagedSite.with { site in
    let page = try await site.page("/")
    #expect(page.contains("Er zijn nog geen programma"))
    #expect(!page.contains("/programmes/new"))
    #expect(
      try await site.page("/", as: StagedSite.daan).contains("href=\"/programmes/new\""))
    #expect(!(try await site.page("/", as: StagedSite.lotte)).contains("/programmes/new"))
  }
}

@Test func `the portfolio shows where a programme stands and where each figure comes from`()
  async throws
{
  try await StagedSite.with { site in
    let address = try await site.adopted()
    try await site.send(
      ["to": "execution", "expected-on": "1-2-2026", "on": "1-1-2026"],
      to: address + "/gate-days")
    try await site.send(
      [
        "low": "2.000.000.000", "high": "2.500.000.000", "span": "perYear",
        "source": "Jaarverslag", "certainty": "sourced", "on": "1-1-2026",
      ], to: address + "/damage")
    let page = try await site.page("/")
    #expect(page.contains("Schone lucht"))
    #expect(page.contains("dag voorbij"))
    #expect(page.contains("2 tot 2,5 miljard euro per jaar"))
    #expect(page.contains("href=\"\(address)#damage\""))
    #expect(page.contains("Jaarverslag"))
    #expect(page.contains("Noor de Wit"))
    #expect(page.contains("<svg viewBox"))
  }
}

@Test func `the portfolio can be put in order and narrowed by its address`() async throws {
  try await StagedSite.with { site in
    _ = try await site.adopted(number: 4)
    _ = try await site.adopted(number: 7, phase: .execution)
    let narrowed = try await site.page("/?phase=execution")
    #expect(narrowed.contains(">7</th>"))
    #expect(!narrowed.contains(">4</th>"))
    let turned = try await site.page("/?order=descending")
    let (four, seven) = (turned.ranges(of: ">4</th>"), turned.ranges(of: ">7</th>"))
    #expect(try #require(seven.first).lowerBound < #require(four.first).lowerBound)
    #expect(try await site.page("/?group=ended").contains("Geen enkel programma past"))
    for choice in ["sort=x", "phase=x", "group=%22"] {
      let answer = try await site.site.ask(.get, "/?\(choice)", as: StagedSite.noor)
      #expect(answer.status == .badRequest, "\(choice)")
    }
  }
}

@Test func `the portfolio says once how many programmes are past their days, and why`()
  async throws
{
  try await StagedSite.with { site in
    for number in [4, 7] {
      let address = try await site.adopted(number: number)
      try await site.send(
        ["to": "execution", "expected-on": "1-2-2026", "on": "1-1-2026"],
        to: address + "/gate-days")
    }
    let gates = try await site.page("/")
    #expect(gates.contains("Bij 2 programma"))
    #expect(gates.ranges(of: "de geplande dag van de volgende poort voorbij").count == 1)
    #expect(!gates.contains("is de einddatum voorbij"))
    for number in [5, 8] {
      _ = try await site.adopted(number: number, in: 2025)
    }
    let terms = try await site.page("/?group=all")
    #expect(terms.contains("Van 2 programma"))
    #expect(terms.ranges(of: "is de einddatum voorbij").count == 1)
    #expect(terms.ranges(of: "Hun dagen komen uit Meerjarenplan 2025;").count == 1)
  }
}

@Test func `a long portfolio is leafed through, and its figures count all of it`() async throws {
  try await StagedSite.with { site in
    for number in 1...PortfolioChoice.programmesMax + 1 {
      _ = try await site.adopted(number: number)
    }
    func numbers(_ page: String) -> [String] {
      page.matches(of: /<th scope="row"[^>]*>(\d+)<\/th>/).map { String($0.output.1) }
    }
    let first = try await site.page("/?group=all")
    #expect(numbers(first) == (1...50).map(String.init))
    #expect(first.contains("Programma 1 tot en met 50 van 51."))
    #expect(first.contains("<span class=\"filter-count\">51</span>"))
    #expect(first.contains("<a rel=\"next\" href=\"/?group=all&amp;page=2\">"))
    let second = try await site.page("/?group=all&page=2")
    #expect(numbers(second) == ["51"])
    #expect(second.contains("<a rel=\"prev\" href=\"/?group=all\">"))
    #expect(!second.contains("rel=\"next\""))
    #expect(numbers(try await site.page("/?order=descending&page=2")) == ["1"])
    // Further on than there is anything, the last page is shown.
    #expect(numbers(try await site.page("/?page=9")) == ["51"])
    for page in ["0", "-1", "x"] {
      let answer = try await site.site.ask(.get, "/?page=\(page)", as: StagedSite.noor)
      #expect(answer.status == .badRequest, "\(page)")
    }
    let before = try await site.page("/?page=2&as-of=9")
    #expect(!before.contains("rel=\"prev\""))
  }
}

@Test func `the portfolio shows how it was`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    try await site.send(
      ["year": "2026", "number": "4", "name": "Frisse lucht", "on": "2-3-2026"],
      to: address + "/name")
    #expect(try await site.page("/").contains("Frisse lucht"))
    let before = try await site.page("/?as-of=1")
    #expect(before.contains("Schone lucht"))
    #expect(!before.contains("Frisse lucht"))
    #expect(try await site.page("/?as-of=2020-01-01").contains("Er waren toen nog geen"))
  }
}
