import Domain
import EventSourcing
import ReadModels

/// The analysis behind a programme's interventions, as its pages show it and its forms fill in.
struct ToolboxSubject: Subject, RoundSubject {
  let programme: ProgrammeRow
  /// Nil before it was begun.
  let analysis: AnalysisRow?
  let change: Change?
  let targetGroups: [TargetGroupRow]
  /// What the problem is thought to cost; nil when nobody estimated it.
  let damage: EstimateRow?
  let subRisks: [SubRiskRow]
  let profiles: [ProfileRow]
  let judgements: [JudgementRow]
  let influencers: [InfluencerRow]
  let suggestions: [SuggestionRow]
  let choices: [ChoiceRow]
  let sessions: [SessionRow]
  let scores: [ScoreRow]
  let interventions: [InterventionRow]
  let interventionEvaluations: [InterventionEvaluationRow]
  let goals: [GoalRow]
  let indicators: [IndicatorRow]
  /// All editions of the reference set, the last first.
  let editions: [EditionRow]
  /// What interventions of the toolbox yielded before, wherever the reader may see it; nothing where the address asks
  /// for no suggestion.
  let trials: [Trial]
  let people: People
  let reader: Reader

  var id: ProgrammeID { programme.id }
  var identity: Identity { id.identity }
  var version: Int { change?.version ?? 0 }

  /// The edition that the analysis goes by, or the last one before it was begun.
  var edition: EditionRow? {
    guard let analysis else { return editions.first }
    return editions.first { $0.number == analysis.edition }
  }

  /// An edition that is later than the one the analysis goes by.
  var laterEdition: EditionRow? {
    guard let analysis, let last = editions.first, last.number > analysis.edition else {
      return nil
    }
    return last
  }

  var course: AnalysisRow.Course? { analysis?.course }

  /// The groups in focus, in the order of the focus.
  var groupsInFocus: [TargetGroupRow] {
    (analysis?.groupsInFocus ?? []).compactMap { id in targetGroups.first { $0.id == id } }
  }

  /// The page that shows what a form at the reader's address is about.
  var page: Link {
    let parts = Array(reader.here.segments.dropFirst(3))
    switch parts.first {
    case "choose": return Site.toolbox(id, "choose")
    case "understand":
      guard parts.count > 2 else { return Site.toolbox(id, "understand") }
      return Site.toolbox(id, "understand", parts[1])
    case "act": return Site.toolbox(id, "act")
    case "sessions":
      guard parts.count > 2 else { return Site.toolbox(id) }
      return Site.toolbox(id, "sessions", parts[1])
    case _: return Site.toolbox(id)
    }
  }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("portfolio.title"), Site.home),
      Crumb(programme.label.name.description, Site.programme(id)),
      Crumb(reader.text("toolbox.title"), Site.toolbox(id)),
    ]
  }

  /// The form at these parts of the toolbox's address; nil for who may not use it, or when it is not the time.
  func form(_ parts: [String], when isTime: Bool = true) -> Link? {
    let link = Link(segments: Site.toolbox(id).segments + parts)
    return isTime && !programme.isEnded && reader.mayPost(to: link) ? link : nil
  }

  /// The form at these parts, as long as the step is open.
  func form(_ parts: String..., in step: Analysis.Step) -> Link? {
    form(parts, when: isOpen(step))
  }

  func isOpen(_ step: Analysis.Step) -> Bool {
    course.map { $0.present(step).finished == nil } ?? false
  }
}

extension ToolboxSubject {
  /// What the plan of an intervention can point at.
  var offer: PlanOffer {
    PlanOffer(
      targetGroups: targetGroups, goals: goals, indicators: indicators, people: people,
      reader: reader)
  }
}

/// The part of the analysis that an address names.
extension ToolboxSubject {
  func subRisk(_ visit: Visit) throws -> SubRiskRow {
    try visit.part("risk", among: subRisks, by: \.id)
  }

  /// A group that the programme looks at.
  func group(_ visit: Visit) throws -> TargetGroupRow {
    try visit.part("group", among: groupsInFocus, by: \.id)
  }

