import Domain
import ReadModels

/// The loop of a programme as its pages show it: for each choice the risk, the reason, what was done, what followed and
/// what was chosen then.
struct ChainView {
  let programme: ProgrammeID
  let chains: [ResultsChain]
  let groups: [TargetGroupRow]
  let names: ReferenceNames

  var reader: Reader { names.reader }

  /// A part of a chain, as the drawing and the table have it.
  struct Cell {
    let words: String
    /// The page that it is about.
    let page: Link
    let tone: Tone
  }

  /// What the five parts of a chain are, in their order.
  static let headings: [Phrase] = [
    "toolbox.chain.risk", "toolbox.chain.reason", "toolbox.chain.intervention",
    "toolbox.chain.effect", "toolbox.chain.next",
  ]

  /// The groups for which something was chosen, with their chains.
  var chained: [(group: TargetGroupRow, chains: [ResultsChain])] {
    groups.compactMap { group in
      let chains = chains.filter { $0.group == group.id }
      return chains.isEmpty ? nil : (group, chains)
    }
  }

  /// The chain of an intervention; nil for one that no toolbox chose.
  func chain(of intervention: InterventionID) -> ResultsChain? {
    chains.first { $0.intervention?.id == intervention }
  }

  /// The five parts of a chain.
  func cells(of chain: ResultsChain) -> [Cell] {
    [risk(chain), reason(chain), intervention(chain), effect(chain), next(chain)]
  }

  private func risk(_ chain: ResultsChain) -> Cell {
    let titles = chain.risks.map(\.subRisk.title.description)
    return Cell(
      words: titles.isEmpty ? reader.text("toolbox.chain.no-risk") : reader.listed(titles),
      page: Site.toolbox(programme, "choose"), tone: .neutral)
  }

  private func reason(_ chain: ResultsChain) -> Cell {
    Cell(
      words: reader.listed(chain.choice.choice.determinants.map { names.name(of: $0) }),
      page: Site.toolbox(programme, "understand", chain.group.description), tone: .neutral)
  }

  private func intervention(_ chain: ResultsChain) -> Cell {
    guard let intervention = chain.intervention else {
      return Cell(
        words: names.words(for: chain.choice.choice.measure), page: act(on: chain.group),
        tone: .info)
    }
    return Cell(
      words: intervention.plan.name.description, page: page(of: intervention), tone: .info)
  }

  private func effect(_ chain: ResultsChain) -> Cell {
    guard let intervention = chain.intervention else {
      let isPlannable = chain.choice.choice.measure.type != nil
      return Cell(
        words: reader.text(isPlannable ? "toolbox.chain.unplanned" : "toolbox.nothing-to-plan"),
        page: act(on: chain.group), tone: .neutral)
    }
    guard let evaluation = chain.evaluation?.evaluation else {
      return Cell(
        words: reader.text(
          "toolbox.chain.unevaluated", ["status": .phrase(intervention.status.name)]),
        page: page(of: intervention), tone: .neutral)
    }
    return Cell(
      words: reader.text(
        "toolbox.chain.outcome",
        [
          "outcome": .phrase(evaluation.outcome.name),
          "confidence": .phrase(evaluation.confidence.name),
        ]),
      page: page(of: intervention).at("evaluation"), tone: evaluation.outcome.tone)
  }

  private func next(_ chain: ResultsChain) -> Cell {
    let words = chain.next.map { names.words(for: $0.choice.measure) }
    return Cell(
      words: words.isEmpty ? reader.text("toolbox.chain.no-next") : reader.listed(words),
      page: act(on: chain.group), tone: words.isEmpty ? .neutral : .info)
  }

  private func act(on group: TargetGroupID) -> Link {
    Site.toolbox(programme, "act").at("group-\(group)")
  }

  private func page(of intervention: InterventionRow) -> Link {
    Site.programme(programme, "interventions", intervention.id.description)
  }
}

extension ToolboxSubject {
  /// The loop of the programme; nil before its toolbox was begun.
  var chainView: ChainView? {
    analysis.map { analysis in
      let outline = ToolboxOutline(analysis: analysis, subRisks: subRisks, choices: choices)
      return ChainView(
        programme: id, chains: outline.chains(interventions, interventionEvaluations),
        groups: targetGroups, names: names)
    }
  }
}
