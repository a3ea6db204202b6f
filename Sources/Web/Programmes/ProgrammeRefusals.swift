import Domain
import EventSourcing
import ReadModels

/// Why a programme's rules refuse something, in words, and at which field.
enum ProgrammeRefusals {
  static func explain(
    _ refusal: Programme.Refusal, _ about: ProgrammeSubject, _ reader: Reader
  ) -> FormProblem {
    explain(refusal, names: Names(about: about, reader: reader), reader)
  }

  /// A programme that is not there yet has no parts to name.
  static func explain(
    _ refusal: Programme.Refusal, people: People, _ reader: Reader
  ) -> FormProblem {
    explain(refusal, names: Names(people: people), reader)
  }

  /// Another programme holds the number in that plan year.
  static func taken(_ claim: Claim) -> FormProblem {
    let parts = claim.key.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard parts.count >= 3, let number = parts.last else {
      return FormProblem("form.taken", at: "number")
    }
    return FormProblem(
      Phrase(
        "programme.number-taken",
        ["number": .text(number), "year": .text(parts[parts.count - 2])]), at: "number")
  }

  /// What refusals need to name people and parts.
  private struct Names {
    let person: (PersonID) -> String
    let intervention: (InterventionID) -> String?

    init(about: ProgrammeSubject, reader: Reader) {
      person = about.people.name
      intervention = { id in
        about.interventions.first { $0.id == id }?.plan.name.description
      }
    }

    init(people: People) {
      person = people.name
      intervention = { _ in nil }
    }
  }

  private static func explain(
    _ refusal: Programme.Refusal, names: Names, _ reader: Reader
  ) -> FormProblem {
    FormProblem(phrase(for: refusal, names, reader), at: refusal.field)
  }

  private static func phrase(
    for refusal: Programme.Refusal, _ names: Names, _ reader: Reader
  ) -> Phrase {
    func day(_ day: Day) -> [String: Phrase.Value] { ["day": .text(reader.day(day))] }
    func days(_ from: Day, _ to: Day) -> [String: Phrase.Value] {
      ["from": .text(reader.day(from)), "to": .text(reader.day(to))]
    }
    func phase(_ phase: Programme.Phase) -> [String: Phrase.Value] {
      ["phase": .phrase(phase.name)]
    }
    func listed(_ name: String, _ words: [String]) -> [String: Phrase.Value] {
      [name: .text(reader.listed(words))]
    }
    return switch refusal {
    case .alreadyBegun: "programme.refusal.already-begun"
    case .notBegun: "programme.refusal.not-begun"
    case .ended(let on): Phrase("programme.refusal.ended", day(on))
    case .identifierInUse: "programme.refusal.identifier-in-use"
    case .numberOutOfRange(let max):
      Phrase("programme.refusal.number-out-of-range", ["max": .number(max)])
    case .termOutOfOrder: "programme.refusal.term-out-of-order"
    case .adoptedBeforeStart(let on): Phrase("programme.refusal.adopted-before-start", day(on))
    case .adopterCannotManage(let person):
      Phrase("programme.refusal.adopter-cannot-manage", listed("person", [names.person(person)]))
    case .cannotBeAdoptedIn(let wanted):
      Phrase("programme.refusal.cannot-be-adopted-in", phase(wanted))
    case .beforeBeginning(let on): Phrase("programme.refusal.before-beginning", day(on))
    case .beforeStart(let on): Phrase("programme.refusal.before-start", day(on))
    case .beforePart(let on): Phrase("programme.refusal.before-part", day(on))
    case .managerCannotExtend(let person):
      Phrase("programme.refusal.manager-cannot-extend", listed("person", [names.person(person)]))
    case .endNotLater(let than): Phrase("programme.refusal.end-not-later", day(than))
    case .reviewOutsideTerm(let from, let to):
      Phrase("programme.refusal.review-outside-term", days(from, to))
    case .gateIsBehind(let to): Phrase("programme.refusal.gate-is-behind", phase(to))
    case .notTheNextPhase(.some(let next)):
      Phrase("programme.refusal.not-the-next-phase", phase(next))
    case .notTheNextPhase(nil): "programme.refusal.no-next-phase"
    case .notAnEarlierPhase(let than): Phrase("programme.refusal.not-an-earlier-phase", phase(than))
    case .beforePhaseBegan(let on): Phrase("programme.refusal.before-phase-began", day(on))
    case .gateDayPast(let on): Phrase("programme.refusal.gate-day-past", day(on))
    case .gateBeforeEarlier(let earlier, let on):
      Phrase("programme.refusal.gate-before-earlier", phase(earlier).merging(day(on)) { $1 })
    case .gateAfterLater(let later, let on):
      Phrase("programme.refusal.gate-after-later", phase(later).merging(day(on)) { $1 })
    case .gateAfterEnd(let on): Phrase("programme.refusal.gate-after-end", day(on))
    case .gateLacks(let lacks):
      Phrase("programme.refusal.gate-lacks", listed("lacks", lacks.map { reader.text($0.name) }))
    case .unknownGoal: "programme.refusal.unknown-goal"
    case .unknownIndicator: "programme.refusal.unknown-indicator"
    case .unknownMeasurement: "programme.refusal.unknown-measurement"
    case .unknownEstimate: "programme.refusal.unknown-estimate"
    case .unknownTargetGroup: "programme.refusal.unknown-group"
    case .unknownPartner: "programme.refusal.unknown-partner"
    case .unknownIntervention: "programme.refusal.unknown-intervention"
    case .unknownAchievement: "programme.refusal.unknown-achievement"
    case .notInTeam(let person):
      Phrase("programme.refusal.not-in-team", listed("person", [names.person(person)]))
    case .readingDoesNotFitUnit: "programme.refusal.reading-does-not-fit"
    case .countedOtherwise, .readingDoesNotFitCount: "programme.refusal.counted-otherwise"
    case .shareInNoPercentage: "programme.refusal.share-in-no-percentage"
    case .casesInUnitOfNone: "programme.refusal.cases-in-unit-of-none"
    case .targetDayNotAfter(let last): Phrase("programme.refusal.target-day-not-after", day(last))
    case .measuredAfterCorrection(let on):
      Phrase("programme.refusal.measured-after-correction", day(on))
    case .startLacks(let elements):
      Phrase(
        "programme.refusal.start-lacks",
        listed("elements", elements.map { reader.text($0.name) }))
    case .periodOutsideTerm(let from, let to):
      Phrase("programme.refusal.period-outside-term", days(from, to))
    case .notInExecution(let now): Phrase("programme.refusal.not-in-execution", phase(now))
    case .interventionIs(let status):
      Phrase("programme.refusal.intervention-is", ["status": .phrase(status.name)])
    case .beforeStarted(let on): Phrase("programme.refusal.before-started", day(on))
    case .interventionNeverStarted: "programme.refusal.intervention-never-started"
    case .beforeInterventionOver(let on):
      Phrase("programme.refusal.before-intervention-over", day(on))
    case .interventionNotEvaluated: "programme.refusal.intervention-not-evaluated"
    case .beforeInterventionEvaluated(let on):
      Phrase("programme.refusal.before-intervention-evaluated", day(on))
    case .comparedTwice: "programme.refusal.compared-twice"
    case .comparedBackwards: "programme.refusal.compared-backwards"
    case .noBaseline: "programme.refusal.no-baseline"
    case .beforeWorkWasOver(let on): Phrase("programme.refusal.before-work-was-over", day(on))
    case .notInEvaluation(let now): Phrase("programme.refusal.not-in-evaluation", phase(now))
    case .alreadyEvaluated: "programme.refusal.already-evaluated"
    case .notEvaluated: "programme.refusal.not-evaluated"
    case .beforeEvaluated(let on): Phrase("programme.refusal.before-evaluated", day(on))
    case .interventionsRunning(let running):
      Phrase(
        "programme.refusal.interventions-running",
        listed("interventions", running.compactMap(names.intervention)))
    }
  }
}

