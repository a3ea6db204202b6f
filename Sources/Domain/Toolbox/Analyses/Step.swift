extension Analysis {
  /// A step of the toolbox.
  public enum Step: String, CaseIterable, Codable, Sendable, Comparable {
    /// Kiezen: where the risk is highest.
    case choose
    /// Begrijpen: why a target group behaves as it does.
    case understand
    /// Aanpakken: what is done about it.
    case act

    /// The steps that come before it.
    public var before: [Step] { Step.allCases.filter { $0 < self } }

    public static func < (lhs: Step, rhs: Step) -> Bool { lhs.ordinal < rhs.ordinal }

    private var ordinal: Int {
      switch self {
      case .choose: 1
      case .understand: 2
      case .act: 3
      }
    }
  }

  /// How far a step has come.
  public struct Progress: Equatable, Sendable {
    /// Where a step stands.
    public enum Standing: Equatable, Sendable {
      case open
      /// `standsOn` holds the versions of the steps before it.
      case finished(standsOn: [Int], conclusion: Prose, on: Day)
    }

    /// 1 the first time, one more with each reopening.
    public internal(set) var version = 1
    public internal(set) var standing = Standing.open
    /// The day on which something last happened in it; nil when nothing did.
    var lastOn: Day?

    public var isFinished: Bool {
      switch standing {
      case .open: false
      case .finished: true
      }
    }
  }

  /// That the second step was skipped, for a version of it.
  public struct Skipping: Equatable, Sendable {
    public let by: PersonID
    public let reason: Prose
    public let on: Day
    public let version: Int
  }

  /// The three steps.
  public struct Course: Equatable, Sendable {
    private var progress: [Step: Progress] = [:]
    /// Each time that understanding was skipped, oldest first; they stay.
    public internal(set) var skippings: [Skipping] = []

    public internal(set) subscript(step: Step) -> Progress {
      get { progress[step] ?? Progress() }
      set { progress[step] = newValue }
    }

    /// The skipping that stands in for the present version of understanding; nil without one.
    public var skipping: Skipping? {
      skippings.last { $0.version == self[.understand].version }
    }

    /// Whether the step stands on versions of earlier steps that are no longer the present ones.
    public func isOutdated(_ step: Step) -> Bool {
      switch self[step].standing {
      case .open: false
      case .finished(let standsOn, _, _): standsOn != versions(before: step)
      }
    }

    func versions(before step: Step) -> [Int] { step.before.map { self[$0].version } }
  }
}

extension Analysis.Dossier {
  func finish(
    _ step: Analysis.Step, _ conclusion: Prose, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    try checkOpen(step)
    try checkLast(of: step, by: day)
    for earlier in step.before { try checkDone(earlier) }
    try checkComplete(step)
    return [
      .stepFinished(
        step: step, version: course[step].version, standsOn: course.versions(before: step),
        conclusion: conclusion, on: day)
    ]
  }

  func skipUnderstanding(
    by person: PersonID, _ reason: Prose, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    try checkOpen(.understand)
    if let skipping = course.skipping { throw .alreadySkipped(by: skipping.by) }
    return [.understandingSkipped(by: person, reason: reason, on: day)]
  }

  func reopen(
    _ step: Analysis.Step, _ reason: Prose, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    guard course[step].isFinished else { throw .stepNotFinished(step) }
    try checkLast(of: step, by: day)
    return [
      .stepReopened(step: step, version: course[step].version + 1, reason: reason, on: day)
    ]
  }

  func checkOpen(_ step: Analysis.Step) throws(Analysis.Refusal) {
    guard !course[step].isFinished else { throw .stepFinished(step) }
  }

  /// A step is done when it is finished on what stands before it now; understanding also when it was skipped.
  private func checkDone(_ step: Analysis.Step) throws(Analysis.Refusal) {
    if step == .understand, course.skipping != nil { return }
    guard course[step].isFinished else { throw .stepBeforeOpen(step) }
    guard !course.isOutdated(step) else { throw .stepBeforeOutdated(step) }
  }

  private func checkComplete(_ step: Analysis.Step) throws(Analysis.Refusal) {
    switch step {
    case .choose:
      guard choosing.gaps.isEmpty else { throw .choosingLacks(choosing.gaps) }
    case .understand:
      let gaps = understandingGaps
      guard gaps.isEmpty else { throw .understandingLacks(gaps) }
    case .act:
      let groups = groupsWithoutChoice
      guard groups.isEmpty else { throw .actingLacks(groups) }
    }
  }

  private func checkLast(of step: Analysis.Step, by day: Day) throws(Analysis.Refusal) {
    if let last = course[step].lastOn, day < last { throw .beforeLast(on: last) }
  }
}
