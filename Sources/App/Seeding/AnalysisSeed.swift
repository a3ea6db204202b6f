import Domain
import EventSourcing

/// The analysis of one programme of the seed data as the commands that bring it about.
struct AnalysisSeed {
  let id: ProgrammeID
  var steps: [SeedStep<Analysis>] = []

  let entry: AnalysisFile.Entry
  let parts: ProgrammeParts
  private let days: AnalysisFile.Days
  private let sources: [String: SourceEntry]

  /// - Throws: `SeedError` for a group, intervention or source that is not described.
  init(
    _ entry: AnalysisFile.Entry, in file: AnalysisFile, of parts: ProgrammeParts,
    from ground: Analysis.Ground, _ organisation: Line
  ) throws {
    id = parts.id
    self.entry = entry
    self.parts = parts
    days = file.days
    sources = file.sources
    add(
      "begun",
      .begin(
        title: try Line(parts.programme.name), organisation: organisation, edition: ground.number,
        on: days.begun))
    try addChoosing()
    for group in entry.groups { try addUnderstanding(of: group) }
    add(
      "understood",
      .finish(.understand, conclusion: try Prose(entry.understood), on: days.understood))
    for group in entry.groups {
      try addActing(
        for: group.name, group.choices, as: try name(ofGroup: group.name), from: ground,
        on: days.acted)
    }
    add("acted", .finish(.act, conclusion: try Prose(entry.acted), on: days.acted))
  }

  /// What is found in the session, scored there by each alone, and then weighed.
  private mutating func addChoosing() throws {
    try addSession(on: days.held, convenedOn: days.begun)
    for (index, risk) in entry.subRisks.enumerated() {
      let found = Analysis.SubRisk(
        title: try Line(risk.title), source: try sources.source(risk.source))
      add("sub-risk/\(index + 1)", .choosing(.find(subRisk(index + 1), found), on: days.held))
    }
    let round = try addRound(on: days.held)
    for (index, risk) in entry.subRisks.enumerated() {
      let weighing = Analysis.Weighing(
        chance: risk.chance, effect: risk.effect, reason: try Prose(risk.reason), round: round)
      add(
        "sub-risk/\(index + 1)/weighed",
        .choosing(.weigh(subRisk(index + 1), weighing), on: days.held))
    }
    let all = entry.subRisks.indices.map { subRisk($0 + 1) }
    add(
      "priorities",
      .choosing(.prioritise(all, reason: try Prose(entry.priority)), on: days.chosen))
    let focus = Analysis.Focus(
      subRisks: entry.focus.subRisks.map(subRisk),
      targetGroups: try entry.focus.groups.map(parts.group))
    add("focus", .choosing(.focus(focus, reason: try Prose(entry.focus.reason)), on: days.chosen))
    add("chosen", .finish(.choose, conclusion: try Prose(entry.chosen), on: days.chosen))
  }

  private mutating func addUnderstanding(of entry: AnalysisFile.GroupEntry) throws {
    let (group, name) = (try parts.group(entry.name), try name(ofGroup: entry.name))
    func settle(_ what: String, _ command: Analysis.UnderstandingCommand) {
      add("\(name)/\(what)", .understanding(command, on: days.understood))
    }
    settle("sector", .sector(group, try Line(entry.sector)))
    settle("size", .size(group, try size(entry.size)))
    settle("goal", .goal(group, try entry.goal.goal))
    settle(
      "segments",
      .segments(
        group, entry.shares.map { Analysis.SegmentShare($0.segment, $0.share, $0.confidence) }))
    try addJudgements(entry.judgements, of: group, as: name, on: days.understood)
    for (index, influencer) in entry.influencers.enumerated() {
      let id = InfluencerID(part("\(name)/influencer/\(index + 1)"))
      settle(
        "influencer/\(index + 1)",
        .name(
          id, group,
          Analysis.Influencer(
            name: try Line(influencer.name), influence: try Prose(influencer.influence))))
    }
  }

  mutating func addJudgements(
    _ entries: [AnalysisFile.JudgementEntry], of group: TargetGroupID, as name: String, on day: Day
  ) throws {
    for entry in entries {
      add(
        "\(name)/determinant/\(entry.determinant)",
        .understanding(.judge(group, entry.determinant, try judgement(entry)), on: day))
    }
  }

  mutating func addActing(
    for groupName: String, _ choices: [AnalysisFile.ChoiceEntry], as name: String,
    from ground: Analysis.Ground, on day: Day
  ) throws {
    let group = try parts.group(groupName)
    let suggestion = SuggestionID(part("\(name)/suggestion"))
    add(
      "\(name)/suggestion",
      .acting(.suggest(suggestion, group, ground, by: .fitThenLightest), on: day))
    for (index, choice) in choices.enumerated() {
      let made = "\(name)/choice/\(index + 1)"
      let chosen = Analysis.Choice(
        for: group, because: choice.determinants, try choice.measure, after: suggestion,
        reason: try Prose(choice.reason))
      add(made, .acting(.choose(ChoiceID(part(made)), chosen), on: day))
      if let plan = choice.plan {
        let intervention = try parts.intervention(plan)
        add("\(made)/planned", .acting(.plan(ChoiceID(part(made)), intervention), on: day))
      }
    }
  }

  private func size(_ entry: AnalysisFile.SizeEntry) throws -> Analysis.Size {
    guard let number = Quantity(mantissa: Int64(entry.number)) else {
      throw SeedError.malformed(entry: self.entry.programme, reason: "\(entry.number) is no size")
    }
    return Analysis.Size(
      number, try Line(entry.unit), source: try sources.source(entry.source),
      confidence: entry.confidence)
  }

  private func judgement(_ entry: AnalysisFile.JudgementEntry) throws -> Analysis.Judgement {
    Analysis.Judgement(
      entry.score, explanation: try Prose(entry.explanation),
      evidence: try entry.evidence.map {
        Analysis.Evidence(try Prose($0.text), source: try sources.source($0.source))
      }, confidence: entry.confidence)
  }

  func subRisk(_ number: Int) -> SubRiskID { SubRiskID(part("sub-risk/\(number)")) }

  /// The name of the group of that name in the names of steps.
  func name(ofGroup name: String) throws -> String {
    guard let index = entry.groups.firstIndex(where: { $0.name == name }) else {
      throw SeedError.malformed(entry: entry.programme, reason: "it has no group \(name)")
    }
    return "group/\(index + 1)"
  }

  mutating func add(_ name: String, _ command: Analysis.Command) {
    steps.append(SeedStep(name: "analysis/\(entry.programme)/\(name)", command: command))
  }

  func part(_ name: String) -> Identity { Self.part(name, of: entry.programme) }

  /// The identity of what bears that name in the analysis of a programme.
  static func part(_ name: String, of programme: String) -> Identity {
    .derived(from: "analysis/\(programme)/\(name)")
  }
}

extension AnalysisFile.GoalEntry {
  fileprivate var goal: Analysis.BehaviourGoal {
    get throws {
      Analysis.BehaviourGoal(
        who: try Line(who), present: try Line(present), wanted: try Line(wanted),
        whereAndWhen: try Line(whereAndWhen))
    }
  }
}

extension AnalysisFile.ChoiceEntry {
  fileprivate var measure: Analysis.Measure {
    get throws {
      if let type { return .intervention(type: type) }
      return if let partner { .partnerActs(partner: try Line(partner)) } else { .nothing }
    }
  }
}
