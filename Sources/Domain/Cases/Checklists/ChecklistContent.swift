public import EventSourcing

extension Checklist {
  /// What one edition of a checklist asks.
  public struct Content: Hashable, Codable, Sendable {
    public static let itemsMax = 100

    public let title: Line
    /// The programme whose visits it is for; nil for regular supervision.
    public let programme: ProgrammeID?
    public let items: [Item]

    public init(_ title: Line, programme: ProgrammeID? = nil, items: [Item]) {
      self.title = title
      self.programme = programme
      self.items = items
    }
  }

  /// One question, to which yes means that the rule is kept.
  public struct Item: Hashable, Codable, Sendable {
    public typealias Key = ElementKey<Item>

    /// The same from edition to edition, so that answers can be compared.
    public let key: Key
    public let question: Line
    /// What the rule asks.
    public let rule: Line
    /// Where the rule stands.
    public let legalBasis: Line?

    public init(_ key: Key, question: Line, rule: Line, legalBasis: Line? = nil) {
      self.key = key
      self.question = question
      self.rule = rule
      self.legalBasis = legalBasis
    }
  }
}

extension Checklist.Content {
  func check() throws(Checklist.Refusal) {
    guard !items.isEmpty else { throw .empty }
    var seen: Set<Checklist.Item.Key> = []
    for item in items where !seen.insert(item.key).inserted { throw .keyTwice(item.key) }
    var asked: Set<Line> = []
    for item in items where !asked.insert(item.question).inserted {
      throw .questionTwice(item.question)
    }
  }

  /// A key is that of one question for good, so that no answer is compared with that to another.
  func check(
    after standing: Checklist.Content, used: Set<Checklist.Item.Key>
  ) throws(Checklist.Refusal) {
    let again = used.subtracting(standing.items.map(\.key))
    for item in items where again.contains(item.key) { throw .keyUsedBefore(item.key) }
  }
}

extension Checklist.Content: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .impersonal, "programme": .impersonal,
    "items": .each(.part(Checklist.Item.self)),
  ]
}

extension Checklist.Item: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "key": .impersonal, "question": .impersonal, "rule": .impersonal, "legalBasis": .impersonal,
  ]
}

extension Checklist.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .published:
      [
        "edition": .impersonal, "content": .part(Checklist.Content.self),
        "organisation": .impersonal, "on": .impersonal,
      ]
    case .retired: ["reason": .text, "on": .impersonal]
    }
  }
}
