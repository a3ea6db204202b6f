import Domain
import ReadModels
import TestCast
import Testing

/// How trials are counted, and when their numbers tell something.
struct TrialGroupTests {
  @Test func `trials are grouped by type, reason and sector, however its capitals are written`() {
    let groups = TrialGroup.all(of: [
      .example("visit", ["T7", "T2"], in: "Taxi", .improved),
      .example("visit", ["T7"], in: "taxi", .worsened),
      .example("visit", ["T7"], in: nil, nil),
      .example("desk", ["T7"], in: "Spoor", nil),
    ])
    #expect(groups.map(\.type) == ["desk", "visit", "visit", "visit"])
    #expect(groups.map(\.determinant) == ["T7", "T2", "T7", "T7"])
    #expect(groups.map(\.sector) == ["Spoor", "Taxi", "Taxi", nil])
    #expect(groups.map(\.tally.tried) == [1, 1, 2, 1])
    #expect(groups.map(\.tally.evaluated) == [0, 1, 2, 0])
  }

  @Test func `what never started was not tried`() {
    let tally = TrialTally(of: [.example("visit", ["T7"], in: nil, nil, startedOn: nil)])
    #expect(tally.tried == 0)
  }

  @Test func `below five that were evaluated there is no percentage`() {
    let four = TrialTally(of: Trial.examples(.improved, .improved, .improved, .worsened))
    #expect(four.improved == 3 && four.worsened == 1 && four.evaluated == 4)
    #expect(!four.tells && four.improvedShare == nil)
  }

  @Test func `from five on there is one, of all that were evaluated`() {
    let six = TrialTally(
      of: Trial.examples(.improved, .improved, .improved, .worsened, .unchanged, .unclear))
    #expect(six.tells && six.unchanged == 1 && six.unclear == 1)
    #expect(six.improvedShare == 50)
  }

  @Test func `a suggestion learns from the same sector and from others apart`() {
    let trials: [Trial] = [
      .example("visit", ["T7"], in: "Taxi", .improved),
      .example("visit", ["T7"], in: "taxi", .unclear),
      .example("visit", ["T7"], in: "Spoor", .worsened),
      .example("visit", ["T7"], in: nil, .unchanged),
      .example("visit", ["T2"], in: "Spoor", .worsened),
      .example("desk", ["T7"], in: "Taxi", nil),
    ]
    #expect(
      trials.experience(in: "Taxi") == [
        .init(
          "visit", "T2", here: .init(improved: 0, unchanged: 0, worsened: 0),
          elsewhere: .init(improved: 0, unchanged: 0, worsened: 1)),
        .init(
          "visit", "T7", here: .init(improved: 1, unchanged: 0, worsened: 0),
          elsewhere: .init(improved: 0, unchanged: 1, worsened: 1)),
      ])
    #expect(trials.experience(in: nil).map(\.here.count) == [0, 0])
  }
}

extension Trial {
  /// One of the visits, each with its outcome.
  static func examples(_ outcomes: Programme.InterventionEvaluation.Outcome...) -> [Trial] {
    outcomes.map { .example("visit", ["T7"], in: "Taxi", $0) }
  }

  static func example(
    _ type: References.InterventionType.Key, _ determinants: [References.Determinant.Code],
    in sector: Line?, _ outcome: Programme.InterventionEvaluation.Outcome?,
    startedOn: Day? = tuesday
  ) -> Trial {
    Trial(
      programme: 1, programmeName: "Taxi", choice: 1, intervention: 1, interventionName: "Bezoeken",
      type: type, determinants: determinants, group: 1, groupName: "Chauffeurs", sector: sector,
      status: .finished, startedOn: startedOn, overOn: wednesday,
      result: outcome.map { Trial.Result(outcome: $0, confidence: .low, writtenOn: thursday) },
      cases: Trial.Cases())
  }
}
