import Domain
import ReadModels
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

extension StagedSite {
  /// The address of an exploration that was just opened.
  func opened(_ title: String = "Geluid rond luchthavens") async throws -> String {
    let id = try await made(
      ["title": title, "origin": "ibraRisk", "on": "1-3-2026"], to: "/explorations/new")
    return "/explorations/\(id)"
  }

  /// The address of an exploration on which a decision can be proposed.
  func complete() async throws -> String {
    let address = try await opened()
    for section in Exploration.Section.allCases {
      _ = try await made(
        ["text": "Tekst over \(section.rawValue).", "on": "1-3-2026"],
        to: "\(address)/\(section.rawValue)")
    }
    _ = try await made(
      ["name": "Schiphol", "role": "exploitant", "on": "1-3-2026"], to: address + "/parties")
    _ = try await made(
      ["side": "inFavour", "text": "Veel gedupeerden.", "on": "1-3-2026"],
      to: address + "/arguments")
    return address
  }

  /// Proposes on a complete exploration and gives the address of the decision.
  func proposed(
    _ outcome: KeyValuePairs<String, String>, on address: String, by person: Person = noor
  ) async throws -> String {
    let rest: KeyValuePairs = [
      "grounds": "Het is nodig.", "alternatives": "Niets doen.", "on": "2-3-2026",
    ]
    let command = Identity.fresh()
    let answer = try await send(
      pairs: outcome.map { ($0.key, $0.value) } + rest.map { ($0.key, $0.value) },
      to: address + "/decisions", as: person, command: command)
    #expect(answer.status == .seeOther)
    return "\(address)/decisions/\(command)"
  }
}
