import Domain
import Foundation
import Web

/// The toolbox at work, for a demonstration: the analyses of data/analyses.yaml, what became of what was chosen in them
/// by data/results.yaml, and what was seen otherwise then.
struct Demonstration {
  /// Takes the reference set into use that they go by.
  let adoption: SeedStep<References>
  let programmes: [Worked]

  /// One programme's, in the order in which it happened.
  struct Worked {
    let id: ProgrammeID
    let analysis: [SeedStep<Analysis>]
    let results: [SeedStep<Programme>]
    let revision: [SeedStep<Analysis>]
  }

  /// Reads the files in `folder`.
  ///
  /// - Throws: `SeedError` for files that cannot be read or contradict each other.
  init(in folder: URL, of organisation: Line) throws {
    let file = try readSeed(AnalysisFile.self, from: folder.appending(path: "analyses.yaml"))
    let results = try readSeed(ResultFile.self, from: folder.appending(path: "results.yaml"))
    let published = try readSeed(
      ProgrammeFile.self, from: folder.appending(path: "programmes.yaml"))
    let supplied = try ToolboxFile.supplied(in: folder)
    adoption = SeedStep(
      name: "references/adopted",
      command: .adopt(
        supplied.edition, organisation: organisation, source: supplied.source,
        on: file.days.begun))
    let ground = Analysis.Ground(.first, supplied.edition)
    let trials = try SeedTrials(file, results, of: published)
    programmes = try file.analyses.map { entry in
      let parts = try ProgrammeParts(entry.programme, in: published, results)
      let analysis = try AnalysisSeed(entry, in: file, of: parts, from: ground, organisation)
      let work = try results.programmes.first { $0.programme == entry.programme }
        .map { try ResultSeed($0, in: results, of: parts) }
      return Worked(
        id: parts.id, analysis: analysis.steps, results: work?.steps ?? [],
        revision: try analysis.revisionSteps(from: ground, knowing: trials))
    }
  }
}
