public import EventSourcing

extension Programme {
  /// What an indicator is when it is defined.
  public struct Definition: Hashable, Codable, Sendable {
    public let name: Line
    public let unit: Unit
    public let baseline: Baseline?
    public let target: Target?
    public let source: Source?
    /// The goal it tells about, if it is one goal.
    public let goal: GoalID?

    public init(
      name: Line, unit: Unit, baseline: Baseline? = nil, target: Target? = nil,
      source: Source? = nil, goal: GoalID? = nil
    ) {
      self.name = name
      self.unit = unit
      self.baseline = baseline
      self.target = target
      self.source = source
      self.goal = goal
    }
  }

  /// What an indicator said on a day.
  public struct Measurement: Hashable, Codable, Sendable {
    public let value: Reading
    public let source: Source
    public let note: Prose?
    /// The cases that it was counted from; nil when somebody measured otherwise.
    public let count: CaseCount?

    public init(
      _ value: Reading, source: Source, note: Prose? = nil, count: CaseCount? = nil
    ) {
      self.value = value
      self.source = source
      self.note = note
      self.count = count
    }
  }

  /// A measure by which to see whether a goal comes nearer.
  public struct Indicator: Equatable, Sendable {
    public let definition: Definition
    /// Every target it ever had, oldest first; the last one counts.
    public internal(set) var targets: [Aim]
    public internal(set) var measurements = Register<MeasurementID, Measured>()
    /// How it is counted out of cases; nil when somebody measures.
    public internal(set) var counting: CaseCounting?
    /// Why it was dropped; nil while it stands.
    public internal(set) var droppedBecause: Prose?

    /// A target, and from when and why it counts.
    public struct Aim: Equatable, Sendable {
      public let target: Target
      public let since: Day
      /// Nil for the first.
      public let reason: Prose?
    }

    /// A measurement and what it was corrected to.
    public struct Measured: Equatable, Sendable {
      public let measurement: Measurement
      /// The day that was measured, as it was recorded first; `measuredOn` is what counts.
      public let on: Day
      /// Oldest first; the last one counts.
      public internal(set) var corrections: [Correction] = []

      /// What was measured, as corrected.
      public var value: Reading { corrections.last?.value ?? measurement.value }

      /// The day that was measured, as corrected.
      public var measuredOn: Day { corrections.last { $0.measuredOn != nil }?.measuredOn ?? on }
    }

    /// What a measurement should have said, and why.
    public struct Correction: Equatable, Sendable {
      public let value: Reading
      /// The day that was measured; nil when it stood.
      public let measuredOn: Day?
      public let reason: Prose
      public let on: Day
    }

    init(_ definition: Definition, on day: Day) {
      self.definition = definition
      targets = definition.target.map { [Aim(target: $0, since: day, reason: nil)] } ?? []
    }
  }
}

extension Programme.Indicator {
  /// The target that counts; nil when it has none.
  public var target: Programme.Target? { targets.last?.target }

  /// The measurement of the latest day; of two on one day, the one recorded later.
  public var latest: Measured? {
    var latest: Measured?
    for (_, measured) in measurements.entries
    where latest.map({ $0.measuredOn <= measured.measuredOn }) ?? true {
      latest = measured
    }
    return latest
  }
}

extension Programme.Definition: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .text,
    "unit": .part(Programme.Unit.self),
    "baseline": .part(Programme.Baseline.self),
    "target": .part(Programme.Target.self),
    "source": .part(Source.self),
    "goal": .impersonal,
  ]
}

extension Programme.Measurement: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "value": .part(Programme.Reading.self),
    "source": .part(Source.self),
    "note": .text,
    "count": .part(Programme.CaseCount.self),
  ]
}
