import Domain
import EventSourcing
import ReadModels
import TestStaging
import Testing

@testable import Web

extension StagedSite {
  /// A case of which a text is public, and where everybody finds that.
  func published() async throws -> (address: String, published: String) {
    let (address, _) = try await visited(on: "1-10-2025")
    _ = try await made(["result": "inOrder", "on": "2-10-2025"], to: address + "/outcome")
    let id = Identity.fresh().description
    let publication = "\(address)/publications/\(id)"
    func text(_ name: Line?) throws -> Publication.Text {
      Publication.Text(
        try Line("Lekkage bij een koelhuis"), name: name,
        summary: try Prose("Er lekte koudemiddel."),
        omission: Publication.Omission([.privacy], what: try Prose("Namen van werknemers")))
    }
    try await publicize(
      id, of: address,
      .intend(try text(try Line("Jansen")), viewUntil: try #require(Day("2025-10-20"))),
      on: "2025-10-03")
    _ = try await made(["view": "Te streng.", "on": "10-10-2025"], to: publication + "/view")
    try await publicize(
      id, of: address, .decide(try text(nil), viewChanged: true, by: Self.noor.id),
      on: "2025-10-11")
    try await publicize(id, of: address, .agree(by: Self.amina.id), on: "2025-10-11")
    _ = try await made(["on": "12-10-2025"], to: publication + "/notice")
    _ = try await made(
      ["until": "2-3-2028", "reason": "Kleine overtreding"], to: publication + "/release")
    let page = try await page(address)
    #expect(page.contains("De zienswijze heeft de tekst veranderd."))
    return (address, "/published/\(id)")
  }

  /// What was recorded on an earlier day.
  private func publicize(
    _ id: String, of address: String, _ command: Publication.Command, on day: String
  ) async throws {
    try await stage.perform(
      .publicizing(
        try #require(PublicationID(id)), command, on: try #require(Day(day))),
      to: CaseFile.self, on: try #require(Identity(String(address.dropFirst("/cases/".count)))),
      by: Self.noor.id)
  }
}
