import Domain
import EventSourcing
import Testing

/// A programme's life with every event in it.
extension Happenings {
  func programmed() throws -> [LogEvent] {
    let events = try begun() + measured() + surrounded() + worked() + concluded()
    return events.map(LogEvent.programme)
  }

  private func begun() throws -> [Programme.Event] {
    let day = try day(2)
    return [
      .established(charter: try charter(), decision: DecisionReference(id(1), id(5)), on: day),
      .renamed(
        label: try label(9, "veilig spoor"), organisation: try Line("inspectie"),
        previousNumber: 8, on: day),
      .problemRestated(problem: try prose("drukker"), on: day),
      .managerAppointed(person: try person("amina"), on: day),
      .extended(
        review: try self.day(25), end: try self.day(31), decidedBy: try person("noor"),
        reason: try prose("niet af"), on: day),
      .gatePlanned(to: .execution, expectedOn: try self.day(5), on: day),
      .gatePlanned(to: .execution, expectedOn: try self.day(6), on: day),
      .gatePassed(to: .execution, grounds: try prose("plan klaar"), on: day),
      .loopedBack(to: .exploration, reason: try prose("inzicht"), on: day),
      .goalSet(id: id(1), text: try line("doel een"), on: day),
      .goalReworded(id: id(1), text: try line("doel twee"), on: day),
    ]
  }

  private func measured() throws -> [Programme.Event] {
    let day = try day(2)
    let definition = Programme.Definition(
      name: try line("seinen"), unit: .counted(in: try line("procent")),
      baseline: .init(.number(value: try quantity("50")), on: try self.day(1)),
      target: .init(.number(value: try quantity("65")), by: try self.day(31)),
      source: try source("plan"), goal: id(1))
    let described = Programme.Definition(name: try line("staat"), unit: .described)
    return [
      .indicatorDefined(id: id(1), definition: definition, on: day),
      .indicatorDefined(id: id(2), definition: described, on: day),
      .targetRevised(
        indicator: id(1), target: .init(.number(value: try quantity("70"))),
        reason: try prose("te laag"), on: day),
      .measured(
        indicator: id(1), id: id(1),
        measurement: .init(.number(value: try quantity("12.5")), source: try source("telling")),
        on: day),
      .measured(
        indicator: id(2), id: id(2),
        measurement: .init(
          .words(text: try prose("beter")), source: try source("beeld"),
          note: try prose("voorlopig")),
        on: day),
      .measurementCorrected(
        indicator: id(1), id: id(1), value: .number(value: try quantity("13")),
        reason: try prose("telfout"), on: day),
      .damageEstimated(id: id(1), estimate: try estimate(1_000_000), on: day),
      .damageEstimated(id: id(2), estimate: try estimate(2_000_000), on: day),
      .estimateWithdrawn(id: id(2), reason: try prose("komma verkeerd"), on: day),
    ]
  }

  private func surrounded() throws -> [Programme.Event] {
    let day = try day(2)
    let noor = try person("noor")
    return [
      .targetGroupAdded(id: id(1), name: try line("vervoerders"), on: day),
      .targetGroupRenamed(id: id(1), name: try line("bedrijven"), on: day),
      .partnerInvolved(
        id: id(1), partner: .init(name: try line("era"), kind: .external), on: day),
      .partnerRevised(
        id: id(1),
        partner: .init(name: try line("bureau"), kind: .internal, role: try line("helpt")),
        on: day),
      .agreementMade(partner: id(1), id: id(1), text: try prose("deelt cijfers"), on: day),
      .partnerLeft(id: id(1), reason: try prose("klaar"), on: day),
      .memberJoined(person: noor, role: try line("inspecteur"), on: day),
      .memberJoined(person: noor, role: try line("analist"), on: day),
      .memberLeft(person: noor, on: day),
    ]
  }

  private func worked() throws -> [Programme.Event] {
    let day = try day(2)
    let bare = Programme.Plan(name: try line("bezoek"))
    let full = Programme.Plan(
      name: try line("bedrijfsbezoek"), owner: try person("amina"),
      period: Period(from: day, to: try self.day(9)), capacity: Programme.Hours(rawValue: 400),
      unit: try line("team rail"), targetGroup: id(1), expectedEffect: try prose("besef"),
      goal: id(1), indicator: id(1))
    return [
      .interventionPlanned(id: id(1), plan: bare, on: day),
      .interventionRevised(id: id(1), plan: full, on: day),
      .interventionPlanned(id: id(2), plan: full, on: day),
      .countingChosen(
        indicator: id(1),
        counting: .init(.closed, targetGroup: id(1), intervention: id(2), since: day), on: day),
      .measured(
        indicator: id(1), id: id(3),
        measurement: .init(
          .number(value: try quantity("3")), source: try source("zaken"),
          count: .init(
            .init(.closed, targetGroup: id(1), intervention: id(2), since: day), met: 3, of: 3,
            at: 7)), on: day),
      .interventionStarted(id: id(1), on: day),
      .interventionFinished(id: id(1), result: try prose("veertig"), on: day),
      .interventionCancelled(id: id(2), reason: try prose("geen mensen"), on: day),
      .interventionEvaluated(id: id(1), evaluation: try learning("een"), on: day),
      .interventionEvaluationRevised(
        id: id(1), evaluation: try learning("twee"), reason: try prose("dubbel geteld"), on: day),
      .achievementRecorded(
        id: id(1), achievement: .init(try prose("vangst"), source: try source("bericht")), on: day),
      .achievementWithdrawn(id: id(1), reason: try prose("dubbel"), on: day),
      .goalDropped(id: id(1), reason: try prose("bereikt"), on: day),
      .targetGroupDropped(id: id(1), reason: try prose("te breed"), on: day),
      .indicatorDropped(id: id(1), reason: try prose("zegt niets"), on: day),
    ]
  }

  private func concluded() throws -> [Programme.Event] {
    let day = try day(2)
    return [
      .evaluationRecorded(evaluation: try evaluation("een", .low), on: day),
      .evaluationRevised(
        evaluation: try evaluation("twee", .high), reason: try prose("tegenspraak"), on: day),
      .ended(reason: try prose("bereikt"), on: day),
    ]
  }

  private func learning(_ version: String) throws -> Programme.InterventionEvaluation {
    Programme.InterventionEvaluation(
      observed: try prose("gezien \(version)"), outcome: .improved,
      comparisons: [.init(of: id(1), before: nil, after: id(1))], confidence: .low,
      confidenceReason: try prose("waarom \(version)"),
      otherExplanations: try prose("anders \(version)"), lessons: try prose("les \(version)"),
      by: try person("noor"))
  }

  private func evaluation(
    _ version: String, _ confidence: Confidence
  ) throws -> Programme.Evaluation {
    Programme.Evaluation(
      contribution: try prose("bijdrage \(version)"), confidence: confidence,
      confidenceReason: try prose("waarom \(version)"),
      otherExplanations: try prose("anders \(version)"), worked: try prose("werkte \(version)"),
      didNotWork: try prose("werkte niet \(version)"), lessons: try prose("les \(version)"),
      continuation: try prose("verder \(version)"), by: try person("noor"))
  }

  private func estimate(_ euros: Int) throws -> Programme.Estimate {
    let low = try #require(Euro(cents: euros * 100))
    let high = try #require(Euro(cents: euros * 150))
    return Programme.Estimate(
      try #require(Margin(low: low, high: high)), year: Year(rawValue: 2025),
      source: try source("ibra"),
      certainty: .working, note: try prose("raming"))
  }

  private func quantity(_ text: String) throws -> Quantity { try #require(Quantity(text)) }
}
