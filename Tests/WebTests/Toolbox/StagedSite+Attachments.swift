import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

extension StagedSite {
  /// Sends a form with a file, and waits until what it changed shows.
  @discardableResult
  func send(
    _ fields: KeyValuePairs<String, String>, with content: [UInt8], called name: String,
    to address: String, as person: Person = noor, command: Identity = .fresh()
  ) async throws -> TestResponse {
    let form = FormWithFile(
      [("command", command.description)] + fields.map { ($0.key, $0.value) }, file: content,
      called: name)
    let answer = try await site.ask(
      .post, address, as: person, headers: FormWithFile.headers, bytes: form.bytes)
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

  /// How many rows the contents of all documents take.
  func partCount() async throws -> Int {
    try await stage.owner.run("SELECT count(*) FROM documents.chunk").only()[0]
  }

  /// How many rows what comes in takes.
  func incomingCount() async throws -> Int {
    try await stage.owner.run("SELECT count(*) FROM documents.incoming").only()[0]
  }
}
