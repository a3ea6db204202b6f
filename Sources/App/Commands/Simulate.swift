import ArgumentParser
import Domain
import EventStore
import Simulation

/// `koers simulate`.
struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill an empty log with a made-up history of any size, to try things at scale.",
    discussion: """
      With --events, twenty years of explorations, programmes and signals that no inspectorate had; \
      with --cases, five years of nine programmes and the cases that they had. The same seed and \
      number make the same history again, so a run that was cut off is finished by the same command \
      with --into-existing.
      """)

  @Option(help: "How many events; the last command may add one more.")
  var events: Int?

  @Option(help: "How many cases, in place of --events.")
  var cases: Int?

  @Option(help: "What the history is made of; another number, another history.")
  var seed: UInt64 = 1

  @Option(help: "How many programmes there are at most; without it, as many as come.")
  var programmes: Int?

  @Flag(help: "Write also into a log that holds events already.")
  var intoExisting = false

  @Flag(help: "Leave the read models for koers serve or koers rebuild to make.")
  var withoutReadModels = false

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard (events == nil) != (cases == nil) else {
      throw ValidationError("one of --events and --cases is needed")
    }
    guard events.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--events takes a number above 0")
    }
    guard cases.map({ (1...CaseHistory.casesMax).contains($0) }) ?? true else {
      throw ValidationError("--cases takes a number from 1 to \(CaseHistory.casesMax)")
    }
    guard cases == nil || programmes == nil else {
      throw ValidationError("with --cases there are nine programmes")
    }
    guard programmes.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--programmes takes a number above 0")
    }
  }

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      let outcome = try await onStage(settings) { stage in
        try await stage.prepareLog()
        let present = try await stage.log.head()
        guard present == 0 || intoExisting else { throw SimulationError.notEmpty(present) }
        let writer = HistoryWriter(log: stage.log)
        let outcome = try await write(for: settings.organisation, by: writer)
        if !withoutReadModels { try await show(on: stage) }
        return outcome
      }
      print(
        outcome.repeated == 0
          ? "\(outcome.written) events written"
          : "\(outcome.written) events written; \(outcome.repeated) stood there already")
    }
  }

  private func write(
    for organisation: Line, by writer: HistoryWriter<PostgresLog>
  ) async throws -> HistoryWriter<PostgresLog>.Outcome {
    if let cases {
      return try await writer.write(
        CaseHistory(seed: seed, organisation: organisation, cases: cases))
    }
    let history = History(
      seed: seed, organisation: organisation, events: events ?? 0, programmes: programmes)
    return try await writer.write(history, of: events)
  }

  /// Read models that are not there yet are made from the whole log at once; others are made anew.
  private func show(on stage: Stage) async throws {
    print("making the read models")
    let made = Set(try await stage.installer.install())
    let others = Set(stage.projections.names).subtracting(made)
    if !others.isEmpty { try await stage.installer.rebuild(others.sorted()) }
  }
}
