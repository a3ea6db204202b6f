import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import ReadModels
import Synchronization

/// A reception for pages whose tests are about something else: everybody it knows is signed in by a token that says
/// who and since when.
final class OpenReception: Reception {
  let persons: [Person]
  /// Knows how people sign in; nil where nobody asks.
  private let door: Door?
  private let ended = Mutex<Set<OneTimeToken>>([])
  private let begun = Mutex<[OneTimeToken: Session]>([:])

  init(_ persons: [Person], before door: Door? = nil) {
    self.persons = persons
    self.door = door
  }

  /// The token of somebody who signed in at `date`.
  static func token(of person: PersonID, at date: Date) -> OneTimeToken {
    var bytes = withUnsafeBytes(of: Int64(date.timeIntervalSince1970).bigEndian, Array.init)
    bytes += Array(person.description.utf8)
    bytes += [UInt8](repeating: 0, count: 32 - bytes.count)
    let text = Data(bytes).base64EncodedString().replacing("+", with: "-")
      .replacing("/", with: "_").replacing("=", with: "")
    guard let token = OneTimeToken(text) else { preconditionFailure("\(person) is too long") }
    return token
  }

  func arrival(
    _ token: OneTimeToken, at now: Date, on today: Day, noticed: Bool
  ) async throws -> Known? {
    guard !ended.withLock({ $0.contains(token) }), let session = session(token),
      session.holds(at: now), let person = persons.first(where: { $0.id == session.person })
    else { return nil }
    return Known(person, by: session, among: persons)
  }

  private func session(_ token: OneTimeToken) -> Session? {
    begun.withLock { $0[token] } ?? written(in: token)
  }

  private func written(in token: OneTimeToken) -> Session? {
    let text = token.written.replacing("-", with: "+").replacing("_", with: "/") + "="
    guard let bytes = Data(base64Encoded: text) else { return nil }
    let seconds = bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    let name = String(decoding: bytes.dropFirst(8).prefix { $0 != 0 }, as: UTF8.self)
    let date = Date(timeIntervalSince1970: Double(seconds))
    return PersonID(name).map {
      Session(
        id: .fresh(), person: $0, means: .choice, browser: "", begunAt: date, seenAt: date,
        provenAt: date)
    }
  }

  func people(on today: Day) async throws -> [Person] { persons }

  func visitor(by token: OneTimeToken, at now: Date) async throws -> PersonID? { nil }

  func link(
    for person: PersonID, to purpose: OneTimeLink.Purpose, at now: Date
  ) async throws -> OneTimeToken {
    var generator = SystemRandomNumberGenerator()
    return OneTimeToken(using: &generator)
  }

  func begin(
    _ person: PersonID, by means: Session.Means, provenAt: Date, browser: String,
    provider: ProviderSession?, at now: Date
  ) async throws -> OneTimeToken {
    var generator = SystemRandomNumberGenerator()
    let token = OneTimeToken(using: &generator)
    let session = Session(
      id: .fresh(), person: person, means: means, browser: browser, begunAt: now, seenAt: now,
      provenAt: provenAt, provider: provider)
    begun.withLock { $0[token] = session }
    return token
  }

  func end(_ token: OneTimeToken) async throws {
    _ = ended.withLock { $0.insert(token) }
  }

  func sessions(of person: PersonID, at now: Date) async throws -> [Session] {
    begun.withLock { sessions in
      sessions.values.filter { $0.person == person && $0.holds(at: now) }
    }
  }

  func record(of person: PersonID) async throws -> SignInRecord {
    try await door?.record(of: person) ?? SignInRecord()
  }

  func end(_ session: Identity?, of person: PersonID) async throws {
    begun.withLock { sessions in
      sessions = sessions.filter { $1.person != person || (session != nil && $1.id != session) }
    }
  }
}

extension Person {
  /// Somebody who plays these roles in all of the organisation's work.
  init(_ id: PersonID, name: String, roles: [Role], organisation: String) {
    self.init(
      id, of: AccountID(.fresh()), name: name,
      authority: Authority(roles.map { .role($0, in: .organisation) }),
      organisation: organisation)
  }
}
