import Domain
import EventSourcing
import ReadModels

/// What came of the choices of a demonstration: what a suggestion that is made afterwards goes by.
struct SeedTrials {
  private let all: [Trial]

  /// - Throws: `SeedError` for a programme, group or intervention that is not described.
  init(_ analyses: AnalysisFile, _ results: ResultFile, of programmes: ProgrammeFile) throws {
    all = try analyses.analyses.flatMap { entry -> [Trial] in
      let parts = try ProgrammeParts(entry.programme, in: programmes, results)
      let work = results.programmes.first { $0.programme == entry.programme }?.interventions ?? []
      return try entry.groups.enumerated().flatMap {
        try Self.trials(of: $0.element, numbered: $0.offset + 1, carriedOutIn: work, of: parts)
      }
    }
  }

  private static func trials(
    of group: AnalysisFile.GroupEntry, numbered number: Int,
    carriedOutIn work: [ResultFile.InterventionEntry], of parts: ProgrammeParts
  ) throws -> [Trial] {
    try group.choices.enumerated().compactMap { index, choice -> Trial? in
      guard let done = work.first(where: { $0.name == choice.plan }) else { return nil }
      let name = "group/\(number)/choice/\(index + 1)"
      let id = ChoiceID(AnalysisSeed.part(name, of: parts.programme.key))
      return try Trial(id, choice, for: group, carriedOutAs: done, in: parts)
    }
  }

  /// What was written of them up to and including `day`, for a group that works in `sector`.
  func experience(in sector: Line, upTo day: Day) -> [Suggestion.Experience] {
    all.filter { trial in trial.result.map { $0.writtenOn <= day } ?? false }
      .experience(in: sector)
  }
}

extension Trial {
  /// Nil for a choice of no intervention.
  fileprivate init?(
    _ id: ChoiceID, _ choice: AnalysisFile.ChoiceEntry, for group: AnalysisFile.GroupEntry,
    carriedOutAs work: ResultFile.InterventionEntry, in parts: ProgrammeParts
  ) throws {
    guard let type = choice.type else { return nil }
    self.init(
      programme: parts.id, programmeName: try Line(parts.programme.name),
      choice: id, intervention: try parts.intervention(work.name),
      interventionName: try Line(work.name), type: type,
      determinants: choice.determinants, group: try parts.group(group.name),
      groupName: try Line(group.name), sector: try Line(group.sector),
      status: work.finished == nil ? .running : .finished, startedOn: work.startedOn,
      overOn: work.finished?.on,
      result: work.evaluation.map {
        Result(outcome: $0.outcome, confidence: $0.confidence, writtenOn: $0.on)
      }, cases: Cases())
  }
}
