import Domain
import Testing

@testable import Web

extension StagedSite {
  /// Everything is kept for five years, but for what was dropped: one year.
  static func schedule() throws -> RetentionSchedule {
    let category = Retention.Category(
      try Line("W2"), try Line("Toezicht"), years: 5, source: try Line("werkwaarde"))
    let short = Retention.Category(
      try Line("W5"), try Line("Niet in behandeling"), years: 1, source: try Line("werkwaarde"))
    return try RetentionSchedule(
      certainty: .working,
      Dictionary(
        uniqueKeysWithValues: CaseFile.Result.allCases.map {
          ($0, $0 == .dropped ? short : category)
        }))
  }

  /// Opens the site with what an intervention can be.
  static func withTypes(_ body: (StagedSite) async throws -> Void) async throws {
    try await with { site in
      _ = try await site.begunToolbox()
      try await body(site)
    }
  }

  /// A case of regular supervision that was visited, at its address.
  func visited(on day: String = "1-2-2026") async throws -> (address: String, visit: String) {
    let id = try await made(
      [
        "title": "Lekkage", "origin": "ownObservation", "person": "noor",
        "confidentiality": "normal", "on": day,
      ], to: "/cases/new")
    let visit = try await made(
      ["kind": "visit", "when": day, "summary": "Het lekte bij Jansen."],
      to: "/cases/\(id)/interventions")
    return ("/cases/\(id)", visit)
  }

  /// A case for its handlers alone that was dropped so long ago that its term is over, at its address.
  func droppedForHandlersAlone() async throws -> String {
    let (address, _) = try await visited(on: "1-2-2022")
    _ = try await made(
      ["confidentiality": "handlersOnly", "reason": "Opsporing", "on": "1-2-2022"],
      to: address + "/confidentiality")
    _ = try await made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
    return address
  }

  /// An intention to publish the result of the case at `address`, which ends by it.
  func intendedPublication(of address: String) async throws -> String {
    _ = try await made(
      ["result": "restored", "compliance": "reached", "on": "1-2-2026"], to: address + "/outcome")
    return try await made(
      [
        "title": "Lekkage verholpen", "summary": "Er lekte iets.", "view-until": "20-3-2026",
      ], to: address + "/publications")
  }
}
