public import Domain
public import EventSourcing
public import Foundation

/// One line of the read log: that somebody was shown something, or was refused it.
///
/// It says what was asked for, by identifiers, and nothing of what was seen. Words that were searched for are never in it:
/// they may be about anybody.
public struct Read: Hashable, Sendable {
  /// Made with the line, so that one that is sent twice is kept once.
  public let key: Identity
  public let at: Date
  /// Whose log it is.
  public let organisation: String
  public let person: PersonID
  /// By which session the person came in.
  public let session: Identity
  public let kind: Kind
  /// The address with its variable parts unnamed, such as `programmes/:programme`.
  public let route: String
  /// What the address names; nil when it names nothing.
  public let subject: Subject?
  /// The right by which it was asked for.
  public let right: Right
  /// The emergency access that alone gave that right; nil when a role did, or nothing.
  public let emergency: EmergencyID?
  /// The day or position of the log that was looked back to; nil for now.
  public let asOf: String?
  /// The status of the answer (RFC 9110).
  public let status: Int
  /// How many rows were shown; nil where nobody counted.
  public let rowCount: Int?

  public init(
    key: Identity = .fresh(), at: Date, organisation: String, person: PersonID, session: Identity,
    kind: Kind, route: String, subject: Subject?, right: Right, emergency: EmergencyID?,
    asOf: String?, status: Int, rowCount: Int?
  ) {
    self.key = key
    self.at = at
    self.organisation = organisation
    self.person = person
    self.session = session
    self.kind = kind
    self.route = route
    self.subject = subject
    self.right = right
    self.emergency = emergency
    self.asOf = asOf
    self.status = status
    self.rowCount = rowCount
  }

  /// In which way somebody was shown something.
  public enum Kind: String, CaseIterable, Sendable {
    case view
    /// By asking for what has some property.
    case search
    /// As a file to take along.
    case export
  }

  /// What was asked for.
  public struct Subject: Hashable, Sendable, LosslessStringConvertible {
    public let kind: Kind
    public let identity: Identity

    public init(_ kind: Kind, _ identity: Identity) {
      self.kind = kind
      self.identity = identity
    }

    public enum Kind: String, CaseIterable, Sendable {
      case exploration
      case programme
      case signal
      case entity
      case caseFile = "case"
      case account
      case emergency
    }

    /// Reads `programme/0190…`.
    public init?(_ description: String) {
      let parts = description.utf8.split(
        separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard parts.count == 2, let kind = Kind(rawValue: String(Substring(parts[0]))),
        let identity = Identity(String(Substring(parts[1])))
      else { return nil }
      self.init(kind, identity)
    }

    public var description: String { "\(kind.rawValue)/\(identity)" }
  }
}
