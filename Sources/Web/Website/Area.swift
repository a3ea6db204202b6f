public import Authentication
public import Credentials
public import Domain
public import Foundation
public import HTTPTypes
public import Hummingbird
import ReadModels

/// A part of the work with its pages: portfolio, programmes, explorations, signals.
public protocol Area: Sendable {
  /// Where the navigation leads into it.
  var navigation: [NavigationItem] { get }
  /// Every address it answers to, and who may use each.
  var routes: [Route] { get }
  /// Who sent `request` without a session, by what only they can send; nil for anybody.
  func requester(_ request: Request) -> Requester?
  /// Who takes part by the personal link that `token` is in; nil for nobody, or not any more.
  func guest(by token: OneTimeToken, at now: Date) async throws -> Guest?
}

extension Area {
  public var navigation: [NavigationItem] { [] }
  public func requester(_ request: Request) -> Requester? { nil }
  public func guest(by token: OneTimeToken, at now: Date) async throws -> Guest? { nil }
}

/// Who may use a route.
public enum Access: Hashable, Sendable {
  case everyone
  /// Programs that prove by what they send who they are, without a session.
  case programs
  /// Whoever takes part by the personal link in the address (`:link`), and nobody who has signed in.
  case guests
  /// Anybody who has signed in.
  case signedIn
  /// Whoever has the right where the address leads.
  case holding(Right)

  /// Whether `visitor` may, in the programme that the address names.
  func admits(_ visitor: Visitor, in programme: ProgrammeID?) -> Bool {
    switch (self, visitor) {
    case (.everyone, _), (.programs, _), (.guests, .guest), (.signedIn, .person): true
    case (.guests, .stranger), (.guests, .person), (.signedIn, .stranger), (.signedIn, .guest),
      (.holding, .stranger), (.holding, .guest):
      false
    case (.holding(let right), .person(let person)):
      person.may(right, at: Self.place(of: right, in: programme))
    }
  }

  /// What the address names is where it is done: a programme, or else the organisation's work.
  ///
  /// To read is to see what the database shows, which may be some programmes of many; emergency access is asked for from
  /// anywhere, and who handles cases anywhere keeps the register that they share. To which programme a case belongs, its
  /// address does not say: whoever takes a form about it asks it (`Subject.place`).
  private static func place(of right: Right, in programme: ProgrammeID?) -> Authority.Place {
    if let programme { return .programme(programme) }
    return [.read, .breakGlass, .inspect].contains(right) ? .anywhere : .organisation
  }
}

/// One address, one method, who may use it and what answers.
///
/// The list of routes is the table of rights: the router is made from it, and a request for anything else
/// is not let in.
public struct Route: Sendable {
  public let method: HTTPRequest.Method
  /// The address with its variable parts, such as `programmes/:programme/measurements`.
  public let pattern: String
  public let access: Access
  public let proof: Proof
  /// What it shows, of which the read log keeps a line.
  public let disclosure: Disclosure
  let answer: Answer
  /// What the form is called that is drawn there and sent; nil for a page of another kind.
  var formTitle: Phrase?

  /// What answers.
  enum Answer: Sendable {
    case whole(@Sendable (Visit) async throws -> Response)
    /// As long as it takes to send a large file over a slow line.
    case patient(@Sendable (Visit) async throws -> Response)
    /// A stream that goes on, about what is watched.
    case live(@Sendable (Visit) async throws -> Watched)
  }

  /// A page to read.
  public static func get(
    _ pattern: StaticString, for access: Access, proof: Proof,
    showing disclosure: Disclosure,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(
      method: .get, pattern: pattern.description, access: access, proof: proof,
      disclosure: disclosure, answer: .whole(answer))
  }

  /// A form to receive.
  public static func post(
    _ pattern: StaticString, for access: Access, proof: Proof,
    showing disclosure: Disclosure,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(
      method: .post, pattern: pattern.description, access: access, proof: proof,
      disclosure: disclosure, answer: .whole(answer))
  }

  /// A form to receive that brings a document, which may take its time.
  static func upload(
    _ pattern: StaticString, for access: Access, proof: Proof,
    showing disclosure: Disclosure,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(
      method: .post, pattern: pattern.description, access: access, proof: proof,
      disclosure: disclosure, answer: .patient(answer))
  }

  /// A stream that says when what `watched` gives has a new version; of what it is, it shows nothing.
  public static func live(
    _ pattern: StaticString, for access: Access, proof: Proof,
    _ watched: @escaping @Sendable (Visit) async throws -> Watched
  ) -> Route {
    Route(
      method: .get, pattern: pattern.description, access: access, proof: proof,
      disclosure: .nothing, answer: .live(watched))
  }

  /// What a program does by a method that no browser's form has.
  static func program(
    _ method: HTTPRequest.Method, _ pattern: String,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(
      method: method, pattern: pattern, access: .programs, proof: .any, disclosure: .nothing,
      answer: .whole(answer))
  }
}
