import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// An intervention that is over, with an indicator that was measured before and after it.
private struct Over {
  let programme: String
  let address: String
  let indicator: String
  let before: String
  let after: String

  init(on site: StagedSite) async throws {
    programme = try await site.adopted(phase: .execution)
    indicator = try await site.made(
      [
        "name": "Roet", "kind": "counted", "unit": "gram", "baseline": "50",
        "baseline-on": "1-1-2026", "aim": "atLeast", "on": "1-2-2026",
      ], to: programme + "/indicators")
    let measurements = "\(programme)/indicators/\(indicator)/measurements"
    before = try await site.made(
      ["value": "40,5", "on": "1-2-2026", "source": "Meetnet"], to: measurements)
    after = try await site.made(
      ["value": "30", "on": "5-2-2026", "source": "Meetnet"], to: measurements)
    let intervention = try await site.made(
      [
        "name": "Controles", "owner": "noor", "from": "1-2-2026", "to": "1-6-2026",
        "effect": "Minder roet", "on": "1-2-2026",
      ], to: programme + "/interventions")
    address = "\(programme)/interventions/\(intervention)"
    _ = try await site.made(["on": "2-2-2026"], to: address + "/start")
    _ = try await site.made(["result": "40 schepen", "on": "5-2-2026"], to: address + "/result")
  }

  /// The evaluation as somebody fills it in, from one measurement to another.
  func evaluation(
    from: String, to: String, observed: String = "Minder rook", on day: String = "6-2-2026"
  ) -> [(String, String)] {
    [
      ("observed", observed), ("outcome", "improved"), ("before-\(indicator)", from),
      ("after-\(indicator)", to), ("confidence", "low"), ("confidence-reason", "Twee metingen"),
      ("explanations", "Een zachte winter"), ("lessons", "Meet vaker"), ("on", day),
    ]
  }
}

@Test func `what was expected stands beside what was observed, with what was measured`()
  async throws
{
  try await StagedSite.with { site in
    let over = try await Over(on: site)
    #expect(try await site.page(over.address).contains("nog niet geëvalueerd"))
    let answer = try await site.send(
      pairs: over.evaluation(from: over.before, to: over.after), to: over.address + "/evaluation")
    #expect(answer.status == .seeOther)
    let page = try await site.page(over.address)
    for words in [
      "Minder roet", "Minder rook", "verbeterd", "40,5 gram", "30 gram", "10,5 lager",
      "Een zachte winter", "Meet vaker", "Door Noor de Wit, 6 februari 2026.",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(try await site.page(over.programme).contains("verbeterd"))
  }
}

@Test func `an evaluation that rests on no measurements says so`() async throws {
  try await StagedSite.with { site in
    let over = try await Over(on: site)
    try await site.send(
      pairs: over.evaluation(from: "", to: ""), to: over.address + "/evaluation")
    #expect(try await site.page(over.address).contains("Dit oordeel rust niet op metingen."))
  }
}

@Test func `two measurements are chosen, in the order of their days`() async throws {
  try await StagedSite.with { site in
    let over = try await Over(on: site)
    let half = try await site.send(
      pairs: over.evaluation(from: over.before, to: ""), to: over.address + "/evaluation")
    #expect(half.status == .unprocessableContent)
    let backwards = try await site.send(
      pairs: over.evaluation(from: over.after, to: over.before),
      to: over.address + "/evaluation")
    #expect(backwards.status == .unprocessableContent)
    #expect(backwards.text.contains("De tweede meting moet van een latere dag zijn"))
  }
}

@Test func `a change is never put down to an intervention without another explanation`()
  async throws
{
  try await StagedSite.with { site in
    let over = try await Over(on: site)
    let bare = over.evaluation(from: "", to: "").filter { $0.0 != "explanations" }
    let answer = try await site.send(pairs: bare, to: over.address + "/evaluation")
    #expect(answer.status == .unprocessableContent)
  }
}

@Test func `a revised evaluation keeps the one before, and the history tells both`() async throws {
  try await StagedSite.with { site in
    let over = try await Over(on: site)
    try await site.send(
      pairs: over.evaluation(from: over.before, to: over.after), to: over.address + "/evaluation")
    let form = try await site.page(over.address + "/evaluation/revision")
    #expect(form.contains("Minder rook"))
    let answer = try await site.send(
      pairs: over.evaluation(
        from: "baseline", to: over.after, observed: "Evenveel rook", on: "7-2-2026")
        + [("reason", "De meter was stuk")], to: over.address + "/evaluation/revision")
    #expect(answer.status == .seeOther)
    let page = try await site.page(over.address)
    for words in ["Evenveel rook", "De meter was stuk", "Eén eerdere versie", "20 lager"] {
      #expect(page.contains(words), "\(words)")
    }
    let history = try await site.page(over.programme + "/history")
    #expect(history.contains("Noor de Wit heeft de interventie ‘Controles’ geëvalueerd."))
    #expect(history.contains("Roet: van 40,5 gram naar 30 gram"))
    #expect(history.contains("Minder rook") && history.contains("Evenveel rook"))
  }
}
