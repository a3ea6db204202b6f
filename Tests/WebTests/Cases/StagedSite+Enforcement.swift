import Domain
import EventSourcing
import Testing

@testable import Web

extension StagedSite {
  /// A matrix in which every cell allows to address and to warn.
  static func matrix() throws -> Enforcement.MatrixEdition {
    try Enforcement.MatrixEdition(
      number: 1, validFrom: try #require(Day("2014-01-01")), certainty: .working,
      cells: Enforcement.Position.all.map { .init($0, [.address, .warn]) })
  }

  /// A case of regular supervision with a violation that was found in October, at the address of the finding.
  func violation() async throws -> String {
    let file = try await made(
      [
        "title": "Opslag", "origin": "ownObservation", "person": "noor",
        "confidentiality": "normal", "on": "1-10-2025",
      ], to: "/cases/new")
    let visit = try await made(
      ["kind": "visit", "when": "2-10-2025 0830", "summary": "Er ligt geen vloer."],
      to: "/cases/\(file)/interventions")
    let finding = try await made(
      ["outcome": "violation", "rule": "Vloer die niets doorlaat", "law": "Bal, artikel 4.1"],
      to: "/cases/\(file)/interventions/\(visit)/findings")
    return "/cases/\(file)/findings/\(finding)"
  }

  /// An action against the finding at `address` about which everything can be asked: announced, with a view, and beside
  /// it a harsher measure that waits for another.
  func action(against address: String) async throws -> String {
    _ = try await made(
      ["consequence": "2", "offender": "B", "on": "1-2-2026"], to: address + "/position")
    _ = try await made(["measure": "warn", "on": "1-2-2026"], to: address + "/measure")
    let action = try await made(
      ["text": "Wij willen waarschuwen.", "on": "1-2-2026"], to: address + "/intention")
    _ = try await made(
      ["view": "received", "text": "Het klopt niet.", "on": "1-2-2026"],
      to: "\(address)/actions/\(action)/view")
    _ = try await made(
      ["measure": "deviate", "deviation": "fine", "reason": "Derde keer", "on": "1-2-2026"],
      to: address + "/measure")
    return action
  }
}
