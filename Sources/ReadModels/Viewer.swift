public import Domain
public import EventSourcing

/// Who looks: the person whom a query answers, and what that person's place lets them see.
///
/// The database decides with this, row by row; a query cannot be asked without one.
public struct Viewer: Hashable, Sendable {
  public let person: PersonID
  /// The organisation whose rows the person may see.
  public let organisation: String
  /// The highest confidentiality the person may see; 0 is for everyone in the organisation.
  public let clearance: Int
  /// Of which work the person sees something.
  public let sight: Authority.Sight
  /// The other rows that are for the person's eyes.
  public let audiences: Set<Audience>

  public init(
    _ person: PersonID, of organisation: String, clearance: Int = 0,
    sight: Authority.Sight = .organisation, audiences: Set<Audience> = []
  ) {
    self.person = person
    self.organisation = organisation
    self.clearance = clearance
    self.sight = sight
    self.audiences = audiences
  }
}
