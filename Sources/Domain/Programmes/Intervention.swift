public import EventSourcing

extension Programme {
  /// What is meant to be done; what is not known yet may be filled in until it starts.
  public struct Plan: Hashable, Codable, Sendable {
    public let name: Line
    public let owner: PersonID?
    public let period: Period?
    public let capacity: Hours?
    /// The unit of the organisation that does it.
    public let unit: Line?
    public let targetGroup: TargetGroupID?
    public let expectedEffect: Prose?
    public let goal: GoalID?
    public let indicator: IndicatorID?

    public init(
      name: Line, owner: PersonID? = nil, period: Period? = nil, capacity: Hours? = nil,
      unit: Line? = nil, targetGroup: TargetGroupID? = nil, expectedEffect: Prose? = nil,
      goal: GoalID? = nil, indicator: IndicatorID? = nil
    ) {
      self.name = name
      self.owner = owner
      self.period = period
      self.capacity = capacity
      self.unit = unit
      self.targetGroup = targetGroup
      self.expectedEffect = expectedEffect
      self.goal = goal
      self.indicator = indicator
    }

    /// What must be filled in before it can start, in the order of the form.
    public var missing: [PlanElement] {
      PlanElement.allCases.filter { element in
        switch element {
        case .owner: owner == nil
        case .period: period == nil
        case .expectedEffect: expectedEffect == nil
        }
      }
    }
  }

  /// What a plan must say before the work can start.
  public enum PlanElement: String, CaseIterable, Codable, Sendable {
    case owner
    case period
    case expectedEffect
  }

  /// Working time in whole hours.
  public struct Hours: Hashable, Comparable, Codable, Sendable, RawRepresentable {
    public static let range = 0...1_000_000

    public let rawValue: Int

    /// Nil below 0 and above a million.
    public init?(rawValue: Int) {
      guard Self.range.contains(rawValue) else { return nil }
      self.rawValue = rawValue
    }

    public init?(_ hours: Int) { self.init(rawValue: hours) }

    public static func < (lhs: Hours, rhs: Hours) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Something the programme does to reach its goals.
  public struct Intervention: Equatable, Sendable {
    /// How far an intervention has come.
    public enum Progress: Equatable, Sendable {
      case planned
      case running(since: Day)
      case finished(since: Day, result: Prose, on: Day)
      /// `since` is nil when it never started.
      case cancelled(since: Day?, reason: Prose, on: Day)
    }

    public internal(set) var plan: Plan
    public internal(set) var progress = Progress.planned
    public internal(set) var evaluations = InterventionEvaluations()

    /// The day it started; nil when it did not.
    public var startedOn: Day? {
      switch progress {
      case .planned: nil
      case .running(let since), .finished(let since, _, _): since
      case .cancelled(let since, _, _): since
      }
    }

    /// The day it was finished or cancelled; nil when it was neither.
    public var overOn: Day? {
      switch progress {
      case .planned, .running: nil
      case .finished(_, _, let day), .cancelled(_, _, let day): day
      }
    }

    public var isRunning: Bool { status == .running }

    /// How far it has come, in a word.
    public var status: InterventionStatus {
      switch progress {
      case .planned: .planned
      case .running: .running
      case .finished: .finished
      case .cancelled: .cancelled
      }
    }
  }

  /// How far an intervention has come, in a word.
  public enum InterventionStatus: String, CaseIterable, Codable, Sendable {
    case planned
    case running
    case finished
    case cancelled
  }
}

extension Programme.Plan: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .text,
    "owner": .pseudonym,
    "period": .part(Period.self),
    "capacity": .impersonal,
    "unit": .text,
    "targetGroup": .impersonal,
    "expectedEffect": .text,
    "goal": .impersonal,
    "indicator": .impersonal,
  ]
}
