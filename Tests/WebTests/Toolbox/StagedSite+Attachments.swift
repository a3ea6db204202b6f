import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Testing

@testable import Web

extension StagedSite {
  /// Sends a form with a file, as a browser does, and waits until what it changed shows.
  @discardableResult
  func send(
    _ fields: KeyValuePairs<String, String>, with content: [UInt8], called name: String,
    to address: String, as person: Person = noor, command: Identity = .fresh()
  ) async throws -> TestResponse {
    let boundary = "----grens"
    var body: [UInt8] = []
    func add(_ disposition: String, _ bytes: [UInt8]) {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n".utf8)
      body += bytes + [0x0D, 0x0A]
    }
    add("name=\"command\"", Array(command.description.utf8))
    for (field, value) in fields { add("name=\"\(field)\"", Array(value.utf8)) }
    add("name=\"file\"; filename=\"\(name)\"", content)
    body += Array("--\(boundary)--\r\n".utf8)
    let answer = try await site.ask(
      .post, address, as: person,
      headers: [
        .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=\(boundary)",
      ], bytes: body)
    try await stage.show(try await log.head())
    return answer
  }

  /// Adds a document that must be taken to the session at `address`, and gives its identity.
  func attached(
    _ content: [UInt8] = Array("%PDF-1.7 verslag".utf8), called name: String = "verslag.pdf",
    to address: String, as person: Person = noor
  ) async throws -> String {
    let command = Identity.fresh()
    let answer = try await send(
      ["description": "Wat er gezegd is", "on": "1-2-2026"], with: content, called: name,
      to: address + "/attachments", as: person, command: command)
    #expect(answer.status == .seeOther, "\(name)")
    return command.description
  }
}
