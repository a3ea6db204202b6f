import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import Testing

@testable import Web

extension StagedSite {
  /// Proposes an entry and accepts it, with `more` besides what every entry needs.
  func acceptedEntry(
    _ title: String, text: String, _ more: KeyValuePairs<String, String> = [:]
  ) async throws -> String {
    let words = [("kind", "practice"), ("title", title), ("text", text), ("on", "1-2-2026")]
    let more = more.map { ($0.key, $0.value) }
    let evidence = more.contains { $0.0 == "evidence" } ? [] : [("evidence", "observed")]
    let command = Identity.fresh()
    let answer = try await send(pairs: words + evidence + more, to: "/bank/new", command: command)
    #expect(answer.status == .seeOther, "\(title)")
    try await accept(command.description, on: "1-2-2026")
    return command.description
  }

  /// Proposes another text for an entry and accepts it.
  func amend(_ entry: String, _ title: String, text: String) async throws {
    let answer = try await send(
      [
        "kind": "practice", "title": title, "text": text, "evidence": "observed",
        "on": "2-3-2026",
      ], to: "/bank/\(entry)/text")
    #expect(answer.status == .seeOther, "\(title)")
    try await accept(entry, on: "2-3-2026")
  }

  private func accept(_ entry: String, on day: String) async throws {
    let answer = try await send(
      ["review": "1-2-2027", "on": day], to: "/bank/\(entry)/acceptance", as: Self.iris)
    #expect(answer.status == .seeOther, "\(entry)")
  }

  /// What would come of taking over `file`, as a browser brings it along.
  func upload(_ file: String) async throws -> TestResponse {
    let parts = [
      "Content-Disposition: form-data; name=\"command\"\r\n\r\n\(Identity.fresh())",
      "Content-Disposition: form-data; name=\"file\"; filename=\"bank.json\"\r\n"
        + "Content-Type: application/json\r\n\r\n\(file)",
    ]
    let body = parts.map { "--grens\r\n\($0)\r\n" }.joined() + "--grens--\r\n"
    return try await site.ask(
      .post, "/bank/import", as: Self.iris,
      headers: [
        .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=grens",
      ], body: body)
  }

  /// Takes over what is new in `file`.
  @discardableResult
  func takeOver(_ file: String) async throws -> TestResponse {
    try await send(
      ["contents": file, "review": "1-3-2027"], to: "/bank/import/takeover", as: Self.iris)
  }
}
