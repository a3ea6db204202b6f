import Domain
import EventSourcing
import EventStore
import Synchronization

/// Programmes of twenty events each, whose indicator is measured by one command after another.
final class MeasuredProgrammes: Sendable {
  private struct Member {
    let id: Identity
    let indicator: IndicatorID
  }

  private let members: [Member]
  private let turn = Atomic(0)
  private let cast: Cast

  /// Appends `count` new programmes to `log`.
  init(count: Int, in log: PostgresLog) async throws {
    let cast = try Cast()
    let members = (0..<count).map { _ in Member(id: .fresh(), indicator: .init(.fresh())) }
    self.cast = cast
    self.members = members
    try await withThrowingTaskGroup(of: Void.self) { group in
      for member in members {
        group.addTask {
          _ = try await log.append(
            try cast.beginning(of: member.id, measuredBy: member.indicator))
        }
      }
      try await group.waitForAll()
    }
  }

  /// The next measurement, of the programmes in turn.
  func nextOrder() throws -> Order<Programme> {
    let number = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    let member = members[number % members.count]
    return Order(try cast.measurement(number, of: member.indicator), on: member.id)
  }
}

/// The words and days that are the same in all of them.
private struct Cast {
  let day: Day
  let manager: PersonID
  let adopter: PersonID
  let label: Programme.Label
  let problem: Prose
  let origin: Programme.Adoption
  let source: Source
  let definition: Programme.Definition

  init() throws {
    guard let day = Day("2026-03-02"), let year = PlanYear(2026), let manager = PersonID("bench"),
      let adopter = PersonID("bench.adopter")
    else { throw UnusableLiteral() }
    self.day = day
    self.manager = manager
    self.adopter = adopter
    label = Programme.Label(planYear: year, number: 1, name: try Line("Schoon water"))
    problem = try Prose("Restanten van middelen komen in het oppervlaktewater terecht.")
    source = Source(try Line("Meetnet 2026"))
    origin = Programme.Adoption(
      plan: try Line("Meerjarenplan 2026"), source: source, certainty: .sourced)
    definition = Programme.Definition(
      name: try Line("Overschrijdingen van de norm"), unit: .counted(in: try Line("procent")))
  }

  func beginning(
    of id: Identity, measuredBy indicator: IndicatorID
  ) throws -> Appending {
    let charter = Programme.Charter(
      organisation: try Line("bench \(id)"), label: label, problem: problem,
      manager: manager,
      term: Programme.Term(
        start: day.adding(days: -1), review: day.adding(days: 365), end: day.adding(days: 730)))
    let commands: [Programme.Command] =
      try [
        .adopt(charter, from: origin, in: .execution, by: adopter, on: day),
        .indicators(.define(indicator, definition), on: day),
      ] + (0..<18).map { try measurement($0, of: indicator) }
    var (state, events) = (Programme.initial, [Programme.Event]())
    for command in commands {
      let new = try Programme.decide(command, state)
      state = new.reduce(state, Programme.evolve)
      events += new
    }
    let codec = try Programme.codec()
    return Appending(
      Envelope(command: .fresh(), actor: "bench"),
      slices: [
        Appending.Slice(
          to: StreamName(Programme.category, id), expecting: 0, try events.map(codec.encode))
      ])
  }

  func measurement(_ number: Int, of indicator: IndicatorID) throws -> Programme.Command {
    guard let value = Quantity(mantissa: Int64(number % 1000), scale: 1) else {
      throw UnusableLiteral()
    }
    return .indicators(
      .measure(
        indicator, MeasurementID(.fresh()),
        Programme.Measurement(.number(value: value), source: source)), on: day)
  }
}

/// A literal of the bench is not what it should be.
private struct UnusableLiteral: Error {}
