import Testing

@testable import Web

/// What the law says of a violation because of what was done about the same one in another case.
struct EnforcementElsewhereTests {
  /// A violation of Depot BV in a case of its own about `subject`, reported, at the address of the finding.
  private func reported(about subject: String, on site: StagedSite) async throws -> String {
    let address = try await site.violation()
    let file = "/" + address.split(separator: "/").prefix(2).joined(separator: "/")
    _ = try await site.made(["subject": subject, "on": "2-10-2025"], to: file + "/subject")
    _ = try await site.made(
      [
        "offender": "Depot BV", "rules": "Bal, artikel 4.1", "happened": "2-10-2025",
        "violation": "Opslag zonder vloer", "on": "3-10-2025",
      ], to: address + "/report")
    return address
  }

  private func choosesFine(_ address: String, on site: StagedSite) async throws {
    _ = try await site.made(
      ["consequence": "3", "offender": "B", "on": "6-10-2025"], to: address + "/position")
    _ = try await site.made(
      ["measure": "deviate", "deviation": "fine", "reason": "Zwaar", "on": "7-10-2025"],
      to: address + "/measure")
    _ = try await site.made(
      ["on": "8-10-2025"], to: address + "/confirmation", as: StagedSite.amina)
  }

  @Test func `a violation that went to criminal law in one case takes no fine in another`()
    async throws
  {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let depot = try await site.registered("Depot BV")
      let first = try await reported(about: depot, on: site)
      _ = try await site.made(
        ["prosecution": "begun", "on": "4-10-2025"], to: first + "/prosecution")
      let second = try await reported(about: depot, on: site)
      let third = try await reported(about: try await site.registered("Opslag NV"), on: site)
      for address in [second, third] { try await choosesFine(address, on: site) }
      let warning = "De overtreding ging op 4 oktober 2025 naar het strafrecht."
      #expect(try await site.page(second).contains(warning))
      let due = "beslissing over de boete"
      #expect(!(try await site.page(second)).contains(due), "there can be none")
      #expect(try await site.page(third).contains(due))
      #expect(!(try await site.page(third)).contains(warning))
    }
  }

  @Test func `two names of one party are one offender once they were merged`() async throws {
    try await StagedSite.with { site in
      _ = try await site.begunToolbox()
      let depot = try await site.registered("Depot BV")
      let other = try await site.registered("Depot Zuid")
      let first = try await reported(about: other, on: site)
      _ = try await site.made(
        ["prosecution": "begun", "on": "4-10-2025"], to: first + "/prosecution")
      let second = try await reported(about: depot, on: site)
      try await choosesFine(second, on: site)
      #expect(!(try await site.page(second)).contains("4 oktober 2025 naar het strafrecht"))
      _ = try await site.made(
        ["other": depot, "reason": "Zelfde bedrijf", "on": "1-3-2026"],
        to: "/entities/\(other)/merge")
      #expect(try await site.page(second).contains("4 oktober 2025 naar het strafrecht"))
    }
  }
}
