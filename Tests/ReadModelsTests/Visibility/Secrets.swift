import Domain
import EventSourcing
import Postgres
import ReadModels
import TestCast
import TestStaging

/// Work of the organisation that fills every read model of it, beside one programme that a guest may see.
enum Secrets {
  /// The secret programme.
  static let id = Rail.id

  /// A case that its case says it is related to.
  static let relatedCase: CaseID = 106

  /// The tables of every read model of the work and of its past, each with its schema.
  static let tables = ReadModelList.all.filter {
    [.work, .cases, .caseParts, .records].contains($0.audience)
  }.flatMap { model in
    ["", "_superseded"].map { Table(schema: "\(model.name)__v1", name: model.name + $0) }
  }

  struct Table {
    let schema: String
    let name: String
    var path: String { "\(schema).\(name)" }
  }

  /// A stage with everything on it.
  static func with(_ body: (TestStage) async throws -> Void) async throws {
    try await TestStage.with { stage in
      for command in Rail.story {
        _ = try await stage.gateway.perform(
          Order<Programme>(command, on: id.identity), in: .noors)
      }
      _ = try await stage.gateway.perform(
        Order<Programme>(
          .establish(Rail.charter(number: 90), from: DecisionReference(91, 92), on: monday),
          on: Onlooker.own.identity), in: .noors)
      for command in Noise.story {
        _ = try await stage.gateway.perform(
          Order<Exploration>(command, on: Noise.id.identity), in: .noors)
      }
      for command in Warning.story {
        try await stage.perform(command, to: Signal.self, on: Warning.id.identity, by: noor)
      }
      for command in Reasons.story {
        try await stage.perform(command, to: Analysis.self, on: id.identity, by: noor)
      }
      try await stage.perform(
        Knowledge.proposal, to: BankEntry.self, on: Knowledge.id.identity, by: noor)
      for command in Leak.story {
        try await stage.perform(command, to: CaseFile.self, on: Leak.id.identity, by: noor)
      }
      try await stage.perform(
        Leak.checklist, to: Checklist.self, on: Leak.checklistID.identity, by: noor)
      try await body(stage)
    }
  }
}

/// A case of the secret programme, with one of each of its parts, and a checklist for it.
private enum Leak {
  static let id: CaseID = 100
  static let checklistID: ChecklistID = 101

  static let story: [CaseFile.Command] = [
    .open(
      "2026-0000001",
      CaseFile.Opening(
        "Geheim", origin: .ownObservation, programme: Secrets.id, handlers: [noor]),
      organisation: inspectorate, on: monday),
    .logging(
      .log(
        102, CaseFile.Intervention("visit", on: monday, summary: "Het lekte."),
        findings: [
          CaseFile.NewFinding(
            103, CaseFile.Finding(.violation, rule: "Dicht", legalBasis: "Artikel 3"))
        ]), on: monday),
    .handling(.relate(Secrets.relatedCase, to: id), on: tuesday),
    .documents(.file(104, CaseFile.Document(photo)), on: tuesday),
    .reporting(
      .issue(
        105,
        CaseFile.Report(
          .informationLetter, "Geheim", to: CaseFile.Addressee("De Boer", lines: ["Havenweg 1"]),
          text: "Geachte"), serial: 1, CaseFile.Issue(html: photo, pdf: nil)), on: tuesday),
    .enforcing(103, .report(Enforcement.Report(offender: "Geheim BV")), on: tuesday),
    .surveying(106, .ask(102, until: nextMonday), on: tuesday),
    .keeping(.hold(reason: "Geheim"), on: tuesday),
    .close(CaseFile.Outcome(.restored, compliance: .reached), on: wednesday),
    .publicizing(
      107,
      .intend(
        Publication.Text("Geheim", summary: "Het lekte."), viewUntil: wednesday.adding(days: 14)),
      on: wednesday),
  ]

