public import Authentication
import Domain
import EventSourcing
public import Foundation
import HTTPTypes
public import Hummingbird
import Logging
import SCIM

/// Where the organisation's directory tells who joins, moves and leaves (SCIM 2.0, RFC 7644).
///
/// It comes with a key and never with a cookie; whoever has no key finds out nothing.
public struct DirectoryArea: Area {
  private let directory: Directory
  private let now: @Sendable () -> Date

  private static let path = "/scim/v2"

  /// - Parameters:
  ///   - directory: keeps what the directory says, and lets accounts follow.
  ///   - now: what time it is.
  public init(_ directory: Directory, now: @escaping @Sendable () -> Date = { Date() }) {
    self.directory = directory
    self.now = now
  }

  /// Whether whoever asks for `path` speaks this protocol.
  static func isAddress(_ path: String) -> Bool { path.utf8.starts(with: "\(Self.path)/".utf8) }

  /// Whoever has the key has requests of its own, however many others send from the same address.
  public func requester(_ request: Request) -> Requester? {
    guard Self.isAddress(request.uri.path), directory.isKey(request.headers[.authorization]) else {
      return nil
    }
    return .directory
  }

  public var routes: [Route] {
    discovery + [route(.post, "/.search", searchAll)]
      + ResourceKind.allCases.flatMap { kind in
        let all = "/\(kind.endpoint)"
        return [
          route(.get, all) { visit, base in try await search(kind, visit.search(), at: base) },
          route(.post, "\(all)/.search") { visit, base in
            try await search(kind, Search(sent: visit.json()), at: base)
          },
          route(.post, all) { visit, base in try await make(kind, visit, at: base) },
          route(.get, "\(all)/:id") { visit, base in try await show(kind, visit, at: base) },
          route(.put, "\(all)/:id") { visit, base in try await replace(kind, visit, at: base) },
          route(.patch, "\(all)/:id") { visit, base in try await patch(kind, visit, at: base) },
          route(.delete, "\(all)/:id") { visit, _ in try await remove(kind, visit) },
        ]
      }
  }

  private var discovery: [Route] {
    [
      route(.get, "/ServiceProviderConfig") { _, base in
        try DirectoryAnswer.json(Discovery.serviceProvider(at: base))
      },
      route(.get, "/ResourceTypes") { _, base in
        try DirectoryAnswer.json(Discovery.resourceTypes(at: base))
      },
      route(.get, "/ResourceTypes/:id") { visit, base in
        try Self.one(Discovery.resourceType(visit.id, at: base))
      },
      route(.get, "/Schemas") { _, base in
        try DirectoryAnswer.json(Discovery.schemas(at: base))
      },
      route(.get, "/Schemas/:id") { visit, base in
        try Self.one(Discovery.schema(visit.id, at: base))
      },
    ]
  }

  private static func one(_ json: JSON?) throws -> Response {
    guard let json else { throw Refusal.notFound }
    return try DirectoryAnswer.json(json)
  }

  /// A route that only the key opens.
  private func route(
    _ method: HTTPRequest.Method, _ address: String,
    _ answer: @escaping @Sendable (Visit, String) async throws -> Response
  ) -> Route {
    .program(method, String(Self.path.dropFirst()) + address) { visit in
      try await checkKey(visit)
      await directory.settleLeft(at: now(), on: visit.reader.today)
      do {
        return try await answer(visit, visit.reader.house.address(of: Self.path, asked: visit))
      } catch let refusal as Refusal {
        return try DirectoryAnswer.no(refusal)
      } catch let failure as CommandFailure<Account.Refusal> {
        visit.logger.error("An account cannot follow", metadata: ["error": "\(failure)"])
        throw Problem.unavailable
      }
    }
  }

  private func checkKey(_ visit: Visit) async throws {
    let admittance = try await directory.admittance(
      by: visit.request.headers[.authorization], from: visit.address, at: now())
    switch admittance {
    case .admitted: return
    case .wrong:
      visit.logger.notice("A directory came without the key")
      throw Problem(.unauthorized)
    case .wait(let seconds): throw Problem(.tooManyRequests, retryAfterSeconds: seconds)
    }
  }
}

