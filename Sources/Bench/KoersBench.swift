import ArgumentParser

/// Measures one side of one comparison, and prints what it found as one line of JSON.
///
/// `ops/bench` calls it: that decides what is compared with what, alternates the sides and takes the
/// medians.
@main
struct KoersBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koers-bench",
    abstract: "One measurement of the event store, for ops/bench.",
    subcommands: [
      ServerCommand.self, PrepareCommand.self, AppendCommand.self,
      DecideCommand.self, TogetherCommand.self, ReadCommand.self, RebuildCommand.self,
      ProjectCommand.self, VisibilityCommand.self, TailCommand.self, ClearCommand.self,
      NarrowCommand.self,
    ])
}
