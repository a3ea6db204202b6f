import Domain
import EventSourcing

/// One exploration of the seed data as the commands that bring it about.
struct ExplorationSeed {
  let key: String
  let id: ExplorationID
  let steps: [SeedStep<Exploration>]

  init(
    _ entry: ExplorationFile.Entry, in file: ExplorationFile, of organisation: Line
  ) throws {
    let prefix = "exploration/\(entry.key)"
    key = entry.key
    id = ExplorationID(.derived(from: prefix))
    let opening = SeedStep<Exploration>(
      name: "\(prefix)/opened",
      command: .open(
        title: try Line(entry.title), origin: entry.origin, organisation: organisation,
        on: entry.openedOn))
    let findings = try entry.findings.enumerated().map { index, told in
      let name = "\(prefix)/finding/\(index + 1)"
      let finding = Exploration.Finding(
        try Prose(told.text), source: try file.sources.source(told.source))
      return SeedStep<Exploration>(
        name: name,
        command: .revise(
          .recordFinding(FindingID(.derived(from: name)), finding), on: entry.openedOn))
    }
    steps = [opening] + findings
  }
}

/// One signal of the seed data as the commands that bring it about.
struct SignalSeed {
  let key: String
  let id: SignalID
  let steps: [SeedStep<Signal>]

  init(
    _ entry: ExplorationFile.SignalEntry, in file: ExplorationFile, of organisation: Line
  ) throws {
    let prefix = "signal/\(entry.key)"
    key = entry.key
    id = SignalID(.derived(from: prefix))
    let message = Signal.Message(
      title: try Line(entry.title), text: try Prose(entry.text), kind: entry.kind,
      addressee: entry.addressee)
    steps = [
      SeedStep(
        name: "\(prefix)/raised",
        command: .raise(
          message, organisation: organisation,
          origin: .known(
            source: try file.sources.source(entry.source), certainty: entry.certainty),
          dueOn: nil, isPublic: entry.isPublic, on: entry.sentOn)),
      SeedStep(name: "\(prefix)/sent", command: .send(on: entry.sentOn)),
    ]
  }
}