/// What the directory asks and does.
extension DirectoryArea {
  private func search(
    _ kind: ResourceKind, _ search: Search, at base: String
  ) async throws -> Response {
    let found = try await directory.resources(of: kind, for: search)
    return try DirectoryAnswer.json(search.answer(from: found, at: base))
  }

  @Sendable private func searchAll(_ visit: Visit, at base: String) async throws -> Response {
    let search = try Search(sent: try await visit.json())
    var found: [Resource] = []
    for kind in ResourceKind.allCases {
      found += try await directory.resources(of: kind, for: search)
    }
    return try DirectoryAnswer.json(search.answer(from: found, at: base))
  }

  private func make(
    _ kind: ResourceKind, _ visit: Visit, at base: String
  ) async throws -> Response {
    let made = try await directory.make(
      try Document(kind, sent: try await visit.json()), at: now(), on: visit.reader.today)
    return try DirectoryAnswer.resource(made, try visit.search().selection, at: base, .created)
  }

  private func show(
    _ kind: ResourceKind, _ visit: Visit, at base: String
  ) async throws -> Response {
    let found = try await directory.resource(kind, visit.id)
    if let known = visit.request.headers[.ifNoneMatch], found.isMeant(by: known) {
      return Response(status: .notModified, headers: [.eTag: found.tag])
    }
    return try DirectoryAnswer.resource(found, try visit.search().selection, at: base)
  }

  private func replace(
    _ kind: ResourceKind, _ visit: Visit, at base: String
  ) async throws -> Response {
    let sent = try Document(kind, sent: try await visit.json())
    return try await change(kind, visit, at: base) { former in
      // Who was let go is not taken back by silence.
      guard sent.flag("active") == nil else { return sent }
      return sent.with("active", former.flag("active").map { .bool($0) })
    }
  }

  private func patch(
    _ kind: ResourceKind, _ visit: Visit, at base: String
  ) async throws -> Response {
    let patch = try Patch(sent: try await visit.json())
    return try await change(kind, visit, at: base) { try patch.applied(to: $0) }
  }

  private func change(
    _ kind: ResourceKind, _ visit: Visit, at base: String,
    _ edit: @Sendable (Document) throws -> Document
  ) async throws -> Response {
    let changed = try await directory.change(
      kind, visit.id, onlyIf: visit.request.headers[.ifMatch], at: now(), on: visit.reader.today,
      edit)
    return try DirectoryAnswer.resource(changed, try visit.search().selection, at: base)
  }

  private func remove(_ kind: ResourceKind, _ visit: Visit) async throws -> Response {
    try await directory.remove(
      kind, visit.id, onlyIf: visit.request.headers[.ifMatch], at: now(), on: visit.reader.today)
    return Response(status: .noContent)
  }
}

extension Visit {
  /// What a directory's request may hold at most: a group of some thousands of members.
  private static let bytesMax = 1024 * 1024

  fileprivate var id: String { parameter("id") ?? "" }

  fileprivate func search() throws(Refusal) -> Search {
    try Search { name in query(name) }
  }

  /// The JSON that was sent.
  fileprivate func json() async throws -> JSON {
    let type = request.headers[.contentType]?.utf8.prefix { $0 != UInt8(ascii: ";") }
    let name = type.map { String(Substring($0)).lowercased() }?.trimmingCharacters(in: .whitespaces)
    guard name == "application/scim+json" || name == "application/json" else {
      throw Problem(.unsupportedMediaType)
    }
    var bytes = Data()
    for try await part in request.body {
      bytes.append(contentsOf: part.readableBytesView)
      guard bytes.count <= Self.bytesMax else { throw Refusal.tooLarge }
    }
    guard let json = try? JSONDecoder().decode(JSON.self, from: bytes) else {
      throw Refusal.invalidSyntax
    }
    return json
  }
}
