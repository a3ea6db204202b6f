import Domain

/// What a programme has in hand: the things that may be asked about now.
struct Means {
  var goals: [GoalID] = []
  var meters: [Meter] = []
  /// The meter whose turn it is to be read.
  var turn = 0
  var groups: [TargetGroupID] = []
  var partners: [(id: PartnerID, partner: Programme.Partner)] = []
  var members: [PersonID] = []
  var planned: [(id: InterventionID, plan: Programme.Plan)] = []
  var running: [(id: InterventionID, plan: Programme.Plan)] = []
  var hasStarted = false
  var achievements: [AchievementID] = []
  /// The estimates of the damage that were not withdrawn.
  var estimates: [EstimateID] = []
  /// The latest plan year in which it has a number.
  var plannedIn = 0
}

/// One indicator, as whoever reads it keeps it.
struct Meter {
  let id: IndicatorID
  let isCounted: Bool
  /// In tenths of the unit.
  var level: Int
  /// By how many tenths it moves at most between two readings.
  let pace: Int
  let source: Source
  var last: MeasurementID?

  /// What it says now; it wanders, a little more often to where it should.
  mutating func read(_ subject: Subject, _ world: inout World) -> Programme.Reading {
    guard isCounted else { return .words(text: Phrases.reason(subject, &world.chance)) }
    level = max(0, level + world.chance.of(-pace...pace + pace / 4))
    return number(level)
  }

  func number(_ tenths: Int) -> Programme.Reading {
    guard let quantity = Quantity(mantissa: Int64(tenths), scale: 1) else {
      return .words(text: Prose(recorded: "Niet te meten"))
    }
    return .number(value: quantity)
  }
}
