public import Credentials
public import Domain
public import EventSourcing
public import Foundation
public import ReadModels

/// Finds out who comes in, and keeps who is signed in.
public protocol Reception: Sendable {
  /// Who comes in with `token`, and everybody with an account; nil when it opens no session that
  /// holds, or whose person has no open account.
  ///
  /// The session is written down as seen when it is `noticed`, which what a page asks by itself is not: an open page
  /// keeps nobody signed in.
  func arrival(
    _ token: OneTimeToken, at now: Date, on today: Day, noticed: Bool
  ) async throws -> Known?

  /// Everybody with an account, open ones first.
  func people(on today: Day) async throws -> [Person]

  /// Whose link `token` is in, when the link was made for trying things out and is still good.
  func visitor(by token: OneTimeToken, at now: Date) async throws -> PersonID?

  /// Makes a link for `person`.
  ///
  /// - Returns: what is in the link, which nobody else ever sees.
  func link(
    for person: PersonID, to purpose: OneTimeLink.Purpose, at now: Date
  ) async throws -> OneTimeToken

  /// Begins a session of `person`, who proved it at `provenAt`.
  ///
  /// - Returns: what the browser is given, and nobody else ever sees.
  func begin(
    _ person: PersonID, by means: Session.Means, provenAt: Date, browser: String,
    provider: ProviderSession?, at now: Date
  ) async throws -> OneTimeToken

  /// Ends the session that `token` opens.
  func end(_ token: OneTimeToken) async throws

  /// The sessions of `person` that hold, the last seen first.
  func sessions(of person: PersonID, at now: Date) async throws -> [Session]

  /// All that is kept about how `person` signs in, but for what is secret.
  func record(of person: PersonID) async throws -> SignInRecord

  /// Ends one session of `person`, or all of them.
  func end(_ session: Identity?, of person: PersonID) async throws
}

extension Reception {
  /// Who comes in with `token`, by something they did themselves.
  public func arrival(
    _ token: OneTimeToken, at now: Date, on today: Day
  ) async throws -> Known? {
    try await arrival(token, at: now, on: today, noticed: true)
  }
}

/// Somebody who came in: by which session, among whom.
public struct Known: Sendable {
  public let session: Session
  public let person: Person
  /// Everybody with an account, open ones first.
  public let people: [Person]
  /// How many times emergency access was taken that nobody has looked over; 0 for who does not do that.
  public let emergenciesToReview: Int

  public init(
    _ person: Person, by session: Session, among people: [Person], emergenciesToReview: Int = 0
  ) {
    self.session = session
    self.person = person
    self.people = people
    self.emergenciesToReview = emergenciesToReview
  }
}
