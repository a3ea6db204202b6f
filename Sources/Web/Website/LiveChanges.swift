import Authentication
import Domain
public import EventSourcing
import HTTPTypes
import Hummingbird
import NIOCore
import ReadModels

/// What a stream of changes is about, and the version of it that the read models show.
public struct Watched: Sendable {
  public let stream: StreamName
  public let version: Int

  public init(_ stream: StreamName, at version: Int) {
    self.stream = stream
    self.version = version
  }
}

/// Streams of server-sent events (WHATWG HTML, 9.2) that say that something has a new version, and nothing of what it is.
///
/// Whoever hears of it asks for the page again, and is shown what they may see by then.
struct LiveChanges: Sendable {
  let news: any StreamNews
  let recognition: Recognition
  let places = OpenStreams()

  /// The stream about `watched` that `route` leads to, for as long as whoever asked may use the route.
  ///
  /// - Throws: 429 or 503 when too many are open.
  func answer(
    _ visit: Visit, along route: Route, _ watched: Watched
  ) throws(Problem) -> Response {
    let place = try places.take(for: try Self.watcher(visit))
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream; charset=utf-8", .accelBuffering: "no"],
      body: ResponseBody { writer in
        // Who closes the page is gone at once, and does not keep the place until the next word.
        try await visit.request.body.consumeWithCancellationOnInboundClose { asked in
          // A stream that ends before its request was read to the end would end the program.
          for try await _ in asked {}
          try await tell(watched, to: visit, along: route, by: &writer)
        }
        withExtendedLifetime(place) {}
        try await writer.finish(nil)
      })
  }

  private static func watcher(_ visit: Visit) throws(Problem) -> OpenStreams.Watcher {
    switch visit.reader.visitor {
    case .stranger: throw Problem(.unauthorized)
    case .person(let person): .person(person.id)
    case .guest(let guest): .link(guest.link)
    }
  }

  /// Begins with the version there is: something may have happened since the page was drawn.
  private func tell(
    _ watched: Watched, to visit: Visit, along route: Route, by writer: inout any ResponseBodyWriter
  ) async throws {
    var told = watched.version
    try await writer.write(Self.message(told))
    try await news.watch(watched.stream) { versions in
      for await version in versions {
        guard await stillMay(visit, route) else { return }
        try await writer.write(version > told ? Self.message(version) : Self.sign)
        told = max(told, version)
      }
    }
  }

  private static func message(_ version: Int) -> ByteBuffer {
    ByteBuffer(string: "data: \(version)\n\n")
  }

  /// A comment, which a browser leaves out.
  private static let sign = ByteBuffer(string: ":\n\n")

  /// Whether whoever asked is still let in; when nobody can be asked, nobody is.
  private func stillMay(_ visit: Visit, _ route: Route) async -> Bool {
    let pattern = RouterPath(route.pattern).description
    let known = try? await recognition.known(visit.request, at: pattern, noticed: false)
    let guest =
      known == nil
      ? try? await recognition.guest(
        visit.parameter("link"), asking: visit.request, at: pattern) : nil
    let visitor: Visitor = known.map { .person($0.person) } ?? guest.map { .guest($0) } ?? .stranger
    return route.access.admits(
      visitor, in: visit.parameter("programme").flatMap { ProgrammeID($0) })
  }
}
