import Domain
import HTTPTypes
import Testing

@testable import Web

extension StagedSite {
  /// A small reference set that comes along with the site.
  static let references = ReferencesArea.Supplied(
    References.Edition(
      determinants: [
        determinant("T1", "Kennis van regels", .spontaneous, .knowing),
        determinant("T2", "Kosten en baten", .spontaneous, .wanting),
        determinant("T7", "Controlekans", .control, .having),
      ].compactMap { $0 },
      segments: [
        segment("honest", "Wil en kan naleven", complies: true),
        segment("careless", "Overtreedt bewust", complies: false),
      ].compactMap { $0 },
      interventionTypes: [
        type("leaflet", "Voorlichting", 1), type("visit", "Inspectie", 3),
        type("desk", "Deskinspectie", 2),
      ].compactMap { $0 },
      fits: [("leaflet", "T1"), ("visit", "T7"), ("visit", "T2"), ("desk", "T7"), ("desk", "T2")]
        .compactMap(fit)),
    source: Domain.Source(Line(recorded: "Werklijst")))

  private static func determinant(
    _ code: String, _ name: String, _ group: References.Determinant.Group,
    _ cluster: References.Determinant.Cluster
  ) -> References.Determinant? {
    References.Determinant.Code(code).map {
      References.Determinant(
        code: $0, name: Line(recorded: name), group: group, cluster: cluster,
        certainty: .working)
    }
  }

  private static func segment(
    _ key: String, _ name: String, complies: Bool
  ) -> References.Segment? {
    References.Segment.Key(key).map {
      References.Segment(
        key: $0, name: Line(recorded: name), complies: complies, certainty: .sourced)
    }
  }

  private static func type(
    _ key: String, _ name: String, _ burden: Int
  ) -> References.InterventionType? {
    guard let key = References.InterventionType.Key(key),
      let burden = References.Burden(rawValue: burden)
    else { return nil }
    return References.InterventionType(
      key: key, name: Line(recorded: name), burden: burden, certainty: .working)
  }

  private static func fit(_ type: String, _ code: String) -> References.Fit? {
    guard let type = References.InterventionType.Key(type),
      let code = References.Determinant.Code(code)
    else { return nil }
    return References.Fit(type, code, certainty: .working)
  }

  /// Takes over the reference set and begins the toolbox of a programme, or of a new one, with one target group.
  func begunToolbox(
    of programme: String? = nil
  ) async throws -> (address: String, group: String) {
    try await send(["on": "1-2-2026"], to: "/references/adoption", as: Self.iris)
    let address = if let programme { programme } else { try await adopted() }
    let group = try await made(
      ["name": "Vervoerders", "on": "1-2-2026"], to: address + "/target-groups")
    let toolbox = address + "/toolbox"
    try await send(["on": "1-2-2026"], to: toolbox + "/beginning")
    return (toolbox, group)
  }

  /// A toolbox with a sub-risk that is weighed, put in order and in focus with the group.
  func chosenToolbox(
    of programme: String? = nil
  ) async throws -> (address: String, group: String, risk: String) {
    let (toolbox, group) = try await begunToolbox(of: programme)
    let choose = toolbox + "/choose"
    let risk = try await made(
      ["title": "Te zwaar beladen", "on": "1-2-2026"], to: choose + "/sub-risks")
    try await send(
      ["chance": "4", "effect": "3", "reason": "Vaak gezien", "on": "1-2-2026"],
      to: "\(choose)/sub-risks/\(risk)/weighing")
    try await send(
      pairs: [("place-\(risk)", "1"), ("reason", "Het is er maar één"), ("on", "1-2-2026")],
      to: choose + "/priorities")
    try await send(
      pairs: [
        ("risk-\(risk)", "on"), ("group-\(group)", "on"), ("reason", "Hier kunnen wij iets"),
        ("on", "1-2-2026"),
      ], to: choose + "/focus")
    return (toolbox, group, risk)
  }

