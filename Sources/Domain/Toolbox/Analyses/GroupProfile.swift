public import EventSourcing

extension Analysis {
  /// How many a target group counts.
  public struct Size: Hashable, Codable, Sendable {
    public let number: Quantity
    /// What is counted, such as companies.
    public let unit: Line
    public let source: Source
    public let confidence: Confidence

    public init(_ number: Quantity, _ unit: Line, source: Source, confidence: Confidence) {
      self.number = number
      self.unit = unit
      self.source = source
      self.confidence = confidence
    }
  }

  /// What a group should do instead of what it does.
  ///
  /// "(Who) shows, instead of (present behaviour), in the future (wanted behaviour), (where and when)."
  public struct BehaviourGoal: Hashable, Codable, Sendable {
    public let who: Line
    public let present: Line
    public let wanted: Line
    public let whereAndWhen: Line

    public init(who: Line, present: Line, wanted: Line, whereAndWhen: Line) {
      self.who = who
      self.present = present
      self.wanted = wanted
      self.whereAndWhen = whereAndWhen
    }
  }

  /// Which share of a group a segment is thought to be.
  public struct SegmentShare: Hashable, Codable, Sendable {
    public let segment: References.Segment.Key
    public let share: Percentage
    public let confidence: Confidence

    public init(_ segment: References.Segment.Key, _ share: Percentage, _ confidence: Confidence) {
      self.segment = segment
      self.share = share
      self.confidence = confidence
    }
  }

  /// How a determinant works on a group: from 1, it hinders compliance strongly, to 5, it helps strongly.
  public struct Judgement: Hashable, Codable, Sendable {
    public let score: Score
    public let explanation: Prose
    /// Never empty: a claim without evidence is no judgement.
    public let evidence: [Evidence]
    public let confidence: Confidence
    /// The round of scores that it rests on; nil when nobody scored.
    public let round: RoundReference?

    public init(
      _ score: Score, explanation: Prose, evidence: [Evidence], confidence: Confidence,
      round: RoundReference? = nil
    ) {
      self.score = score
      self.explanation = explanation
      self.evidence = evidence
      self.confidence = confidence
      self.round = round
    }

    /// How strongly it stands in the way of compliance: 2, 1, or 0 when it does not.
    public var hindrance: Int { max(0, Score.middle - score.rawValue) }
  }

  /// What a claim rests on.
  public struct Evidence: Hashable, Codable, Sendable {
    public let text: Prose
    public let source: Source

    public init(_ text: Prose, source: Source) {
      self.text = text
      self.source = source
    }
  }

  /// Somebody who can change how a group behaves: a trade association, a principal, a neighbour.
  public struct Influencer: Hashable, Codable, Sendable {
    public let name: Line
    /// In which way, and how strongly.
    public let influence: Prose

    public init(name: Line, influence: Prose) {
      self.name = name
      self.influence = influence
    }
  }

  /// What is understood of one target group.
  public struct Profile: Equatable, Sendable {
    public internal(set) var sector: Line?
    public internal(set) var size: Size?
    public internal(set) var goal: BehaviourGoal?
    public internal(set) var shares: [SegmentShare] = []
    public internal(set) var judgements = Register<References.Determinant.Code, Judgement>()
    public internal(set) var influencers = Register<InfluencerID, Influencer>()

    /// The determinants that stand in the way of compliance, in the order in which they were judged.
    public var hindrances: [(code: References.Determinant.Code, judgement: Judgement)] {
      judgements.entries.filter { $0.value.hindrance > 0 }.map { ($0.key, $0.value) }
    }
  }
}

extension Analysis.Size: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "number": .impersonal, "unit": .text, "source": .part(Source.self),
    "confidence": .impersonal,
  ]
}

extension Analysis.BehaviourGoal: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "who": .text, "present": .text, "wanted": .text, "whereAndWhen": .text,
  ]
}

extension Analysis.SegmentShare: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "segment": .impersonal, "share": .impersonal, "confidence": .impersonal,
  ]
}

extension Analysis.Judgement: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "score": .impersonal, "explanation": .text,
    "evidence": .each(.part(Analysis.Evidence.self)), "confidence": .impersonal,
    "round": .part(RoundReference.self),
  ]
}

extension Analysis.Evidence: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["text": .text, "source": .part(Source.self)]
}

extension Analysis.Influencer: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .personal(.name), "influence": .personal(.observation),
  ]
}
