public import EventSourcing

/// A short name by which a reference set calls one of its elements, such as `T7` or `desk-inspection`.
///
/// 1 to 40 letters, digits and hyphens; `Element` keeps a determinant's from being taken for a segment's.
public struct ElementKey<Element>: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public static var lengthMax: Int { 40 }

  public let description: String

  /// Nil for anything else.
  public init?(_ description: String) {
    guard (1...Self.lengthMax).contains(description.utf8.count),
      description.utf8.allSatisfy(Self.isAllowed)
    else { return nil }
    self.description = description
  }

  /// The same as one line of text.
  public var name: Line { Line(recorded: description) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    case _: false
    }
  }
}

extension ElementKey: TextCoded {
  public init?(utf8: UTF8Span) { self.init(String(copying: utf8)) }
}

extension References {
  /// Something that makes people keep a rule or break it, such as the chance of being inspected.
  public struct Determinant: Hashable, Codable, Sendable {
    public typealias Code = ElementKey<Determinant>

    /// Where compliance comes from, in the words of the Tafel van Elf.
    public enum Group: String, CaseIterable, Codable, Sendable {
      case spontaneous
      case control
      case sanction
    }

    /// What somebody needs to comply: to know, to be able, to want, to have to.
    public enum Cluster: String, CaseIterable, Codable, Sendable {
      case knowing
      case able
      case wanting
      case having
    }

    public let code: Code
    public let name: Line
    /// The question by which a group finds out how it stands with it.
    public let question: Prose?
    public let group: Group
    public let cluster: Cluster
    public let certainty: Certainty

    public init(
      code: Code, name: Line, question: Prose? = nil, group: Group, cluster: Cluster,
      certainty: Certainty
    ) {
      self.code = code
      self.name = name
      self.question = question
      self.group = group
      self.cluster = cluster
      self.certainty = certainty
    }
  }

  /// A part of a target group that behaves alike.
  public struct Segment: Hashable, Codable, Sendable {
    public typealias Key = ElementKey<Segment>

    public let key: Key
    public let name: Line
    public let complies: Bool
    public let certainty: Certainty

    public init(key: Key, name: Line, complies: Bool, certainty: Certainty) {
      self.key = key
      self.name = name
      self.complies = complies
      self.certainty = certainty
    }
  }

  /// A kind of thing that can be done to change behaviour, such as an announced inspection.
  public struct InterventionType: Hashable, Codable, Sendable {
    public typealias Key = ElementKey<InterventionType>

    public let key: Key
    public let name: Line
    public let burden: Burden
    public let certainty: Certainty

    public init(key: Key, name: Line, burden: Burden, certainty: Certainty) {
      self.key = key
      self.name = name
      self.burden = burden
      self.certainty = certainty
    }
  }

  /// How heavily a type of intervention weighs on those it is meant for: from 0, not at all, to 6.
  public struct Burden: Hashable, Comparable, Codable, Sendable, RawRepresentable {
    public static let range = 0...6

    public let rawValue: Int

    /// Nil outside 0 to 6.
    public init?(rawValue: Int) {
      guard Self.range.contains(rawValue) else { return nil }
      self.rawValue = rawValue
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// That a type of intervention can change a determinant.
  public struct Fit: Hashable, Codable, Sendable {
    public let intervention: InterventionType.Key
    public let determinant: Determinant.Code
    public let certainty: Certainty

    public init(
      _ intervention: InterventionType.Key, _ determinant: Determinant.Code, certainty: Certainty
    ) {
      self.intervention = intervention
      self.determinant = determinant
      self.certainty = certainty
    }
  }
}

extension References.Determinant: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "code": .impersonal, "name": .impersonal, "question": .impersonal, "group": .impersonal,
    "cluster": .impersonal, "certainty": .impersonal,
  ]
}

extension References.Segment: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "key": .impersonal, "name": .impersonal, "complies": .impersonal, "certainty": .impersonal,
  ]
}

extension References.InterventionType: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "key": .impersonal, "name": .impersonal, "burden": .impersonal, "certainty": .impersonal,
  ]
}

extension References.Fit: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "intervention": .impersonal, "determinant": .impersonal, "certainty": .impersonal,
  ]
}
