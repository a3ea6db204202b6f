extension Analysis {
  /// What may be asked in the second step.
  public enum UnderstandingCommand: Equatable, Sendable {
    case sector(TargetGroupID, Line)
    case size(TargetGroupID, Size)
    case goal(TargetGroupID, BehaviourGoal)
    case segments(TargetGroupID, [SegmentShare])
    case judge(TargetGroupID, References.Determinant.Code, Judgement)
    case withdraw(TargetGroupID, References.Determinant.Code, reason: Prose)
    case name(InfluencerID, TargetGroupID, Influencer)
    case revise(InfluencerID, Influencer)
    case remove(InfluencerID, reason: Prose)
  }

  /// What the second step lacks about a target group before it can be finished.
  public struct UnderstandingGap: Hashable, Sendable {
    /// A part of what must be understood.
    public enum Element: String, CaseIterable, Hashable, Sendable {
      case sector
      case size
      case goal
      case segments
      case determinants
    }

    public let group: TargetGroupID
    public let element: Element

    public init(_ group: TargetGroupID, _ element: Element) {
      self.group = group
      self.element = element
    }
  }

  /// All of the second step.
  public struct Understanding: Equatable, Sendable {
    private var profiles: [TargetGroupID: Profile] = [:]

    /// What is understood of a group; nothing yet of one that nobody looked at.
    public internal(set) subscript(group: TargetGroupID) -> Profile {
      get { profiles[group] ?? Profile() }
      set { profiles[group] = newValue }
    }

    /// The group on which somebody has influence; nil when nobody of that identity was named.
    func group(of influencer: InfluencerID) -> TargetGroupID? {
      profiles.first { $0.value.influencers[influencer] != nil }?.key
    }
  }
}

extension Analysis.Profile {
  var missing: [Analysis.UnderstandingGap.Element] {
    Analysis.UnderstandingGap.Element.allCases.filter { element in
      switch element {
      case .sector: sector == nil
      case .size: size == nil
      case .goal: goal == nil
      case .segments: shares.isEmpty
      case .determinants: judgements.isEmpty
      }
    }
  }
}

extension Analysis.Dossier {
  /// What is still to be understood of the groups in focus.
  public var understandingGaps: [Analysis.UnderstandingGap] {
    groupsInFocus.flatMap { group in
      understanding[group].missing.map { Analysis.UnderstandingGap(group, $0) }
    }
  }

  func decide(
    _ command: Analysis.UnderstandingCommand, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    switch command {
    case .sector(let group, let sector):
      let profile = try profile(of: group)
      return profile.sector == sector ? [] : [.sectorNamed(group: group, sector: sector, on: day)]
    case .size(let group, let size):
      let profile = try profile(of: group)
      return profile.size == size ? [] : [.sizeEstimated(group: group, size: size, on: day)]
    case .goal(let group, let goal):
      let profile = try profile(of: group)
      return profile.goal == goal ? [] : [.behaviourGoalSet(group: group, goal: goal, on: day)]
    case .segments(let group, let shares): return try estimate(shares, of: group, on: day)
    case .judge(let group, let code, let judgement):
      let profile = try profile(of: group)
      guard !judgement.evidence.isEmpty else { throw .evidenceMissing }
      return profile.judgements[code] == judgement
        ? [] : [.determinantJudged(group: group, determinant: code, judgement: judgement, on: day)]
    case .withdraw(let group, let code, let reason):
      guard try profile(of: group).judgements[code] != nil else { throw .unknownJudgement }
      return [.judgementWithdrawn(group: group, determinant: code, reason: reason, on: day)]
    case .name(let id, let group, let influencer):
      _ = try profile(of: group)
      guard understanding.group(of: id) == nil else { throw .identifierInUse }
      return [.influencerNamed(id: id, group: group, influencer: influencer, on: day)]
    case .revise(let id, let influencer):
      return try known(id) == influencer
        ? [] : [.influencerRevised(id: id, influencer: influencer, on: day)]
    case .remove(let id, let reason):
      _ = try known(id)
      return [.influencerRemoved(id: id, reason: reason, on: day)]
    }
  }

  private func estimate(
    _ shares: [Analysis.SegmentShare], of group: TargetGroupID, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    let profile = try profile(of: group)
    var seen: Set<References.Segment.Key> = []
    for share in shares where !seen.insert(share.segment).inserted {
      throw .segmentTwice(share.segment)
    }
    let sum = shares.reduce(0) { $0 + $1.share.rawValue }
    guard sum <= Percentage.whole.rawValue else { throw .sharesAboveWhole(percent: sum) }
    return profile.shares == shares
      ? [] : [.segmentsEstimated(group: group, shares: shares, on: day)]
  }

  private func profile(of group: TargetGroupID) throws(Analysis.Refusal) -> Analysis.Profile {
    guard groupsInFocus.contains(group) else { throw .groupNotInFocus }
    return understanding[group]
  }

  private func known(_ id: InfluencerID) throws(Analysis.Refusal) -> Analysis.Influencer {
    guard let group = understanding.group(of: id),
      let influencer = understanding[group].influencers[id]
    else { throw .unknownInfluencer }
    return influencer
  }
}
