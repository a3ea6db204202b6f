public import EventSourcing

extension Account {
  /// What others need to know of somebody to work with them.
  public struct Profile: Hashable, Codable, Sendable {
    /// As the person is called.
    public let name: Line
    /// Nil when none was given.
    public let mail: MailAddress?

    public init(_ name: Line, mail: MailAddress? = nil) {
      self.name = name
      self.mail = mail
    }
  }

  /// A role that the directory's group gives, in the whole organisation.
  public struct GroupRole: Hashable, Sendable {
    public let group: Line
    public let role: Role
    /// What the grant is to be called when it is not there yet.
    public let id: GrantID

    public init(_ role: Role, of group: Line, as id: GrantID) {
      self.group = group
      self.role = role
      self.id = id
    }
  }

  /// Access to all of the organisation's work, for a reason and for hours.
  public struct Emergency: Hashable, Codable, Sendable {
    /// Nobody has it longer than this at a time: a working day.
    public static let secondsMax = 8 * 60 * 60

    public let reason: Prose
    public let from: Instant
    public let until: Instant

    public init(_ reason: Prose, from: Instant, until: Instant) {
      self.reason = reason
      self.from = from
      self.until = until
    }
  }
}

extension Account.Profile: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .personal(.name),
    "mail": .personal(.contact),
  ]
}

extension Account.Emergency: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "reason": .text,
    "from": .impersonal,
    "until": .impersonal,
  ]
}
