import Domain
import HTTPTypes
import ReadModels

/// Which explorations the list shows, as its address says: those at a stage, or with an outcome.
struct ExplorationChoice: Equatable {
  /// Nil shows all.
  var stage: ExplorationRow.Stage.Kind?
  /// Nil shows all; only what is decided has one.
  var outcome: Exploration.Outcome.Kind?

  /// - Throws: 400 for a stage or an outcome that there is none of.
  init(_ visit: Visit) throws(Problem) {
    stage = try Self.read(visit.query("stage"), "explorations.stage-unreadable")
    outcome = try Self.read(visit.query("outcome"), "explorations.outcome-unreadable")
  }

  private static func read<Kind: RawRepresentable<String>>(
    _ text: String?, _ problem: Phrase
  ) throws(Problem) -> Kind? {
    guard let text, !text.isEmpty else { return nil }
    guard let kind = Kind(rawValue: text) else { throw Problem(.badRequest, problem) }
    return kind
  }

  func choosing(_ stage: ExplorationRow.Stage.Kind?) -> ExplorationChoice {
    var choice = self
    (choice.stage, choice.outcome) = (stage, nil)
    return choice
  }

  func choosing(_ outcome: Exploration.Outcome.Kind) -> ExplorationChoice {
    var choice = self
    (choice.stage, choice.outcome) = (nil, outcome)
    return choice
  }

  /// The list with this choice.
  var link: Link {
    if let outcome { return Site.explorations.with("outcome", outcome.rawValue) }
    return stage.map { Site.explorations.with("stage", $0.rawValue) } ?? Site.explorations
  }

  func admits(_ exploration: ExplorationRow, _ decided: Exploration.Outcome?) -> Bool {
    (stage == nil || exploration.stage.kind == stage)
      && (outcome == nil || decided?.kind == outcome)
  }
}
