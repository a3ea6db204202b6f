import Domain
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

struct CaseCountingTests {
  private let counting = Programme.CaseCounting(.complianceShare)

  private func chosen(_ counting: Programme.CaseCounting?) -> Programme.Event {
    .countingChosen(indicator: 1, counting: counting, on: tuesday)
  }

  private func choose(_ counting: Programme.CaseCounting?) -> Programme.Command {
    .indicators(.chooseCounting(1, counting), on: tuesday)
  }

  @Test func `an indicator in numbers is counted out of cases, and measured by somebody again`() {
    Story.given(Rail.executing).when(choose(counting)).then(chosen(counting))
    Story.given(Rail.executing).and(chosen(counting)).when(choose(counting)).nothingHappens()
    Story.given(Rail.executing).and(chosen(counting)).when(choose(nil)).then(chosen(nil))
    Story.given(Rail.executing).when(choose(nil)).nothingHappens()
  }

  @Test func `it counts cases of nothing that the programme has not`() {
    Story.given(Rail.executing).when(choose(.init(.inOrderShare, targetGroup: 9)))
      .refuses(.unknownTargetGroup)
    Story.given(Rail.executing).when(choose(.init(.inOrderShare, intervention: 9)))
      .refuses(.unknownIntervention)
    Story.given(Rail.prepared)
      .and(.indicatorDefined(id: 2, definition: Rail.described, on: monday))
      .when(.indicators(.chooseCounting(2, counting), on: tuesday)).refuses(.readingDoesNotFitUnit)
  }

  private static let units: [(Line, Programme.UnitKind)] = [
    ("procent", .percentage), ("% van de bedrijven", .percentage),
    ("per honderd ritten", .percentage), ("graden Celsius", .magnitude), ("dB(A)", .magnitude),
    ("mg/m3", .magnitude), ("schepen per jaar", .magnitude), ("uur", .magnitude),
    ("bedrijven", .things), ("zaken", .things), ("meldingen van graafschade", .things),
  ]

  @Test(arguments: units)
  func `a share is of an indicator in percent, a number of one that counts`(
    unit: Line, kind: Programme.UnitKind
  ) {
    let story = Story.given(Rail.executing)
      .and(
        .indicatorDefined(
          id: 2, definition: .init(name: "x", unit: .counted(in: unit)), on: monday))
    for measure in Programme.CaseMeasure.allCases {
      let counting = Programme.CaseCounting(measure)
      let outcome = story.when(.indicators(.chooseCounting(2, counting), on: tuesday))
      switch (measure.isShare, kind) {
      case (true, .percentage), (false, .things):
        outcome.then(.countingChosen(indicator: 2, counting: counting, on: tuesday))
      case (true, .magnitude), (true, .things): outcome.refuses(.shareInNoPercentage)
      case (false, .percentage), (false, .magnitude): outcome.refuses(.casesInUnitOfNone)
      }
    }
  }

  @Test func `what was chosen before it was held against the unit is not recorded`() {
    let counting = Programme.CaseCounting(.closed)
    let count = Programme.CaseCount(counting, met: 43, of: 43, at: 9)
    Story.given(Rail.executing).and(chosen(counting))
      .when(
        .indicators(
          .measure(1, 1, .init(.number(value: "43"), source: meerjarenplan, count: count)),
          on: tuesday)
      )
      .refuses(.casesInUnitOfNone)
  }

  @Test func `a figure is what was counted, in the way that is chosen, and nothing else`() {
    func measure(
      _ value: Quantity, _ counting: Programme.CaseCounting
    ) -> Programme.Command {
      let count = Programme.CaseCount(counting, met: 43, of: 60, at: 9)
      return .indicators(
        .measure(1, 1, .init(.number(value: value), source: meerjarenplan, count: count)),
        on: tuesday)
    }
    let story = Story.given(Rail.executing).and(chosen(counting))
    story.when(measure("71.7", counting))
      .then(
        .measured(
          indicator: 1, id: 1,
          measurement: .init(
            .number(value: "71.7"), source: meerjarenplan,
            count: .init(counting, met: 43, of: 60, at: 9)), on: tuesday))
    story.when(measure("72", counting)).refuses(.readingDoesNotFitCount)
    story.when(measure("43", .init(.closed))).refuses(.countedOtherwise)
  }

  @Test func `a share is a percentage with one decimal, and of nothing there is none`() {
    func reading(_ measure: Programme.CaseMeasure, _ met: Int, _ of: Int) -> Programme.Reading? {
      Programme.CaseCount(.init(measure), met: met, of: of, at: 1).reading
    }
    #expect(reading(.complianceShare, 2, 3) == .number(value: "66.7"))
    #expect(reading(.inOrderShare, 1, 8) == .number(value: "12.5"))
    #expect(reading(.complianceShare, 3, 3) == .number(value: "100"))
    #expect(reading(.complianceShare, 0, 0) == nil)
    #expect(reading(.closed, 0, 0) == .number(value: "0"))
    #expect(reading(.restored, 4, 9) == .number(value: "4"))
  }

  @Test func `whether the rules are kept now says nothing when nobody knows`() {
    let measure = Programme.CaseMeasure.complianceShare
    #expect(measure.judges(.sanctioned, .reached) == true)
    #expect(measure.judges(.sanctioned, .partly) == false)
    #expect(measure.judges(.restored, .unknown) == nil)
    #expect(measure.judges(.inOrder, nil) == nil)
  }
}
