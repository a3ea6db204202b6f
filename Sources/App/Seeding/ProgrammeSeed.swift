import Domain
import EventSourcing

/// One programme of the seed data as the commands that bring it about.
struct ProgrammeSeed {
  let key: String
  let id: ProgrammeID
  private(set) var steps: [SeedStep<Programme>] = []

  private let start: Day

  init(
    _ entry: ProgrammeFile.Entry, in file: ProgrammeFile, of organisation: Line
  ) throws {
    key = entry.key
    id = ProgrammeID(.derived(from: "programme/\(entry.key)"))
    start = file.plan.term.start
    let source = try file.sources.source(entry.source)
    add("adopted", try Self.adoption(of: entry, in: file.plan, source, organisation))
    for label in entry.labels ?? [] { try addLabel(label) }
    if let damage = entry.damage { try addDamage(damage, file.sources) }
    for (index, goal) in entry.goals.enumerated() {
      let name = "goal/\(index + 1)"
      add(name, .goals(.set(GoalID(part(name)), try Line(goal)), on: start))
    }
    for (index, indicator) in (entry.indicators ?? []).enumerated() {
      try addIndicator(indicator, "indicator/\(index + 1)", file.sources)
    }
    for (index, group) in entry.targetGroups.enumerated() {
      let name = "target-group/\(index + 1)"
      add(name, .targetGroups(.add(TargetGroupID(part(name)), try Line(group)), on: start))
    }
    for (index, partner) in entry.partners.enumerated() {
      let name = "partner/\(index + 1)"
      let partner = Programme.Partner(name: try Line(partner), kind: .external)
      add(name, .partners(.involve(PartnerID(part(name)), partner), on: start))
    }
    for (index, intervention) in entry.interventions.enumerated() {
      let name = "intervention/\(index + 1)"
      let plan = Programme.Plan(name: try Line(intervention))
      add(name, .interventions(.plan(InterventionID(part(name)), plan), on: start))
    }
    for (index, told) in (entry.achievements ?? []).enumerated() {
      let name = "achievement/\(index + 1)"
      let achievement = Programme.Achievement(
        try Prose(told.text), source: try file.sources.source(told.source))
      add(name, .achievements(.record(AchievementID(part(name)), achievement), on: start))
    }
    add(
      "gate/evaluation",
      .course(.planGate(to: .evaluation, expectedOn: file.plan.evaluation), on: start))
  }

  /// It is taken over as it runs, so on the day after its first.
  private static func adoption(
    of entry: ProgrammeFile.Entry, in plan: ProgrammeFile.Plan, _ source: Source,
    _ organisation: Line
  ) throws -> Programme.Command {
    guard let adopter = PersonID(Seeder.actor) else {
      throw SeedError.malformed(entry: entry.key, reason: "\(Seeder.actor) is nobody")
    }
    let charter = Programme.Charter(
      organisation: organisation,
      label: try label(year: plan.year, number: entry.number, name: entry.name),
      problem: try Prose(entry.problem), manager: plan.manager, term: plan.term)
    return .adopt(
      charter,
      from: Programme.Adoption(
        plan: try Line(plan.name), source: source, certainty: plan.certainty),
      in: plan.phase, by: adopter, on: plan.term.start.adding(days: 1))
  }

  private static func label(year: Int, number: Int, name: String) throws -> Programme.Label {
    guard let planYear = PlanYear(year) else {
      throw SeedError.malformed(entry: name, reason: "\(year) is not a plan year")
    }
    return Programme.Label(planYear: planYear, number: number, name: try Line(name))
  }

  private mutating func addLabel(_ entry: ProgrammeFile.LabelEntry) throws {
    let label = try Self.label(year: entry.year, number: entry.number, name: entry.name)
    guard let day = Day(year: entry.year, month: 1, day: 1) else { return }
    add("label/\(entry.year)", .rename(label, on: day))
  }

  private mutating func addDamage(
    _ entry: ProgrammeFile.Damage, _ sources: [String: SourceEntry]
  ) throws {
    guard let low = Euro(cents: entry.low * 100), let high = Euro(cents: entry.high * 100),
      let margin = Margin(low: low, high: high)
    else { throw SeedError.malformed(entry: key, reason: "the damage is not a margin") }
    let estimate = Programme.Estimate(
      margin, entry.span, year: entry.year.flatMap { Year($0) },
      source: try sources.source(entry.source), certainty: entry.certainty,
      note: try entry.note.map { try Prose($0) })
    add("damage", .estimateDamage(EstimateID(part("damage")), estimate, on: start))
  }

  private mutating func addIndicator(
    _ entry: ProgrammeFile.IndicatorEntry, _ name: String, _ sources: [String: SourceEntry]
  ) throws {
    let target = entry.target.flatMap { Quantity(mantissa: Int64($0)) }
    let definition = Programme.Definition(
      name: try Line(entry.name),
      unit: try entry.unit.map { .counted(in: try Line($0)) } ?? .described,
      target: target.map { Programme.Target(.number(value: $0)) },
      source: try sources.source(entry.source))
    add(name, .indicators(.define(IndicatorID(part(name)), definition), on: start))
  }

  private mutating func add(_ name: String, _ command: Programme.Command) {
    steps.append(SeedStep(name: "programme/\(key)/\(name)", command: command))
  }

  private func part(_ name: String) -> Identity { .derived(from: "programme/\(key)/\(name)") }
}

/// One command of the seed data, under a name that never changes.
struct SeedStep<D: Decider> {
  let name: String
  let command: D.Command
}