  /// The same with the group understood as far as its determinants.
  func judgedToolbox(
    of programme: String? = nil
  ) async throws -> (address: String, group: String, risk: String) {
    let chosen = try await chosenToolbox(of: programme)
    let group = "\(chosen.address)/understand/\(chosen.group)"
    for (code, score) in [("T2", "1"), ("T7", "2")] {
      try await send(
        [
          "score": score, "explanation": "Het loont", "confidence": "high",
          "evidence-1": "Vier van de tien", "evidence-1-source": "Meting", "on": "1-2-2026",
        ], to: "\(group)/determinants/\(code)")
    }
    return chosen
  }

  /// An analysis with one of each of its parts, of the programme at `places` or of a new one.
  func placesOfAnAnalysis(of places: Places? = nil) async throws -> Places {
    let (toolbox, group, risk) = try await judgedToolbox(
      of: places?.address(of: "programmes/:programme"))
    let influencer = try await made(
      ["name": "Brancheclub", "influence": "Groot", "on": "1-2-2026"],
      to: "\(toolbox)/understand/\(group)/influencers")
    let suggestion = try await made(
      ["on": "1-2-2026"], to: "\(toolbox)/act/\(group)/suggestion")
    let choice = try await made(
      [
        "determinant-T2": "on", "measure": "type:desk", "reason": "Licht en past",
        "on": "1-2-2026",
      ], to: "\(toolbox)/act/\(group)/choices")
    let session = try await convened(in: toolbox)
    let programme = toolbox.dropFirst("/programmes/".count).dropLast("/toolbox".count)
    return Places(identities: [
      ":programme": String(programme), ":group": group, ":risk": risk, ":determinant": "T2",
      ":influencer": influencer, ":suggestion": suggestion, ":choice": choice, ":edition": "1",
      ":segment": "honest",
      ":type": "desk",
    ]).merging(session)
  }

  /// A session with Iris and a guest in it, a source, an attachment, and an open round about one determinant.
  private func convened(in toolbox: String) async throws -> Places {
    let session = try await made(
      [
        "step": "understand", "title": "Focusgroep", "form": "focusGroup", "held": "1-2-2026",
        "on": "1-2-2026",
      ], to: toolbox + "/sessions")
    let address = "\(toolbox)/sessions/\(session)"
    let overview = try await page(toolbox + "/understand")
    let group = try #require(overview.firstMatch(of: /understand\/([0-9a-f-]{36})/)?.1)
    try await send(["person": "iris", "on": "1-2-2026"], to: address + "/participants")
    return Places(identities: [
      ":session": session,
      ":participant": try await made(
        ["name": "Joris Bakker", "organisation": "Brancheclub", "on": "1-2-2026"],
        to: address + "/participants"),
      ":source": try await made(
        ["source": "Verslag", "on": "1-2-2026"], to: address + "/sources"),
      ":attachment": try await attached(to: address),
      ":round": try await made(
        ["title": "Wat hindert", "group-\(group)-T2": "on", "on": "1-2-2026"],
        to: address + "/rounds"),
    ])
  }

  /// An entry of the data bank that was accepted, with an amendment that waits.
  func placesOfTheBank() async throws -> Places {
    let words: KeyValuePairs = [
      "kind": "practice", "title": "Brief vooraf", "text": "Wij schreven eerst.",
      "evidence": "observed", "on": "1-2-2026",
    ]
    let entry = try await made(words, to: "/bank/new")
    try await send(
      ["review": "1-2-2027", "on": "1-2-2026"], to: "/bank/\(entry)/acceptance", as: Self.iris)
    try await send(
      pairs: words.map { ($0.key, $0.key == "text" ? "Wij schreven en belden." : $0.value) },
      to: "/bank/\(entry)/text")
    return Places(identities: [":entry": entry, ":version": "1"])
  }
}
