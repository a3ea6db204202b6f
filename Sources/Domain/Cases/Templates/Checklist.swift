public import EventSourcing

/// A checklist (controlelijst): what is looked at on a kind of visit, with the rule behind each question.
///
/// An intervention that was logged keeps the edition it was checked against.
public typealias Checklist = Template<ChecklistContent>

/// What one edition of a checklist asks.
public struct ChecklistContent: TemplateContent {
  /// Why an edition of a checklist is not published.
  public enum Refusal: Error, Equatable, Sendable {
    case empty
    /// Two questions bear the same key.
    case keyTwice(Item.Key)
    case questionTwice(Line)
    /// An earlier edition used the key for a question that is no longer asked.
    case keyUsedBefore(Item.Key)
  }

  public static let category = "checklist"
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

  /// A key is that of one question for good, so that no answer is compared with that to another.
  public func check(after editions: [ChecklistContent]) throws(Refusal) {
    guard !items.isEmpty else { throw .empty }
    var seen: Set<Item.Key> = []
    for item in items where !seen.insert(item.key).inserted { throw .keyTwice(item.key) }
    var asked: Set<Line> = []
    for item in items where !asked.insert(item.question).inserted {
      throw .questionTwice(item.question)
    }
    let standing = Set(editions.last?.items.map(\.key) ?? [])
    let gone = Set(editions.flatMap(\.items).map(\.key)).subtracting(standing)
    for item in items where gone.contains(item.key) { throw .keyUsedBefore(item.key) }
  }
}

extension Checklist {
  public typealias Item = ChecklistContent.Item
}

extension ChecklistContent {
  public static let fieldClasses: FieldClasses = [
    "title": .impersonal, "programme": .impersonal, "items": .each(.part(Item.self)),
  ]
}

extension ChecklistContent.Item: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "key": .impersonal, "question": .impersonal, "rule": .impersonal, "legalBasis": .impersonal,
  ]
}
