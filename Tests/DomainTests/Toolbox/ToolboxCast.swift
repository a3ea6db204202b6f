import Domain
import EventSourcing
import TestCast

/// A reference set small enough to reason about.
enum Small {
  typealias Event = References.Event

  static let knowledge = determinant("T1", "Kennis van regels", .spontaneous, .knowing)
  static let asked = References.Determinant(
    code: "T1", name: "Kennis van regels", question: "Kent men de regels?", group: .spontaneous,
    cluster: .knowing, certainty: .sourced)
  static let costs = determinant("T2", "Kosten en baten", .spontaneous, .wanting)
  static let inspection = determinant("T7", "Controlekans", .control, .having)
  static let honest = References.Segment(
    key: "honest", name: "Wil en kan naleven", complies: true, certainty: .sourced)
  static let careless = References.Segment(
    key: "careless", name: "Overtreedt af en toe bewust", complies: false, certainty: .sourced)
  static let leaflet = type("leaflet", "Voorlichting", 1)
  static let visit = type("visit", "Inspectie", 3)
  static let desk = type("desk", "Deskinspectie", 2)
  static let edition = References.Edition(
    determinants: [knowledge, costs, inspection], segments: [honest, careless],
    interventionTypes: [leaflet, visit, desk],
    fits: [
      fit("leaflet", "T1"), fit("visit", "T7"), fit("visit", "T2"), fit("desk", "T7"),
      fit("desk", "T2"),
    ])
  static let source = Source("Toolbox")
  static let adopted = [
    Event.adopted(edition: edition, organisation: inspectorate, source: source, on: monday)
  ]
  /// Another name for the visit, which is not published yet.
  static let renamed = type("visit", "Bezoek", 3)
  static let drafted = adopted + [.interventionTypeWritten(type: renamed, on: tuesday)]
  static let proposed = drafted + [.proposed(by: noor, note: "Korter", on: tuesday)]

  static func determinant(
    _ code: References.Determinant.Code, _ name: Line, _ group: References.Determinant.Group,
    _ cluster: References.Determinant.Cluster
  ) -> References.Determinant {
    References.Determinant(
      code: code, name: name, group: group, cluster: cluster, certainty: .working)
  }

  static func type(
    _ key: References.InterventionType.Key, _ name: Line, _ burden: References.Burden
  ) -> References.InterventionType {
    References.InterventionType(key: key, name: name, burden: burden, certainty: .working)
  }

  static func fit(
    _ type: References.InterventionType.Key, _ code: References.Determinant.Code
  ) -> References.Fit {
    References.Fit(type, code, certainty: .working)
  }
}

/// The analysis of why taxis ride without their computer on.
enum TaxiAnalysis {
  typealias Event = Analysis.Event

  static let subRisk = Analysis.SubRisk(
    title: "Ritten buiten de boordcomputer om", source: meerjarenplan)
  static let other = Analysis.SubRisk(title: "Rijtijden te lang")
  static let described = Analysis.SubRisk(
    title: "Rijtijden te lang", description: "Vooral in het weekend", source: meerjarenplan)
  static let weighing = Analysis.Weighing(chance: 4, effect: 3, reason: "Komt vaak voor")
  static let weighedTogether = Analysis.Weighing(
    chance: 4, effect: 3, reason: "Samen gescoord", round: RoundReference(1, 1))
  static let focus = Analysis.Focus(subRisks: [1], targetGroups: [1])
  static let size = Analysis.Size(
    "8000", "ondernemers", source: meerjarenplan, confidence: .medium)
  static let goal = Analysis.BehaviourGoal(
    who: "De zzp-chauffeur", present: "zonder boordcomputer rijden",
    wanted: "elke rit vastleggen", whereAndWhen: "in de vier grote steden, binnen een jaar")
  static let shares = [
    Analysis.SegmentShare("honest", 60, .low), Analysis.SegmentShare("careless", 30, .low),
  ]
  static let evidence = Analysis.Evidence(
    "In 4 van de 10 wagens stond hij uit", source: meerjarenplan)
  static let influencer = Analysis.Influencer(
    name: "Brancheclub", influence: "Leden luisteren ernaar")
  static let judgedTogether = Analysis.Judgement(
    1, explanation: "Zo zien wij het", evidence: [evidence], confidence: .low,
    round: RoundReference(1, 1))
  static let partnerActs = Analysis.Choice(
    for: 1, because: ["T2"], .partnerActs(partner: "Politie"), reason: "Zij staan er al")
  static let nothing = Analysis.Choice(for: 1, because: ["T2"], .nothing)
  /// They gain by it, and hardly anybody looks.
  static let costs = judgement(1, .medium)
  static let inspection = judgement(2, .high)
  static let visit = Analysis.Choice(for: 1, because: ["T7"], .intervention(type: "visit"))
  static let ground = Analysis.Ground(1, Small.edition)

