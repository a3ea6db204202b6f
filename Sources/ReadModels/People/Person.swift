public import Domain
import EventSourcing

/// Somebody with an account, and what it lets them do on the day and at the instant it was looked at.
public struct Person: Hashable, Sendable {
  public let id: PersonID
  public let account: AccountID
  public let name: String
  /// What the person may do, and where.
  public let authority: Authority
  /// The organisation whose work the person sees.
  public let organisation: String
  /// The highest confidentiality the person may see; 0 is for everyone in the organisation.
  public let clearance: Int
  /// Whether the account is open; of who left, pages only say the name.
  public let isOpen: Bool

  public init(
    _ id: PersonID, of account: AccountID, name: String, authority: Authority,
    organisation: String, clearance: Int = 0, isOpen: Bool = true
  ) {
    self.id = id
    self.account = account
    self.name = name
    self.authority = authority
    self.organisation = organisation
    self.clearance = clearance
    self.isOpen = isOpen
  }

  /// The roles the person plays somewhere, in the order in which they were granted.
  public var roles: [Role] { authority.roles }

  /// Whether the person may do it at `place`.
  public func may(_ right: Right, at place: Authority.Place = .anywhere) -> Bool {
    authority.may(right, at: place)
  }

  private var audiences: Set<Audience> {
    var audiences: Set<Audience> = may(.administer) || may(.review) ? [.people] : []
    if may(.inspect) { audiences.insert(.inspection) }
    if may(.protect) { audiences.insert(.privacy) }
    if may(.operate) { audiences.insert(.operations) }
    if may(.keepRecords, at: .organisation) { audiences.insert(.records) }
    return audiences
  }

  /// What emergency access opens while it lasts: cases too that only their handlers see, for else nobody could go on
  /// with one whose handlers left.
  private static let clearanceInEmergency = 1

  private var clearanceNow: Int {
    authority.emergency == nil ? clearance : max(clearance, Self.clearanceInEmergency)
  }

  /// What the read models must know to show this person what they may see.
  public var viewer: Viewer {
    Viewer(
      id, of: organisation, clearance: clearanceNow, sight: authority.sight,
      audiences: audiences)
  }
}
