import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels

/// One exploration with all that it says, as its pages show it and its forms fill in.
struct ExplorationSubject: Subject {
  let exploration: ExplorationRow
  let change: Change
  let sections: [SectionRow]
  let parties: [PartyRow]
  let findings: [FindingRow]
  let arguments: [ArgumentRow]
  let decisions: [DecisionRow]
  let people: People
  let reader: Reader

  var id: ExplorationID { exploration.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }

  /// Its own page, or the part of it that a form at the reader's address is about.
  var page: Link {
    let page = Site.exploration(id)
    guard let part = reader.here.segments.dropFirst(2).first,
      ["parties", "findings", "arguments"].contains(part)
        || Exploration.Section(rawValue: part) != nil
    else { return page }
    return page.at(part)
  }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("explorations.title"), Site.explorations),
      Crumb(exploration.title.description, Site.exploration(id)),
    ]
  }

  func section(_ section: Exploration.Section) -> SectionRow? {
    sections.first { $0.section == section }
  }

  /// The proposal that waits for someone to decide.
  var pending: DecisionRow? {
    switch exploration.stage {
    case .proposed(let id): decisions.first { $0.id == id }
    case .open, .decided: nil
    }
  }

  /// The decision that closed it.
  var adopted: DecisionRow? {
    switch exploration.stage {
    case .decided(let id): decisions.first { $0.id == id }
    case .open, .proposed: nil
    }
  }

  /// Everybody who may decide on what `proposer` proposed.
  func deciders(besides proposer: PersonID) -> [Person] {
    people.persons.filter { $0.may(.decide, at: .organisation) && $0.id != proposer }
  }

  func name(_ person: PersonID?) -> String {
    person.map { people.name(ofActor: $0, for: reader) } ?? reader.text("explorations.nobody")
  }
}

/// The part of the exploration that an address names.
extension ExplorationSubject {
  func party(_ visit: Visit) throws -> PartyRow {
    try visit.part("party", among: known(parties, by: visit) { $0.removal == nil }, by: \.id)
  }

  func finding(_ visit: Visit) throws -> FindingRow {
    try visit.part(
      "finding", among: known(findings, by: visit) { $0.withdrawal == nil }, by: \.id)
  }

  func argument(_ visit: Visit) throws -> ArgumentRow {
    try visit.part(
      "argument", among: known(arguments, by: visit) { $0.withdrawal == nil }, by: \.id)
  }

  func decision(_ visit: Visit) throws -> DecisionRow {
    try visit.part("decision", among: decisions, by: \.id)
  }

  /// The parts that stand; for a form that comes in also those that went since it was drawn: the rules
  /// refuse it, and it comes back with what was written.
  private func known<Part>(
    _ parts: [Part], by visit: Visit, standing: (Part) -> Bool
  ) -> [Part] {
    visit.request.method == .post ? parts : parts.filter(standing)
  }
}

/// Which forms make sense as things stand, and the links to them.
extension ExplorationSubject {
  /// The kinds of change, by the stage in which they can be made.
  enum Work {
    case revising
    case proposing
    case deciding
    case reopening
  }

  private func isTime(for work: Work) -> Bool {
    switch (work, exploration.stage) {
    case (.revising, .open), (.deciding, .proposed), (.reopening, .decided): true
    case (.proposing, .open): exploration.missing.isEmpty
    case (.revising, .proposed), (.revising, .decided), (.proposing, .proposed),
      (.proposing, .decided), (.deciding, .open), (.deciding, .decided), (.reopening, .open),
      (.reopening, .proposed):
      false
    }
  }

  func link(_ parts: [String]) -> Link {
    Link(segments: Site.exploration(id).segments + parts)
  }

  /// The form at these parts of the address; nil for who may not use it, or not now.
  func form(for work: Work = .revising, _ parts: String...) -> Link? {
    let link = link(parts)
    return isTime(for: work) && reader.mayPost(to: link) ? link : nil
  }

  /// A link to a form; nothing when there is none.
  ///
  /// - Parameters:
  ///   - words: what it does.
  ///   - thing: the name of what it does it to, for who does not see where the link stands.
  ///   - form: where it leads.
  /// - Returns: the link, as small as the other ones in a list.
  func act(_ words: Phrase, on thing: String? = nil, _ form: Link?) -> HTML {
    Act.html(words, on: thing, to: form, for: reader)
  }

  /// A button that leads to a form; nothing when there is none.
  func button(_ words: Phrase, _ form: Link?, _ weight: Button.Weight = .primary) -> HTML {
    form.map { Button.link(reader.text(words), to: reader.to($0), weight) } ?? .nothing
  }
}
