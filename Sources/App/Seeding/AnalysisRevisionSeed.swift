import Domain
import EventSourcing

extension AnalysisSeed {
  /// What is seen otherwise once results are known, empty when nothing is: the last two steps are reopened for one
  /// group, which is judged anew and for which something else is chosen, after a suggestion that goes by `trials`.
  func revisionSteps(
    from ground: Analysis.Ground, knowing trials: SeedTrials
  ) throws -> [SeedStep<Analysis>] {
    guard let revision = entry.revision else { return [] }
    var revised = self
    revised.steps = []
    try revised.addRevision(revision, from: ground, knowing: trials)
    return revised.steps
  }

  private mutating func addRevision(
    _ revision: AnalysisFile.RevisionEntry, from ground: Analysis.Ground, knowing trials: SeedTrials
  ) throws {
    guard let group = entry.groups.first(where: { $0.name == revision.group }) else {
      throw SeedError.malformed(entry: entry.programme, reason: "it has no group \(revision.group)")
    }
    let (days, name) = (revision.days, "revision/\(try name(ofGroup: group.name))")
    for step in [Analysis.Step.understand, .act] {
      add(
        "revision/\(step)", .reopen(step, reason: try Prose(revision.reason), on: days.reopened))
    }
    try addJudgements(
      revision.judgements, of: try parts.group(group.name), as: name, on: days.understood)
    add(
      "revision/understood",
      .finish(.understand, conclusion: try Prose(revision.understood), on: days.understood))
    try addWithdrawal(revision.withdrawn, of: group, as: name, on: days.acted)
    let experience = trials.experience(in: try Line(group.sector), upTo: days.acted)
    try addActing(
      for: group.name, revision.choices, as: name,
      from: Analysis.Ground(ground.number, ground.edition, experience: experience), on: days.acted)
    add("revision/acted", .finish(.act, conclusion: try Prose(revision.acted), on: days.acted))
  }

  private mutating func addWithdrawal(
    _ entry: AnalysisFile.WithdrawalEntry, of group: AnalysisFile.GroupEntry, as name: String,
    on day: Day
  ) throws {
    let choice = ChoiceID(part("\(try self.name(ofGroup: group.name))/choice/\(entry.choice)"))
    add("\(name)/withdrawn", .acting(.withdraw(choice, reason: try Prose(entry.reason)), on: day))
  }
}
