public import Domain
public import EventSourcing
public import Foundation

extension ProgrammeRow {
  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event.topic {
    case .charter, .course: recorded.stream.identity.uuid
    case .goal, .indicator, .measurement, .estimate, .targetGroup, .partner, .agreement, .member,
      .intervention, .interventionEvaluation, .achievement, .evaluation:
      nil
    }
  }

  public static func fold(
    _ row: ProgrammeRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> ProgrammeRow? {
    var row = row ?? begun(by: event, recorded)
    row?.take(event)
    return row
  }

  private static func begun(
    by event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> ProgrammeRow? {
    guard case .charter(.begun(let charter, let origin, let phase)) = event.topic else {
      return nil
    }
    return ProgrammeRow(charter, origin, in: phase, on: event.on, recorded)
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
  }

  private mutating func take(_ event: Programme.Event) {
    switch event.topic {
    case .charter(let happening): take(happening, on: event.on)
    case .course(let happening): take(happening, on: event.on)
    case .goal, .indicator, .measurement, .estimate, .targetGroup, .partner, .agreement, .member,
      .intervention, .interventionEvaluation, .achievement, .evaluation:
      break
    }
  }

  private mutating func take(_ happening: Programme.CharterEvent, on day: Day) {
    switch happening {
    case .begun, .problemRestated: break
    case .renamed(let label): if label.planYear >= self.label.planYear { self.label = label }
    case .managerAppointed(let person): manager = person
    case .extended(let review, let end, _, _):
      term = Programme.Term(start: term.start, review: review, end: end)
      extensionCount += 1
    case .ended(let reason): ending = Ending(day: day, reason: reason)
    }
  }

  private mutating func take(_ happening: Programme.CourseEvent, on day: Day) {
    switch happening {
    case .gatePlanned(let phase, let expectedOn): gates[phase] = expectedOn
    case .gatePassed(let phase, _), .loopedBack(let phase, _):
      self.phase = phase
      phaseSince = day
      gates[phase] = nil
    }
  }
}
