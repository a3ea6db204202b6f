import Domain
import ReadModels

/// What happened in the enforcement of a finding, step by step, the first on top.
struct EnforcementSteps {
  let about: FindingSubject

  private var reader: Reader { about.reader }

  /// The steps of one action, or with nil of those that belong to none.
  func html(of action: Enforcement.ActionID?) -> HTML {
    let items = told.filter { $0.step.event.action == action }.map(item)
    return items.isEmpty ? .nothing : "<ol class=\"timeline\">\n\(items)</ol>\n"
  }

  private typealias Told = (step: CaseEnforcementRow.Step, tale: Tale)

  private var told: [Told] {
    let teller = Teller(reader: reader, people: reader.people)
    var dossier = Enforcement.Dossier()
    var told: [Told] = []
    for step in about.enforcement?.steps ?? [] {
      told.append((step, teller.tale(of: step.event, after: dossier)))
      dossier = dossier.after(step.event, on: step.on)
    }
    return told
  }

  private func item(_ told: Told) -> HTML {
    """
    <li id="event-\(told.step.position)">
    <p class="timeline-sentence">\(reader.text(told.tale.sentence))</p>
    \(told.tale.details(for: reader))
    <p class="timeline-who"><span>\(reader.time(told.step.on))</span>\
    <span>\(about.file.names.name(of: told.step.by))</span></p>
    </li>

    """
  }
}

extension Enforcement.Event {
  /// The action of which it is a step; nil when it is about the finding as a whole.
  fileprivate var action: Enforcement.ActionID? {
    switch self {
    case .reported, .prosecutionNoted, .placed, .measureChosen, .measureProposed,
      .proposalConfirmed, .proposalDeclined, .ended, .reopened:
      nil
    case .intentionAnnounced(let action, _, _), .viewReceived(let action, _),
      .decided(let action, _, _), .sent(let action), .tookEffect(let action),
      .becameIrrevocable(let action), .reinspected(let action, _), .forfeited(let action, _),
      .collectionDecided(let action, _), .collected(let action, _),
      .objectionReceived(let action), .objectionSettled(let action, _, _),
      .withdrawn(let action, _):
      action
    }
  }
}
