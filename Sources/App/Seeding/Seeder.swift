import Domain
import EventSourcing
import Foundation
import Web

/// Loads the programmes, explorations, signals and entries of the data bank of `data/` through the same
/// door as everybody's commands.
///
/// Every command has an identity that follows from its name, so loading again changes nothing and
/// leaves alone what people have changed since.
struct Seeder {
  let gateway: any CommandGateway
  let organisation: Line
  /// The folder with the files.
  let folder: URL

  /// Who the log says has done it.
  static let actor = "koers-seed"

  /// Loads everything that is not there yet.
  ///
  /// - Returns: how many events that took, and the position of the last one.
  /// - Throws: `SeedError` for data that are wrong or refused, or why the log could not be written.
  func load() async throws -> Outcome {
    let programmes = try readSeed(
      ProgrammeFile.self, from: folder.appending(path: "programmes.yaml"))
    let explorations = try readSeed(
      ExplorationFile.self, from: folder.appending(path: "explorations.yaml"))
    let programmeSeeds = try programmes.programmes.map {
      try ProgrammeSeed($0, in: programmes, of: organisation)
    }
    let explorationSeeds = try explorations.explorations.map {
      try ExplorationSeed($0, in: explorations, of: organisation)
    }
    let signalSeeds = try explorations.signals.map {
      try SignalSeed($0, in: explorations, of: organisation)
    }
    let bank = try readSeed(BankSeedFile.self, from: folder.appending(path: "bank.yaml"))
    let bankSeeds = try bank.entries.map { try BankEntrySeed($0, in: bank, of: organisation) }
    return try await withThrowingTaskGroup(of: Outcome.self) { group in
      for seed in programmeSeeds {
        group.addTask { try await perform(seed.steps, on: seed.id.identity) }
      }
      for seed in explorationSeeds {
        group.addTask { try await perform(seed.steps, on: seed.id.identity) }
      }
      for seed in signalSeeds {
        group.addTask { try await perform(seed.steps, on: seed.id.identity) }
      }
      for seed in bankSeeds {
        group.addTask {
          try await perform(seed.steps, on: seed.id.identity, isTaken: \.saysPeopleWereFirst)
        }
      }
      return try await group.reduce(into: Outcome()) { $0.add($1) }
    }
  }

  /// Loads the analyses of a demonstration that are not there yet, after the reference set that they go by, and what
  /// became of what was chosen in them.
  ///
  /// - Throws: as `load()`.
  func loadAnalyses() async throws -> Outcome {
    let demonstration = try Demonstration(in: folder, of: organisation)
    var outcome = try await perform([demonstration.adoption], on: ReferencesArea.identity) {
      $0 == .alreadyAdopted
    }
    for worked in demonstration.programmes {
      outcome.add(try await load(worked))
    }
    return outcome
  }

  /// Loads the parties and places of a demonstration that are not there yet, and leaves alone those that people went on
  /// with.
  ///
  /// - Throws: as `load()`.
  func loadEntities() async throws -> Outcome {
    let file = try readSeed(EntityFile.self, from: folder.appending(path: "entities.yaml"))
    var outcome = Outcome()
    for entry in file.entities {
      let seed = try EntitySeed(entry, in: file)
      outcome.add(
        try await perform(seed.steps, on: seed.id.identity, isTaken: \.saysPeopleWereFirst))
    }
    return outcome
  }

  /// Goes as far as people have left it to the seed: what became of an analysis of theirs is theirs to say.
  ///
  /// Nothing refuses results or a revision in what nobody touched, so any refusal there says that people went on.
  private func load(_ worked: Demonstration.Worked) async throws -> Outcome {
    var outcome = try await perform(worked.analysis, on: worked.id.identity) {
      $0 == .alreadyBegun
    }
    guard !outcome.isLeftToPeople else { return outcome }
    let results = try await perform(worked.results, on: worked.id.identity) { _ in true }
    outcome.add(results)
    guard !results.isLeftToPeople else { return outcome }
    outcome.add(try await perform(worked.revision, on: worked.id.identity) { _ in true })
    return outcome
  }

  /// Loads the checklists, letters and cases of a demonstration that are not there yet.
  ///
  /// - Throws: as `load()`.
  func loadCases() async throws -> Outcome {
    let file = try readSeed(CaseSeedFile.self, from: folder.appending(path: "cases.yaml"))
    let programmes = try readSeed(
      ProgrammeFile.self, from: folder.appending(path: "programmes.yaml"))
    var outcome = Outcome()
    var checklists: [String: ChecklistSeed] = [:]
    for entry in file.checklists {
      let seed = try ChecklistSeed(entry, of: organisation)
      checklists[entry.key] = seed
      outcome.add(try await perform(seed.steps, on: seed.id.identity) { _ in true })
    }
    let letters = try readSeed(LetterSeedFile.self, from: folder.appending(path: "letters.yaml"))
    for entry in letters.letters {
      let seed = try LetterSeed(entry, of: organisation)
      outcome.add(try await perform(seed.steps, on: seed.id.identity) { _ in true })
    }
    let matrix = try MatrixFile.supplied(in: folder)
    for entry in file.cases {
      let seed = try CaseFileSeed(
        entry, checkedBy: checklists, in: programmes, under: matrix, of: organisation)
      outcome.add(try await perform(seed.steps, on: seed.id.identity) { _ in true })
    }
    return outcome
  }

  /// What loading came to.
  struct Outcome: Sendable {
    var events = 0
    /// The position of the last event, whenever it was written; 0 when there was none.
    var position = 0
    /// Whether people were there first, so that they were left some of it.
    var isLeftToPeople = false

    mutating func add(_ other: Outcome) {
      events += other.events
      position = max(position, other.position)
    }
  }

  /// Gives the commands one after another; at a refusal that says that people were there first, it leaves them the rest.
  private func perform<D: Decider>(
    _ steps: [SeedStep<D>], on identity: Identity,
    isTaken: (D.Refusal) -> Bool = { _ in false }
  ) async throws -> Outcome {
    var outcome = Outcome()
    for step in steps {
      let envelope = Envelope(
        command: .derived(from: "command/\(step.name)"), actor: Self.actor)
      do throws(CommandFailure<D.Refusal>) {
        let receipt = try await gateway.perform(Order<D>(step.command, on: identity), in: envelope)
        outcome.add(
          Outcome(
            events: receipt.isRepeated ? 0 : receipt.eventCount, position: receipt.position))
      } catch {
        switch error {
        case .refused(let refusal) where isTaken(refusal):
          outcome.isLeftToPeople = true
          return outcome
        // The number of the case went to one that somebody opened.
        case .taken(let claim) where claim.scope.hasPrefix("case-number-"):
          outcome.isLeftToPeople = true
          return outcome
        case .refused, .taken, .outdated, .reused, .contended, .busy, .outcomeUnknown,
          .unavailable:
          throw SeedError.refused(entry: step.name, reason: "\(error)")
        }
      }
    }
    return outcome
  }
}