  private static var photo: FiledDocument {
    guard let digest = ContentDigest(Array(repeating: 7, count: ContentDigest.byteCount)) else {
      preconditionFailure("a digest has as many bytes as that")
    }
    return FiledDocument("lek.jpg", .jpeg, byteCount: 4, digest: digest)
  }

  static let checklist = Checklist.Command.publish(
    Checklist.Content(
      "Geheim", programme: Secrets.id,
      items: [Checklist.Item("q1", question: "Dicht?", rule: "Dicht", legalBasis: "Artikel 3")]),
    organisation: inspectorate, on: monday)
}

extension Envelope {
  fileprivate static var noors: Envelope {
    Envelope(command: .fresh(), actor: noor.description)
  }
}

/// A signal that nobody else should read.
private enum Warning {
  static let id: SignalID = 95

  static let story: [Signal.Command] = [
    .raise(
      Signal.Message(
        title: "Geheim", text: "Het keurmerk werkt niet.", kind: .askingAction,
        addressee: .ministry), organisation: inspectorate,
      origin: .known(source: meerjarenplan, certainty: .sourced), dueOn: "2026-05-01",
      isPublic: false, on: monday),
    .send(on: tuesday),
    .respond(96, Signal.PolicyResponse("We passen de norm aan.", from: "DGLM"), on: wednesday),
    .handle(on: wednesday),
  ]
}

/// What the house alone knows of a way to change behaviour.
private enum Knowledge {
  static let id: BankEntryID = 99

  static let proposal = BankEntry.Command.propose(
    BankEntry.Article(
      .practice, title: "Geheim", text: "Onaangekondigd werkt.", evidence: .observed),
    organisation: inspectorate, by: noor, on: monday)
}

/// An analysis of the secret programme, with one of each of its parts.
private enum Reasons {
  static let group: TargetGroupID = 97

  static let story: [Analysis.Command] =
    [
      .begin(title: "Geheim", organisation: inspectorate, edition: 1, on: monday),
      .choosing(.find(1, Analysis.SubRisk(title: "Te hard")), on: monday),
      .choosing(.weigh(1, Analysis.Weighing(chance: 4, effect: 3, reason: "Gezien")), on: monday),
      .choosing(.prioritise([1], reason: "Het is er één"), on: monday),
      .choosing(
        .focus(Analysis.Focus(subRisks: [1], targetGroups: [group]), reason: "Hier"), on: monday),
      .understanding(.sector(group, "Spoor"), on: tuesday),
      .understanding(
        .judge(
          group, "T7",
          Analysis.Judgement(
            1, explanation: "Niemand kijkt",
            evidence: [Analysis.Evidence("Geen controles", source: meerjarenplan)],
            confidence: .high)), on: tuesday),
      .understanding(
        .name(98, group, Analysis.Influencer(name: "Vervoerder", influence: "Groot")), on: tuesday),
      .acting(
        .suggest(1, group, Analysis.Ground(1, edition), by: .present), on: wednesday),
      .acting(
        .choose(1, Analysis.Choice(for: group, because: ["T7"], .nothing, reason: "Nog niet")),
        on: wednesday),
    ] + session

  private static let session: [Analysis.Command] = [
    .convene(
      Analysis.Convening("Overleg", step: .understand, form: .focusGroup, heldOn: tuesday)),
    .invite(1, .colleague(person: noor)),
    .openRound(
      1,
      Analysis.Round(
        "Wat hindert", [Analysis.Question(1, .determinant(group: group, code: "T7"))])),
    .score(1, by: 1, [Analysis.Answer(1, 2)]),
  ].map { .sessions(1, $0, on: tuesday) }

  private static let edition = References.Edition(
    determinants: [
      References.Determinant(
        code: "T7", name: "Controlekans", group: .control, cluster: .having, certainty: .working)
    ], segments: [],
    interventionTypes: [
      References.InterventionType(key: "visit", name: "Inspectie", burden: 3, certainty: .working)
    ], fits: [References.Fit("visit", "T7", certainty: .working)])
}
