import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Testing

@testable import Web

extension StagedSite {
  /// Registers a party or place, whatever resembles it, and gives its identity.
  func registered(
    _ name: String, _ more: KeyValuePairs<String, String> = [:], kind: String = "organisation",
    as person: Person = noor
  ) async throws -> String {
    let pairs = [("kind", kind), ("name", name), ("on", "1-2-2026")] + more.map { ($0, $1) }
    let command = Identity.fresh()
    let answer = try await send(pairs: pairs, to: "/entities/new", as: person, command: command)
    guard answer.status != .seeOther else { return command.description }
    let seen = answer.text.split(separator: "name=\"seen\" value=\"").dropFirst()
      .map { ("seen", String($0.prefix(36))) }
    #expect(!seen.isEmpty, "\(name): \(answer.text)")
    let again = try await send(
      pairs: pairs + seen, to: "/entities/new", as: person, command: command)
    #expect(again.status == .seeOther, "\(name): \(again.text)")
    return command.description
  }

  /// An organisation with one of each of its parts, and another that resembles it.
  func placesOfAnEntity() async throws -> Places {
    let entity = try await registered("Tuimelaar Transport")
    let other = try await registered("Tuimelaer Transport")
    let address = "/entities/\(entity)"
    return Places(identities: [
      ":entity": entity,
      ":alias": try await made(["name": "Dolfijn", "on": "1-2-2026"], to: address + "/aliases"),
      ":relation": try await made(
        ["relation": "owns", "other": other, "on": "1-2-2026"],
        to: address + "/relations?q=tuimelaer"),
      ":visit": try await made(
        ["agency": "Politie", "visited-on": "1-2-2026", "on": "1-2-2026"],
        to: address + "/visits"),
    ])
  }
}
