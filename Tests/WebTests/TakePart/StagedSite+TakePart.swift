import Authentication
import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// A session in which Noor and somebody from outside take part.
struct StagedSession {
  /// The address of its page.
  let address: String
  let programme: String
  let guest: String
  let round: String

  var linkForm: String { "\(address)/participants/\(guest)/link" }
  var scoresForm: String { "\(address)/rounds/\(round)/scores" }
}

extension StagedSite {
  /// A session with an open round about one sub-risk.
  func askedSession() async throws -> StagedSession {
    let (toolbox, _, risk) = try await chosenToolbox()
    let session = try await made(
      [
        "step": "choose", "title": "Brainstorm vervoer", "form": "brainstorm", "held": "1-2-2026",
        "on": "1-2-2026",
      ], to: toolbox + "/sessions")
    let address = "\(toolbox)/sessions/\(session)"
    try await send(["person": "noor", "on": "1-2-2026"], to: address + "/participants")
    let guest = try await made(
      ["name": "Joris Bakker", "organisation": "Brancheclub", "on": "1-2-2026"],
      to: address + "/participants")
    try await send(
      ["notes": "Wat er binnen is gezegd", "on": "1-2-2026"], to: address + "/notes")
    let round = try await made(
      ["title": "Eerste ronde", "risk-\(risk)": "on", "on": "1-2-2026"], to: address + "/rounds")
    return StagedSession(
      address: address,
      programme: String(toolbox.dropFirst("/programmes/".count).dropLast("/toolbox".count)),
      guest: guest, round: round)
  }

  /// Makes a personal link for the guest, and gives its address.
  func link(in session: StagedSession) async throws -> String {
    let answer = try await send([:], to: session.linkForm)
    #expect(answer.status == .ok)
    let link = try #require(answer.text.firstMatch(of: #/href="(/take-part/[^"]+)"/#))
    return String(link.output.1)
  }

  /// Scores 4 and then 2 for whoever has the form at `address`, or what is given.
  func score(
    _ scores: [Int] = [4, 2], to address: String, drawnAt page: String? = nil,
    as person: Person? = nil, remark: String = ""
  ) async throws -> TestResponse {
    let drawn = try await site.ask(.get, page ?? address, as: person).text
    let questions = drawn.matches(of: #/name="score-([0-9a-f-]+)"/#).map { String($0.output.1) }
    var fields = [("command", Identity.fresh().description), ("on", "1-2-2026")]
    for (question, score) in zip(questions.uniqued, scores) {
      fields += [("score-\(question)", "\(score)"), ("remark-\(question)", remark)]
    }
    let body = fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    let answer = try await site.post(address, as: person, body)
    try await stage.show(try await log.head())
    return answer
  }
}

extension [String] {
  /// Each once, in the order in which they first come.
  fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
