import Domain
import EventSourcing
import ReadModels
import TestCast
import Testing

/// What events make of rows, without a database.
struct FoldTests {
  private func programme(_ events: [Programme.Event]) -> [Recorded<LogEvent>] {
    recorded(events.map(LogEvent.programme), in: Rail.stream)
  }

  private let established = Programme.Event.established(
    charter: Rail.charter, decision: Rail.decision, on: monday)

  @Test func `a programme is called what its latest plan year calls it`() throws {
    func renamed(_ year: Year, _ number: Int, _ name: Line) -> Programme.Event {
      .renamed(
        label: Programme.Label(planYear: year, number: number, name: name),
        organisation: inspectorate, previousNumber: nil, on: tuesday)
    }
    let events = programme([established, renamed(2021, 4, "Spoor"), renamed(2019, 2, "Rails")])
    let row = try #require(rows(of: ProgrammeRow.self, after: events).values.first)
    #expect(row.label.name == "Spoor")
    #expect(
      rows(of: LabelRow.self, after: events).values.map(\.label.planYear).sorted()
        == [2019, 2020, 2021])
  }

  @Test func `an extension moves the end and keeps the first`() throws {
    let events = programme([
      established,
      .extended(
        review: "2028-03-01", end: "2029-03-01", decidedBy: amina, reason: "Meer tijd",
        on: tuesday),
    ])
    let row = try #require(rows(of: ProgrammeRow.self, after: events).values.first)
    #expect(row.term.end == "2029-03-01")
    #expect(row.firstEnd == "2028-03-01")
    #expect(row.extensionCount == 1)
    #expect(rows(of: ExtensionRow.self, after: events)[2]?.decidedBy == amina)
  }

  @Test func `passing a gate takes its planning with it, the gates beyond stay planned`() throws {
    let events = programme([
      established, .gatePlanned(to: .execution, expectedOn: "2026-06-01", on: monday),
      .gatePlanned(to: .evaluation, expectedOn: "2027-06-01", on: monday),
      .gatePassed(to: .execution, grounds: "Klaar", on: tuesday),
    ])
    let row = try #require(rows(of: ProgrammeRow.self, after: events).values.first)
    #expect(row.gates == [.evaluation: "2027-06-01"])
    #expect(row.nextGate?.to == .evaluation)
    #expect(row.nextGate?.expectedOn == "2027-06-01")
    #expect(row.phaseSince == tuesday)
    let phases = rows(of: PhaseRow.self, after: events).values.sorted { $0.position < $1.position }
    #expect(phases.map(\.way) == [.begun, .passed(grounds: "Klaar")])
  }

  @Test func `a programme that ended has no gate ahead`() throws {
    let events = programme([established, .ended(reason: "Doel bereikt", on: tuesday)])
    let row = try #require(rows(of: ProgrammeRow.self, after: events).values.first)
    #expect(row.isEnded)
    #expect(row.ending?.reason == "Doel bereikt")
    #expect(row.nextGate == nil)
  }

  @Test func `a revised target stands beside the old one, with its reason`() throws {
    let lower = Programme.Target(.number(value: "55"))
    let events = programme([
      established, .indicatorDefined(id: 1, definition: Rail.definition, on: monday),
      .targetRevised(indicator: 1, target: lower, reason: "Levering loopt uit", on: tuesday),
    ])
    let row = try #require(rows(of: IndicatorRow.self, after: events).values.first)
    #expect(row.aims.map(\.target) == [Rail.definition.target, lower])
    #expect(row.aims.map(\.reason) == [nil, "Levering loopt uit"])
    #expect(row.target == lower)
  }

  @Test func `a correction stands beside what was measured`() throws {
    let events = programme([
      established, .indicatorDefined(id: 1, definition: Rail.definition, on: monday),
      .measured(indicator: 1, id: 1, measurement: Rail.measurement("12"), on: monday),
      .measurementCorrected(
        indicator: 1, id: 1, value: .number(value: "13"), reason: "Typefout", on: tuesday),
    ])
    let row = try #require(rows(of: MeasurementRow.self, after: events).values.first)
    #expect(row.measurement.value == .number(value: "12"))
    #expect(row.value == .number(value: "13"))
    #expect(row.corrections.map(\.reason) == ["Typefout"])
  }

  @Test func `a correction moves a measurement to its day, and the first day stays`() throws {
    let events = programme([
      established, .indicatorDefined(id: 1, definition: Rail.definition, on: monday),
      .measured(indicator: 1, id: 1, measurement: Rail.measurement("12"), on: tuesday),
      .measurementCorrected(
        indicator: 1, id: 1, value: .number(value: "12"), measuredOn: monday, reason: "Verkeerd",
        on: wednesday),
      .measurementCorrected(
        indicator: 1, id: 1, value: .number(value: "13"), reason: "Typefout", on: nextMonday),
    ])
    let row = try #require(rows(of: MeasurementRow.self, after: events).values.first)
    #expect(row.measuredFirstOn == tuesday)
    #expect(row.measuredOn == monday)
    #expect(row.standings.map(\.measuredOn) == [tuesday, monday])
    #expect(row.standings.map(\.value) == [.number(value: "12"), .number(value: "12")])
  }

  @Test func `what is dropped stays with its reason, who left the team does not`() throws {
    let events = programme([
      established, .goalSet(id: 1, text: "Veilig spoor", on: monday),
      .goalDropped(id: 1, reason: "Hoort elders", on: tuesday),
      .memberJoined(person: joris, role: "Inspecteur", on: monday),
      .memberLeft(person: joris, on: tuesday),
    ])
    let goal = try #require(rows(of: GoalRow.self, after: events).values.first)
    #expect(goal.drop?.because == "Hoort elders")
    #expect(!goal.stands)
    #expect(rows(of: MemberRow.self, after: events).isEmpty)
  }

  @Test func `a member who takes another role keeps place and day`() throws {
    let events = programme([
      established, .memberJoined(person: joris, role: "Inspecteur", on: monday),
      .memberJoined(person: joris, role: "Leider", on: tuesday),
    ])
    let row = try #require(rows(of: MemberRow.self, after: events).values.first)
    #expect(row.role == "Leider")
    #expect(row.joinedOn == monday)
    #expect(row.positionFirst == 2)
  }

  @Test func `an intervention cancelled before it began has no first day`() throws {
    let events = programme([
      established, .interventionPlanned(id: 1, plan: Rail.plan, on: monday),
      .interventionCancelled(id: 1, reason: "Werkt niet", on: tuesday),
      .interventionPlanned(id: 2, plan: Rail.plan, on: monday),
      .interventionStarted(id: 2, on: tuesday),
      .interventionFinished(id: 2, result: "40 bezoeken", on: wednesday),
    ])
    let found = rows(of: InterventionRow.self, after: events).values
      .sorted { $0.positionFirst < $1.positionFirst }
    #expect(
      found.map(\.progress) == [
        .cancelled(since: nil, reason: "Werkt niet", on: tuesday),
        .finished(since: tuesday, result: "40 bezoeken", on: wednesday),
      ])
  }

  @Test func `a row stays with its programme though another uses its identifier`() throws {
    let mine = programme([established, .goalSet(id: 1, text: "Veilig spoor", on: monday)])
    let theirs = recorded(
      [.programme(.goalSet(id: 1, text: "Gekaapt", on: monday))],
      in: StreamName(Programme.category, ProgrammeID(81).identity), after: 2)
    let row = try #require(rows(of: GoalRow.self, after: mine + theirs).values.first)
    #expect(row.text == "Veilig spoor")
    #expect(row.home.programme == Rail.id)
  }

  @Test func `every row says whose it is`() {
    let events = programme([established, .goalSet(id: 1, text: "Veilig spoor", on: monday)])
    for scope in rows(of: ProgrammeRow.self, after: events).values.map(\.scope)
      + rows(of: GoalRow.self, after: events).values.map(\.scope)
    {
      #expect(scope == Scope(organisation: "ilt", programme: Rail.id.identity))
    }
  }

  @Test func `read models have names of their own`() {
    let names = ReadModelList.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }
}
