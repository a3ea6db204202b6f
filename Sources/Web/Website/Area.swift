public import Domain
public import HTTPTypes
public import Hummingbird

/// A part of the work with its pages: portfolio, programmes, explorations, signals.
public protocol Area: Sendable {
  /// Where the navigation leads into it.
  var navigation: [NavigationItem] { get }
  /// Every address it answers to, and who may use each.
  var routes: [Route] { get }
}

extension Area {
  public var navigation: [NavigationItem] { [] }
}

/// Who may use a route.
public enum Access: Hashable, Sendable {
  case everyone
  /// Anybody who has signed in.
  case signedIn
  /// Whoever plays a part that has the right.
  case holding(Right)

  /// Whether `visitor` may.
  func admits(_ visitor: Visitor) -> Bool {
    switch (self, visitor) {
    case (.everyone, _), (.signedIn, .person): true
    case (.signedIn, .stranger), (.holding, .stranger): false
    case (.holding(let right), .person(let person)): person.may(right)
    }
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
  let answer: @Sendable (Visit) async throws -> Response

  /// A page to read.
  public static func get(
    _ pattern: StaticString, for access: Access,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .get, pattern: pattern.description, access: access, answer: answer)
  }

  /// A form to receive.
  public static func post(
    _ pattern: StaticString, for access: Access,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .post, pattern: pattern.description, access: access, answer: answer)
  }
}
