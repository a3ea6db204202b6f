import Domain
import TestCast

extension Rail {
  /// From the decision to the end, through every kind of event a programme has.
  static let story: [Programme.Command] =
    beginning + preparation + work + secondRound + ending

  private static let beginning: [Programme.Command] = [
    .establish(charter, from: decision, on: monday),
    .rename(Programme.Label(planYear: 2021, number: 7, name: "Spoor"), on: monday),
    .rename(Programme.Label(planYear: 2019, number: 3, name: "Veilig spoor"), on: monday),
    .restateProblem("Het spoor is druk\nen de seinen zijn oud", on: tuesday),
    .appointManager(joris, on: tuesday),
    .team(.join(joris, role: "Inspecteur"), on: tuesday),
    .team(.join(amina, role: "Jurist"), on: tuesday),
    .team(.join(joris, role: "Programmaleider"), on: wednesday),
    .team(.leave(amina), on: wednesday),
    .estimateDamage(1, estimate(5_500_000_00, 6_000_000_00), on: tuesday),
    .estimateDamage(2, estimate(5_000_000_00, 5_000_000_00), on: wednesday),
    .estimateDamage(3, estimate(4_000_000_00, 4_000_000_00), on: monday),
    .estimateDamage(4, estimate(9_000_000_00, 9_000_000_00), on: wednesday),
    .withdrawEstimate(4, reason: "Komma verkeerd", on: wednesday),
  ]

  private static let preparation: [Programme.Command] = [
    .goals(.set(1, "Veilig spoor"), on: tuesday),
    .goals(.set(2, "Minder papier"), on: tuesday),
    .goals(.reword(1, "Veiliger spoor"), on: wednesday),
    .goals(.drop(2, reason: "Hoort elders"), on: wednesday),
    .targetGroups(.add(1, "Vervoerders"), on: tuesday),
    .targetGroups(.rename(1, "Spoorwegondernemingen"), on: tuesday),
    .targetGroups(.add(2, "Reizigers"), on: tuesday),
    .targetGroups(.drop(2, reason: "Niet te beïnvloeden"), on: tuesday),
    .partners(.involve(1, Programme.Partner(name: "ProRail", kind: .external)), on: tuesday),
    .partners(
      .revise(1, Programme.Partner(name: "ProRail", kind: .external, role: "Beheerder")),
      on: tuesday),
    .partners(.agree(1, 1, "Deelt elk kwartaal de storingen"), on: wednesday),
    .partners(.involve(2, Programme.Partner(name: "Juristen", kind: .internal)), on: tuesday),
    .partners(.part(2, reason: "Klaar"), on: wednesday),
    .indicators(.define(1, definition), on: tuesday),
    .indicators(
      .define(2, Programme.Definition(name: "Staat van het spoor", unit: .described)),
      on: tuesday),
    .indicators(.drop(2, reason: "Niet te meten"), on: wednesday),
    .indicators(
      .reviseTarget(
        1, Programme.Target(.number(value: "55"), .atLeast, by: "2027-12-31"),
        reason: "Levering loopt uit"), on: wednesday),
    .interventions(.plan(1, Programme.Plan(name: "Bezoeken")), on: tuesday),
    .interventions(.revise(1, plan), on: tuesday),
    .interventions(.plan(2, Programme.Plan(name: "Brieven")), on: tuesday),
    .interventions(.cancel(2, reason: "Werkt niet"), on: wednesday),
    .course(.planGate(to: .execution, expectedOn: "2026-06-01"), on: wednesday),
    .course(.planGate(to: .evaluation, expectedOn: "2027-12-01"), on: wednesday),
    .course(.passGate(to: .execution, grounds: "Plan is klaar"), on: wednesday),
  ]

  private static let work: [Programme.Command] = [
    .interventions(.start(1), on: nextMonday),
    .indicators(.measure(1, 1, measurement("12.5", note: "Steekproef")), on: nextMonday),
    .indicators(.measure(1, 2, measurement("8")), on: wednesday),
    .indicators(.measure(1, 3, measurement("60")), on: nextMonday),
    .indicators(
      .correctMeasurement(1, 3, .number(value: "50"), reason: "Dubbel geteld"), on: nextMonday),
    .indicators(
      .correctMeasurement(1, 3, .number(value: "56"), reason: "Toch niet"), on: nextMonday),
    .indicators(
      .correctMeasurement(
        1, 3, .number(value: "56"), measuredOn: tuesday, reason: "Eerder gemeten"),
      on: nextMonday),
    .achievements(
      .record(1, Programme.Achievement("40 bezoeken", source: meerjarenplan)), on: nextMonday),
    .achievements(
      .record(2, Programme.Achievement("Een boete", source: meerjarenplan)), on: nextMonday),
    .achievements(.withdraw(2, reason: "Vernietigd door de rechter"), on: nextMonday),
    .extend(
      review: "2028-03-01", end: "2029-03-01", decidedBy: amina, reason: "Meer tijd nodig",
      on: nextMonday),
    .interventions(.finish(1, result: "40 bezoeken"), on: "2026-03-10"),
    .interventionEvaluation(1, .record(learning("Meer meldingen")), on: "2026-03-10"),
    .interventionEvaluation(
      1,
      .revise(
        learning("Meer meldingen", rests: [.init(of: 1, before: nil, after: 2)]),
        reason: "Gemeten en al"), on: "2026-03-11"),
    .course(.passGate(to: .evaluation, grounds: "Gedaan"), on: "2026-03-10"),
    .evaluation(.record(evaluation("Het besef groeide")), on: "2026-03-11"),
  ]

  private static let secondRound: [Programme.Command] = [
    .course(.loopBack(to: .development, reason: "Ander inzicht"), on: "2026-03-12"),
    .course(.passGate(to: .execution, grounds: "Nieuw plan"), on: "2026-03-13"),
    .interventions(.plan(3, plan), on: "2026-03-13"),
    .interventions(.start(3), on: "2026-03-14"),
    .interventions(.cancel(3, reason: "Overbodig"), on: "2026-03-15"),
    .course(.passGate(to: .evaluation, grounds: "Klaar"), on: "2026-03-16"),
  ]

  private static let ending: [Programme.Command] = [
    .evaluation(.record(evaluation("Minder storingen")), on: "2026-03-17"),
    .evaluation(
      .revise(evaluation("Minder storingen, misschien"), reason: "Voorzichtiger"),
      on: "2026-03-18"),
    .end(reason: "Doel bereikt", on: "2026-03-19"),
    .interventionEvaluation(3, .record(learning("Niets te zien")), on: "2026-03-20"),
    .indicators(
      .correctMeasurement(1, 1, .number(value: "13"), reason: "Typefout"), on: "2026-03-20"),
  ]
}
