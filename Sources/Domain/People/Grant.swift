public import EventSourcing

/// A role that somebody may play somewhere, for some time.
public struct Grant: Hashable, Codable, Sendable {
  public let role: Role
  public let scope: Scope
  public let term: Term

  public init(_ role: Role, in scope: Scope = .organisation, _ term: Term) {
    self.role = role
    self.scope = scope
    self.term = term
  }

  /// The part of the work in which it holds.
  public enum Scope: Hashable, Codable, Sendable {
    /// All of the organisation's work.
    case organisation
    case programme(id: ProgrammeID)
    /// All cases of one type, whichever programme they belong to.
    case caseType(name: Line)
  }

  /// The days on which it holds, the first and the last included.
  public struct Term: Hashable, Codable, Sendable {
    public let start: Day
    /// Nil while no end was set.
    public let end: Day?

    public init(from start: Day, until end: Day? = nil) {
      self.start = start
      self.end = end
    }

    public func holds(on day: Day) -> Bool { start <= day && day <= end ?? .last }

    func overlaps(_ other: Term) -> Bool {
      start <= other.end ?? .last && other.start <= end ?? .last
    }
  }

  /// Who gave it.
  public enum Grantor: Hashable, Codable, Sendable {
    case person(id: PersonID)
    /// Nobody: it is the first administrator's, without whom nobody could be let in.
    case founding
    /// Whoever runs the program, because no administrator was left who could come in.
    case `operator`
    /// The directory of the organisation, because the person is in that group.
    case directory(group: Line)
  }
}

extension Grant {
  /// Whether the role can be played there.
  var fits: Bool {
    switch (role.reach, scope) {
    case (.anywhere, .organisation), (.anywhere, .programme), (.organisation, .organisation),
      (.programme, .programme):
      true
    case (.anywhere, .caseType): role == .inspector || role == .analyst
    case (.organisation, .programme), (.organisation, .caseType), (.programme, .organisation),
      (.programme, .caseType):
      false
    }
  }

  /// Whether it says for some day what `other` says too.
  func repeats(_ other: Grant) -> Bool {
    role == other.role && scope == other.scope && term.overlaps(other.term)
  }
}

extension Grant: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "role": .impersonal,
    "scope": .part(Grant.Scope.self),
    "term": .part(Grant.Term.self),
  ]
}

extension Grant.Scope: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "organisation": .fields([:]),
    "programme": .fields(["id": .impersonal]),
    "caseType": .fields(["name": .impersonal]),
  ]
}

extension Grant.Term: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["start": .impersonal, "end": .impersonal]
}

extension Grant.Grantor: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "person": .fields(["id": .pseudonym]),
    "founding": .fields([:]),
    "operator": .fields([:]),
    "directory": .fields(["group": .impersonal]),
  ]
}
