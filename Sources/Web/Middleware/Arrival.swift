import Authentication
public import Hummingbird
import NIOCore

/// The request context: what Hummingbird needs, and who came in once that is known.
public struct Arrival: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// Who makes the request; known behind `Introduction`.
  var reader: Reader?
  /// The questions in the address, decoded.
  var questions: [String: String] = [:]
  /// By which session whoever makes it came in; known behind `Introduction`.
  var session: Session?
  /// Whether nobody could be asked who is signed in.
  var isDoorShut = false
  /// The network address at the other end; nil when there is no network.
  let peer: String?
  /// What is wrong with the address, to be said when there is a page to say it on.
  var flaw: Problem?
  let rows = RowCount()

  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }

  /// For whom it was sent: the other end, or whom a proxy on this machine says it asks for.
  private func address(of request: Request) -> String {
    guard let peer else { return "-" }
    guard peer == "::1" || peer.utf8.starts(with: "127.".utf8),
      let last = request.headers[.forwardedFor]?.utf8.split(separator: UInt8(ascii: ",")).last
    else { return peer }
    let named = String(decoding: last.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    let isAddress = named.utf8.allSatisfy { "0123456789abcdefABCDEF.:".utf8.contains($0) }
    return isAddress && (2...45).contains(named.utf8.count) ? named : peer
  }

  /// The visit that `request` makes.
  func visit(_ request: Request) throws(Problem) -> Visit {
    guard let reader else { throw Problem(.internalServerError) }
    var parameters: [String: String] = [:]
    for (name, value) in coreContext.parameters {
      parameters[String(name)] = FormBody.text(value.utf8.map { $0 == 0x2B ? 0x20 : $0 })
    }
    return Visit(
      request: request, reader: reader, parameters: parameters, questions: questions,
      logger: logger, session: session, address: address(of: request),
      rows: rows)
  }
}