extension Programme.Refusal {
  /// The field that it concerns; nil when it concerns the whole form.
  fileprivate var field: String? {
    switch self {
    case .numberOutOfRange: "number"
    case .termOutOfOrder, .reviewOutsideTerm: "review"
    case .endNotLater: "end"
    case .gateIsBehind, .notAnEarlierPhase: "to"
    case .cannotBeAdoptedIn: "phase"
    case .adoptedBeforeStart: "start"
    case .adopterCannotManage: "manager"
    case .gateDayPast, .gateBeforeEarlier, .gateAfterLater, .gateAfterEnd: "expected-on"
    case .targetDayNotAfter: "by"
    case .periodOutsideTerm: "from"
    case .measuredAfterCorrection: "measured-on"
    case .beforePhaseBegan, .beforeStarted, .beforeBeginning, .beforeStart, .beforePart,
      .beforeWorkWasOver, .beforeEvaluated, .beforeInterventionOver,
      .beforeInterventionEvaluated:
      "on"
    case .comparedBackwards(let indicator): ComparisonField.after(indicator)
    case .noBaseline(let indicator): ComparisonField.before(indicator)
    case .unknownGoal: "goal"
    case .unknownIndicator: "indicator"
    case .unknownTargetGroup: "group"
    case .unknownIntervention: "intervention"
    case .shareInNoPercentage, .casesInUnitOfNone: "measure"
    case .startLacks(let elements): elements.first?.field
    case .alreadyBegun, .notBegun, .ended, .identifierInUse, .managerCannotExtend,
      .notTheNextPhase, .gateLacks, .unknownMeasurement, .unknownEstimate, .unknownPartner,
      .unknownAchievement, .notInTeam, .readingDoesNotFitUnit,
      .countedOtherwise, .readingDoesNotFitCount,
      .notInExecution, .interventionIs, .interventionNeverStarted, .interventionNotEvaluated,
      .comparedTwice, .notInEvaluation, .alreadyEvaluated, .notEvaluated,
      .interventionsRunning:
      nil
    }
  }
}

extension Programme.PlanElement {
  /// The field in which it is filled in.
  fileprivate var field: String {
    switch self {
    case .owner: "owner"
    case .period: "from"
    case .expectedEffect: "effect"
    }
  }
}