  func determinant(_ visit: Visit) throws -> References.Determinant {
    try visit.part("determinant", among: edition?.edition.determinants ?? [], by: \.code)
  }

  func influencer(_ visit: Visit) throws -> InfluencerRow {
    let group = try group(visit).id
    return try visit.part("influencer", among: influencers.filter { $0.group == group }, by: \.id)
  }

  func suggestion(_ visit: Visit) throws -> SuggestionRow {
    try visit.part("suggestion", among: suggestions, by: \.id)
  }

  func choice(_ visit: Visit) throws -> ChoiceRow {
    try visit.part("choice", among: choices, by: \.id)
  }

  func session(_ visit: Visit) throws -> SessionRow {
    try visit.part("session", among: sessions, by: \.id)
  }
}

/// The part of a session that an address names.
extension ToolboxSubject {
  func seat(_ visit: Visit) throws -> SessionRow.Seat {
    try visit.part("participant", among: try session(visit).seats, by: \.id)
  }

  func source(_ visit: Visit) throws -> SessionRow.Note {
    try visit.part("source", among: try session(visit).sources, by: \.id)
  }

  func attachment(_ visit: Visit) throws -> SessionRow.Attached {
    try visit.part("attachment", among: try session(visit).attachments, by: \.id)
  }

  func round(_ visit: Visit) throws -> SessionRow.Round {
    try visit.part("round", among: try session(visit).rounds, by: \.id)
  }

  /// The seat of the reader in the session that the address names; nobody scores for somebody else.
  func ownSeat(_ visit: Visit) throws -> SessionRow.Seat {
    let person = try visit.actor()
    guard let seat = try session(visit).seat(of: person) else { throw Problem.notFound }
    return seat
  }
}

extension SessionRow {
  func seat(of person: PersonID) -> Seat? {
    seats.first { $0.participant == .colleague(person: person) }
  }
}

/// What is known of one thing.
extension ToolboxSubject {
  /// The sub-risks that stand, the most urgent first.
  var standingRisks: [SubRiskRow] {
    let order = analysis?.priorities?.value ?? []
    let standing = subRisks.filter(\.stands)
    return order.compactMap { id in standing.first { $0.id == id } }
      + standing.filter { !order.contains($0.id) }
  }

  func profile(of group: TargetGroupID) -> ProfileRow? { profiles.first { $0.group == group } }

  func judgements(of group: TargetGroupID) -> [JudgementRow] {
    let order = edition?.edition.determinants.map(\.code) ?? []
    return judgements.filter { $0.group == group }.sorted {
      (order.firstIndex(of: $0.determinant) ?? order.count)
        < (order.firstIndex(of: $1.determinant) ?? order.count)
    }
  }

  func judgement(
    of group: TargetGroupID, _ code: References.Determinant.Code
  ) -> JudgementRow? {
    judgements.first { $0.group == group && $0.determinant == code }
  }

  /// What the edition that a suggestion went by calls what it speaks of.
  func names(in suggestion: Suggestion) -> ReferenceNames {
    ReferenceNames(
      edition: editions.first { $0.number == suggestion.input.edition }?.edition, reader: reader)
  }

  /// What was suggested for a group last.
  func suggestion(for group: TargetGroupID) -> SuggestionRow? {
    suggestions.last { $0.group == group }
  }

  /// What was learnt before, for a suggestion to a group.
  func experience(for group: TargetGroupID) -> [Suggestion.Experience] {
    trials.experience(in: profile(of: group)?.sector)
  }

  func standingChoices(for group: TargetGroupID) -> [ChoiceRow] {
    choices.filter { $0.stands && $0.choice.group == group }
  }

  /// What is still to be found out about a group before it is understood.
  func gaps(of group: TargetGroupID) -> [Analysis.UnderstandingGap.Element] {
    let profile = profile(of: group)
    return Analysis.UnderstandingGap.Element.allCases.filter { element in
      switch element {
      case .sector: profile?.sector == nil
      case .size: profile?.size == nil
      case .goal: profile?.goal == nil
      case .segments: profile?.shares.isEmpty ?? true
      case .determinants: judgements(of: group).isEmpty
      }
    }
  }
}
