extension Programme {
  /// All that a programme is now.
  public struct Dossier: Equatable, Sendable {
    public let organisation: Line
    public let origin: Origin
    /// Its number and name in each plan year it stood in.
    public internal(set) var labels: [PlanYear: Label]
    public internal(set) var problem: Prose
    public internal(set) var manager: PersonID
    public internal(set) var term: Term
    public internal(set) var course: Course
    public internal(set) var goals = Goals()
    public internal(set) var indicators = Indicators()
    /// Every estimate ever made, withdrawn ones included; `damage` is the one that counts.
    public internal(set) var estimates = Register<EstimateID, Estimated>()
    public internal(set) var targetGroups = TargetGroups()
    public internal(set) var partners = Partners()
    public internal(set) var team = Team()
    public internal(set) var interventions = Interventions()
    /// What came of the work and was not withdrawn.
    public internal(set) var achievements = Register<AchievementID, Achievement>()
    public internal(set) var evaluations = Evaluations()
    /// The day on which it is here for the first time: begun by decision, or taken over.
    let begunOn: Day
    /// When something last happened to each of its parts.
    var lastDays: [Part: Day] = [:]

    init(_ charter: Charter, _ origin: Origin, in phase: Phase, on day: Day) {
      organisation = charter.organisation
      self.origin = origin
      labels = [charter.label.planYear: charter.label]
      problem = charter.problem
      manager = charter.manager
      term = charter.term
      course = Course(phase: phase, since: day)
      begunOn = day
    }
  }
}

extension Programme.Dossier {
  /// Its number and name in the latest plan year.
  public var label: Programme.Label? {
    labels.max { $0.key < $1.key }?.value
  }

  mutating func revise(review: Day, end: Day) {
    term = Programme.Term(start: term.start, review: review, end: end)
  }

  mutating func loopBack(to phase: Programme.Phase, on day: Day) {
    course.enter(phase, on: day)
    evaluations.present = nil
  }
}

extension Programme.State {
  /// All that it is now; nil before it began.
  public var dossier: Programme.Dossier? {
    switch self {
    case .unborn: nil
    case .running(let dossier), .ended(let dossier, _): dossier
    }
  }
}
