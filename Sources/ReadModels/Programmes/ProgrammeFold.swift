public import Domain
public import EventSourcing
public import Foundation

extension ProgrammeRow {
  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: ProgrammeRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> ProgrammeRow? {
    var row = row ?? begun(by: event, recorded)
    row?.change = Change(recorded)
    row?.take(event)
    return row
  }

  private static func begun(
    by event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> ProgrammeRow? {
    switch event {
    case .established(let charter, let decision, let day):
      ProgrammeRow(
        charter, .decision(reference: decision), in: .development, on: day, recorded)
    case .adopted(let charter, let adoption, let phase, let day):
      ProgrammeRow(charter, .plan(adoption: adoption), in: phase, on: day, recorded)
    case _: nil
    }
  }

  private init(
    _ charter: Programme.Charter, _ origin: Programme.Origin, in phase: Programme.Phase,
    on day: Day, _ recorded: Recorded<LogEvent>
  ) {
    home = ProgrammeHome(recorded)
    organisationName = charter.organisation
    self.origin = origin
    label = charter.label
    manager = charter.manager
    term = charter.term
    firstEnd = charter.term.end
    extensionCount = 0
    self.phase = phase
    phaseSince = day
    gates = [:]
    ending = nil
    change = Change(recorded)
  }

  private mutating func take(_ event: Programme.Event) {
    switch event {
    case .renamed(let label, _, _, _):
      if label.planYear >= self.label.planYear { self.label = label }
    case .managerAppointed(let person, _): manager = person
    case .extended(let review, let end, _, _, _):
      term = Programme.Term(start: term.start, review: review, end: end)
      extensionCount += 1
    case .gatePlanned(let phase, let expectedOn, _): gates[phase] = expectedOn
    case .gatePassed(let phase, _, let day), .loopedBack(let phase, _, let day):
      self.phase = phase
      phaseSince = day
      gates[phase] = nil
    case .ended(let reason, let day): ending = Ending(day: day, reason: reason)
    case .established, .adopted, .problemRestated, .goalSet, .goalReworded, .goalDropped,
      .indicatorDefined, .targetRevised, .measured, .measurementCorrected, .indicatorDropped,
      .damageEstimated, .targetGroupAdded, .targetGroupRenamed, .targetGroupDropped,
      .partnerInvolved, .partnerRevised, .agreementMade, .partnerLeft, .memberJoined,
      .memberLeft, .interventionPlanned, .interventionRevised, .interventionStarted,
      .interventionFinished, .interventionCancelled, .achievementRecorded,
      .achievementWithdrawn, .evaluationRecorded, .evaluationRevised:
      break
    }
  }
}