  static let begun = [
    Event.begun(
      title: "Marktwerking taxi", organisation: inspectorate, edition: 1, on: monday)
  ]
  static let found =
    begun + [
      .subRiskFound(id: 1, subRisk: subRisk, on: monday),
      .subRiskFound(id: 2, subRisk: other, on: monday),
    ]
  static let weighed =
    found + [
      .subRiskWeighed(id: 1, weighing: weighing, on: monday),
      .subRiskWeighed(id: 2, weighing: weighing, on: monday),
    ]
  static let focused =
    weighed + [
      .prioritised(subRisks: [1, 2], reason: "Meeste schade", on: tuesday),
      .focusChosen(focus: focus, reason: "Hier kunnen wij iets", on: tuesday),
    ]
  static let chosen =
    focused + [
      .stepFinished(
        step: .choose, version: 1, standsOn: [], conclusion: "Eerst de boordcomputer", on: tuesday)
    ]
  static let profiled =
    chosen + [
      .sectorNamed(group: 1, sector: "Taxi", on: tuesday),
      .sizeEstimated(group: 1, size: size, on: tuesday),
      .behaviourGoalSet(group: 1, goal: goal, on: tuesday),
      .segmentsEstimated(group: 1, shares: shares, on: tuesday),
      .determinantJudged(group: 1, determinant: "T2", judgement: costs, on: tuesday),
      .determinantJudged(group: 1, determinant: "T7", judgement: inspection, on: tuesday),
    ]
  static let understood =
    profiled + [
      .stepFinished(
        step: .understand, version: 1, standsOn: [1], conclusion: "Het loont", on: wednesday)
    ]
  static let suggested =
    understood + [.suggested(id: 1, suggestion: suggestion, on: wednesday)]
  static let acting = suggested + [.chosen(id: 1, choice: desk, on: wednesday)]
  static let done =
    acting + [
      .stepFinished(
        step: .act, version: 1, standsOn: [1, 1], conclusion: "Deze mix", on: thursday)
    ]

  static let input = Suggestion.Input(
    group: 1, version: 1, edition: 1,
    judged: [.init("T2", 1, .medium), .init("T7", 2, .high)], experience: [])
  /// Both change both hindrances: 2 times 2, and 1 times 3; the desk weighs less.
  static let suggestion = Suggestion(
    input,
    [
      .init("desk", fit: 7, burden: 2, because: ["T2", "T7"]),
      .init("visit", fit: 7, burden: 3, because: ["T2", "T7"]),
    ], by: .fitThenLightest)
  /// The same after something was tried before.
  static let experienced = Suggestion(
    Suggestion.Input(
      group: 1, version: 2, edition: 3, judged: [.init("T7", 1, .low)],
      experience: [
        Suggestion.Experience(
          "desk", "T7", here: .init(improved: 1, unchanged: 2, worsened: 3),
          elsewhere: .init(improved: 4, unchanged: 5, worsened: 6))
      ]),
    [.init("desk", fit: 2, burden: 2, because: ["T7"], cautions: [.worsenedHere])],
    by: .fitThenLightest)
  static let desk = Analysis.Choice(
    for: 1, because: ["T2", "T7"], .intervention(type: "desk"), after: 1)

  static func judgement(_ score: Score, _ confidence: Confidence) -> Analysis.Judgement {
    Analysis.Judgement(
      score, explanation: "Zo zien wij het", evidence: [evidence], confidence: confidence)
  }
}

/// A focus group on taxis, of one from inside and one from outside.
enum Table {
  typealias Event = Analysis.Event

  static let convening = Analysis.Convening(
    "Focusgroep taxi", step: .choose, form: .focusGroup, heldOn: wednesday)
  static let colleague = Analysis.Participant.colleague(person: joris)
  static let guest = Analysis.Participant.guest(name: "R. de Wit", organisation: "Taxibranche")
  static let round = Analysis.Round(
    "Kans en effect",
    [Analysis.Question(1, .chance(subRisk: 1)), Analysis.Question(2, .effect(subRisk: 1))])
  static let everyQuestion = Analysis.Round(
    "Alles",
    round.questions + [Analysis.Question(3, .determinant(group: 1, code: "T7"))])
  static let answers = [Analysis.Answer(1, 4), Analysis.Answer(2, 2, remark: "Valt mee")]

  static let convened =
    TaxiAnalysis.found + [.sessionConvened(id: 1, convening: convening, on: monday)]
  static let seated =
    convened + [
      .participantInvited(session: 1, id: 1, participant: colleague, on: monday),
      .participantInvited(session: 1, id: 2, participant: guest, on: monday),
    ]
  static let asked = seated + [.roundOpened(session: 1, id: 1, round: round, on: wednesday)]
  static let scored =
    asked + [.scored(session: 1, round: 1, participant: 1, answers: answers, on: wednesday)]
  static let closed = scored + [.roundClosed(session: 1, id: 1, on: wednesday)]
  static let report = Analysis.Attachment(
    FiledDocument("verslag.pdf", .pdf, byteCount: 12_345, digest: digest(of: 1)),
    description: "Wat er gezegd is")
  static let photo = Analysis.Attachment(
    FiledDocument("bord.jpg", .jpeg, byteCount: 1, digest: digest(of: 2)))
  static let attached =
    convened + [.attachmentAdded(session: 1, id: 1, attachment: report, on: wednesday)]
  static let concluded = closed + [.sessionConcluded(id: 1, on: wednesday)]

  private static func digest(of byte: UInt8) -> ContentDigest {
    guard let digest = ContentDigest(repeatElement(byte, count: ContentDigest.byteCount)) else {
      preconditionFailure("a digest has so many bytes")
    }
    return digest
  }
}

/// What the data bank says of a letter in advance.
enum Letter {
  static let short = BankEntry.Article(
    .practice, title: "Een brief vooraf", text: "Na de brief kwamen er meer meldingen",
    evidence: .observed)
  static let whole = BankEntry.Article(
    .intervention, title: "Een brief vooraf", text: "Na de brief kwamen er meer meldingen",
    fits: "Wie de regels niet kent", fitsNot: "Wie bewust overtreedt",
    legalLimits: "Geen dreigende toon", burden: "Lezen", interventionTypes: ["announcement"],
    determinants: ["T1", "T7"], sector: "Taxi", evidence: .measured, source: meerjarenplan)
  static let provenance = BankEntry.Provenance(
    organisation: "Nederlandse Arbeidsinspectie", version: 3, licence: "CC-BY-4.0")
}
