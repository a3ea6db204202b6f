public import Domain
public import EventSourcing
public import Foundation

extension ExplorationRow {
  public static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: ExplorationRow?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> ExplorationRow? {
    var row = row ?? opened(by: event, recorded)
    row?.take(event)
    return row
  }

  private static func opened(
    by event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> ExplorationRow? {
    guard case .opened(let title, let origin, let organisation, let day) = event else { return nil }
    return ExplorationRow(
      home: ExplorationHome(recorded), organisationName: organisation, openedOn: day, title: title,
      origin: origin, stage: .open, written: [], partyCount: 0, findingCount: 0, argumentCount: 0,
      reopening: nil)
  }

  private mutating func take(_ event: Exploration.Event) {
    switch event {
    case .opened, .partyRevised: break
    case .retitled(let title, _): self.title = title
    case .reclassified(let origin, _): self.origin = origin
    case .sectionRewritten(let section, _, _): written.insert(section)
    case .partyAdded: partyCount += 1
    case .partyRemoved: partyCount -= 1
    case .findingRecorded: findingCount += 1
    case .findingWithdrawn: findingCount -= 1
    case .argumentPut: argumentCount += 1
    case .argumentWithdrawn: argumentCount -= 1
    case .decisionProposed(let id, _, _): stage = .proposed(id)
    case .proposalWithdrawn, .decisionRejected: stage = .open
    case .decisionAdopted(let id, _, _):
      stage = .decided(id)
      reopening = nil
    case .reopened(let person, let reason, let day):
      stage = .open
      reopening = Reopening(by: person, reason: reason, on: day)
    }
  }
}
