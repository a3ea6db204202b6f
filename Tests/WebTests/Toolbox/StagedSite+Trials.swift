import Domain
import HTTPTypes
import Testing

@testable import Web

extension StagedSite {
  /// A toolbox of a programme in execution, whose group is judged and works in `sector`.
  func sectored(
    _ number: Int, _ sector: String
  ) async throws -> (toolbox: String, group: String, programme: String) {
    let programme = try await adopted(number: number, phase: .execution)
    let (toolbox, group, _) = try await judgedToolbox(of: programme)
    try await send(
      ["sector": sector, "on": "1-2-2026"], to: "\(toolbox)/understand/\(group)/sector")
    return (toolbox, group, programme)
  }

  /// Chooses the desk for a group against its costs and benefits, does it and evaluates it.
  ///
  /// - Returns: the address of the intervention.
  @discardableResult
  func tried(
    _ outcome: String, for group: String, of programme: String, named name: String = "Deskronde"
  ) async throws -> String {
    let act = "\(programme)/toolbox/act"
    let choice = try await made(
      [
        "determinant-T2": "on", "measure": "type:desk", "reason": "Licht en past",
        "on": "1-2-2026",
      ], to: "\(act)/\(group)/choices")
    let intervention = try await made(
      [
        "name": name, "owner": "noor", "from": "1-2-2026", "to": "1-6-2026",
        "effect": "Meer ritten vastgelegd", "group": group, "on": "1-2-2026",
      ], to: "\(act)/choices/\(choice)/plan")
    let address = "\(programme)/interventions/\(intervention)"
    _ = try await made(["on": "2-2-2026"], to: address + "/start")
    _ = try await made(["result": "40 dossiers", "on": "3-2-2026"], to: address + "/result")
    _ = try await made(evaluation(outcome), to: address + "/evaluation")
    return address
  }

  private func evaluation(_ outcome: String) -> KeyValuePairs<String, String> {
    [
      "observed": "Zo ging het", "outcome": outcome, "confidence": "low",
      "confidence-reason": "Niet gemeten", "explanations": "Het weer", "lessons": "Meet eerst",
      "on": "4-2-2026",
    ]
  }
}
