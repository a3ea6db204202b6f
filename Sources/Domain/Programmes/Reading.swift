public import EventSourcing

extension Programme {
  /// What an indicator says: a number in its unit, or words.
  public enum Reading: Hashable, Codable, Sendable {
    case number(value: Quantity)
    case words(text: Prose)

    var isNumber: Bool {
      switch self {
      case .number: true
      case .words: false
      }
    }
  }

  /// In what an indicator speaks.
  public enum Unit: Hashable, Codable, Sendable {
    /// Numbers, counted in such as `procent`.
    case counted(in: Line)
    /// Words, for what does not fit in a number.
    case described

    func fits(_ reading: Reading) -> Bool {
      switch self {
      case .counted: reading.isNumber
      case .described: !reading.isNumber
      }
    }
  }

  /// Where an indicator stood before the programme.
  public struct Baseline: Hashable, Codable, Sendable {
    public let value: Reading
    public let on: Day?

    public init(_ value: Reading, on: Day? = nil) {
      self.value = value
      self.on = on
    }
  }

  /// Where an indicator should go.
  public struct Target: Hashable, Codable, Sendable {
    /// On which side of the target is good.
    public enum Aim: String, CaseIterable, Codable, Sendable {
      case atLeast
      case atMost
    }

    public let value: Reading
    public let aim: Aim
    /// The day by which; nil when the source names none.
    public let by: Day?

    public init(_ value: Reading, _ aim: Aim = .atLeast, by: Day? = nil) {
      self.value = value
      self.aim = aim
      self.by = by
    }

    /// Whether `reading` reaches it; nil when words leave that to the reader.
    public func isMet(by reading: Reading) -> Bool? {
      switch (value, reading) {
      case (.number(let target), .number(let measured)):
        switch aim {
        case .atLeast: measured >= target
        case .atMost: measured <= target
        }
      case (.words, _), (.number, .words): nil
      }
    }
  }
}

extension Programme.Reading: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "number": .fields(["value": .impersonal]),
    "words": .fields(["text": .text]),
  ]
}

extension Programme.Unit: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "counted": .fields(["in": .text]),
    "described": .fields([:]),
  ]
}

extension Programme.Baseline: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "value": .part(Programme.Reading.self),
    "on": .impersonal,
  ]
}

extension Programme.Target: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "value": .part(Programme.Reading.self),
    "aim": .impersonal,
    "by": .impersonal,
  ]
}
