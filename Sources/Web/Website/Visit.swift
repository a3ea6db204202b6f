import Authentication
public import Domain
public import EventSourcing
import Foundation
public import HTTPTypes
public import Hummingbird
import Logging
public import ReadModels

/// One request with who makes it: what a page works from.
public struct Visit: Sendable {
  public let request: Request
  public let reader: Reader
  let parameters: [String: String]
  let questions: [String: String]
  let logger: Logger
  /// By which session whoever makes it came in; nil for a stranger.
  let session: Session?
  /// The network address that it came from.
  let address: String
  /// How many rows the answer shows.
  let rows: RowCount

  /// The variable part `name` of the address, as it was written.
  public func parameter(_ name: String) -> String? { parameters[name] }

  /// The variable part `name` of the address; what cannot be read is not there.
  public func parameter<Value: LosslessStringConvertible>(
    _ name: String, as _: Value.Type = Value.self
  ) throws(Problem) -> Value {
    guard let text = parameters[name], let value = Value(text) else { throw .notFound }
    return value
  }

  /// The answer to the question `name` in the address, normalised.
  public func query(_ name: String) -> String? { questions[name] }

  /// Whether the address asks for what has some property; in which language and as of when is no such question.
  var isSearch: Bool {
    questions.contains { !["lang", "as-of"].contains($0.key) && !$0.value.isEmpty }
  }

  /// Whether whoever makes it plays a role that takes more than the password that they came in with.
  var lacksFactor: Bool {
    guard session?.means == .password else { return false }
    return reader.visitor.person?.roles.contains(where: \.takesTwoFactors) ?? false
  }

  /// Who acts, for the log; only somebody who has signed in can, or who takes part by a personal link.
  public func actor() throws(Problem) -> PersonID {
    switch reader.visitor {
    case .stranger: throw Problem(.unauthorized)
    case .person(let person): person.id
    case .guest(let guest): guest.id
    }
  }

  /// Who is here; only somebody who has signed in is anybody.
  func person() throws(Problem) -> Person {
    guard let person = reader.visitor.person else { throw Problem(.unauthorized) }
    return person
  }

  /// Refuses whoever may not use `right` at `place`.
  ///
  /// - Throws: 401 to a stranger, and 403.
  func check(_ right: Right, at place: Authority.Place) throws(Problem) {
    guard try person().may(right, at: place) else { throw Problem(.forbidden) }
  }

  /// From where somebody tries to sign in.
  var origin: LocalAccounts.Origin {
    LocalAccounts.Origin(address: address, browser: Browser.name(in: request))
  }

  /// For whom the read models answer; a stranger sees nothing.
  public func viewer() throws(Problem) -> Viewer {
    switch reader.visitor {
    case .stranger: throw Problem(.unauthorized)
    case .person(let person): person.viewer
    case .guest(let guest): guest.viewer
    }
  }

  /// Who takes part by the personal link in the address; only a guest does.
  func guest() throws(Problem) -> Guest {
    guard let guest = reader.visitor.guest else { throw .notFound }
    return guest
  }

  /// The answer that shows `page`.
  public func show(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.html(for: reader).bytes)))
  }

  /// Sends the browser on to `link`, which shows things as they are now.
  public func go(to link: Link) -> Response {
    Response(status: .seeOther, headers: [.location: reader.toNow(link).address])
  }

  /// Sends the browser on after a change, with what to say there and from which position on.
  public func go(to link: Link, after receipt: Receipt, of command: Identity) -> Response {
    var response = go(to: link)
    let kind: Notice.Kind = receipt.isRepeated ? .savedBefore : .saved
    response.setCookie(Notice(kind, at: receipt.position, of: command).cookie)
    return response
  }
}
