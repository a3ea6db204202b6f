import Foundation
import HTTPTypes
import Hummingbird
import JWTKit
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import OpenIDConnect

/// A provider on loopback that does what a script says, and otherwise what the standards say.
///
/// It gives out codes, holds who exchanges them to the proof key and the client's authentication, and counts
/// what it is asked.
final class PlayedProvider: Sendable {
  /// What it knows of a code it gave out.
  private struct Grant {
    let challenge: String
    let nonce: String
    let maxAge: String?
  }

  private struct State {
    var script: Script
    var now = Self.noon
    var grants: [String: Grant] = [:]
    var usedAssertions: Set<String> = []
    var reads: [String: Int] = [:]
    var exchanges: [Form] = []

    static let noon = Date(timeIntervalSince1970: 1_795_780_800)
  }

  static let noon = State.noon
  static let clientID = "koers"
  static let secret = "s3cret: with signs/%"

  let address: String
  private let state: Mutex<State>
  private let clientKey: ES256PublicKey

  fileprivate init(at address: String, _ script: Script, trusting clientKey: ES256PublicKey) {
    self.address = address
    self.clientKey = clientKey
    state = Mutex(State(script: script))
  }

  var issuer: String { address }

  func follow(_ change: @Sendable (inout Script) -> Void) {
    state.withLock { change(&$0.script) }
  }

  var signing: PlayedKey { state.withLock { $0.script.signing } }

  /// Sets the provider's clock.
  func setClock(to now: Date) { state.withLock { $0.now = now } }

  func reads(of path: String) -> Int { state.withLock { $0.reads[path] ?? 0 } }

  var exchanges: [Form] { state.withLock { $0.exchanges } }

  /// Plays the browser and the person in it: takes the address one is sent to and gives what one comes back
  /// with.
  func authorize(_ departure: Departure) throws -> Form {
    let query = try #require(departure.address.split(separator: "?").last)
    let asked = try #require(Form(encoded: String(query)))
    let code = UUID().uuidString
    let grant = Grant(
      challenge: try #require(asked["code_challenge"].first),
      nonce: try #require(asked["nonce"].first), maxAge: asked["max_age"].first)
    state.withLock { $0.grants[code] = grant }
    return Form([
      ("code", code), ("state", try #require(asked["state"].first)), ("iss", issuer),
    ])
  }
}

extension PlayedProvider {
  /// Runs a provider while `body` runs.
  static func run(
    _ algorithm: SigningAlgorithm = .es256, trusting clientKey: ES256PublicKey,
    _ body: @Sendable (PlayedProvider) async throws -> Void
  ) async throws {
    let script = Script(signing: try await PlayedKey.new("first", algorithm))
    let (ports, port) = AsyncStream<Int>.makeStream()
    let played = Mutex<PlayedProvider?>(nil)
    let router = Router()
    router.on("**", method: .get) { request, _ in
      try await #require(played.withLock { $0 }).answer(request)
    }
    router.on("**", method: .post) { request, _ in
      try await #require(played.withLock { $0 }).answer(request)
    }
    var logger = Logger(label: "provider")
    logger.logLevel = .critical
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { [logger] group in
      group.addTask {
        let services = ServiceGroup(services: [application], logger: logger)
        // Ends by cancellation, which also ends the answers that never end.
        try? await services.run()
      }
      var iterator = ports.makeAsyncIterator()
      let number = try #require(await iterator.next())
      let provider = PlayedProvider(
        at: "http://127.0.0.1:\(number)", script, trusting: clientKey)
      played.withLock { $0 = provider }
      defer { group.cancelAll() }
      try await body(provider)
    }
  }

  private func answer(_ request: Request) async throws -> Response {
    let path = request.uri.path
    let script = state.withLock { state in
      state.reads[path, default: 0] += 1
      return state.script
    }
    if let raw = script.answers[path] { return raw.response }
    return switch path {
    case "/.well-known/openid-configuration": try Self.json(metadata(script))
    case "/keys": try Self.json(["keys": .list(script.published.map { .object($0) })])
    case "/token": try await exchange(request, script)
    case "/userinfo": try Self.json(script.userInfo)
    case _: Response(status: .notFound)
    }
  }

  private func metadata(_ script: Script) -> [String: JSON] {
    let truth: [String: JSON] = [
      "issuer": .text(issuer),
      "authorization_endpoint": .text("\(address)/authorize"),
      "token_endpoint": .text("\(address)/token"),
      "jwks_uri": .text("\(address)/keys"),
      "userinfo_endpoint": .text("\(address)/userinfo"),
      "end_session_endpoint": .text("\(address)/end"),
      "code_challenge_methods_supported": ["S256"],
      "authorization_response_iss_parameter_supported": true,
    ]
    return truth.changed(script.metadata)
  }

  private func exchange(_ request: Request, _ script: Script) async throws -> Response {
    let body = try await request.body.collect(upTo: 100_000)
    let form = try #require(Form(encoded: String(buffer: body)))
    state.withLock { $0.exchanges.append(form) }
    guard try await isClient(form, request.headers[.authorization]) else {
      return try Self.json(["error": "invalid_client"], status: .unauthorized)
    }
    // A code is gone as soon as somebody comes with it.
    let grant = state.withLock { $0.grants.removeValue(forKey: form["code"].first ?? "") }
    let verifier = ProofKey(verifier: form["code_verifier"].first ?? "")
    guard let grant, verifier.challenge == grant.challenge else {
      return try Self.json(["error": "invalid_grant"], status: .badRequest)
    }
    let token = try await idToken(grant, script)
    let answer: [String: JSON] = [
      "token_type": "Bearer", "access_token": "played-access-token", "id_token": .text(token),
    ]
    return try Self.json(answer.changed(script.tokens))
  }

  private func idToken(_ grant: Grant, _ script: Script) async throws -> String {
    let now = state.withLock { $0.now }
    var claims: [String: JSON] = [
      "iss": .text(issuer), "aud": .text(Self.clientID), "sub": .text(Script.subject),
      "nonce": .text(grant.nonce), "iat": .seconds(now), "exp": .seconds(now + 300),
      "at_hash": .text(script.signing.algorithm.halfDigest(of: "played-access-token")),
      "sid": "session-1", "name": "Noor van Dijk", "email": "noor@example.org",
      "groups": ["koers-programme-managers"],
    ]
    if grant.maxAge != nil { claims["auth_time"] = .number(now.timeIntervalSince1970 - 0.5) }
    let token = try await script.signing.token(
      claims.changed(script.idToken), header: script.header)
    return try await script.forgery.forge(token, script)
  }

  /// RFC 7523, section 3, or a secret as RFC 6749, section 2.3.1, has it.
  private func isClient(_ form: Form, _ authorization: String?) async throws -> Bool {
    if let authorization {
      let pair = "\(Form.encoded(Self.clientID)):\(Form.encoded(Self.secret))"
      return authorization == "Basic \(Data(pair.utf8).base64EncodedString())"
    }
    guard let assertion = form["client_assertion"].first,
      form["client_assertion_type"] == [ClientAssertion.type]
    else { return false }
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: clientKey)
    let claims = try await keys.verify(assertion, as: ClientAssertion.self)
    return state.withLock { state in
      let now = Int(state.now.timeIntervalSince1970)
      return claims.iss == Self.clientID && claims.sub == Self.clientID
        && [issuer, "\(address)/token"].contains(claims.aud)
        && now < claims.exp && claims.exp <= now + 60
        && state.usedAssertions.insert(claims.jti).inserted
    }
  }

  private static func json(
    _ members: [String: JSON], status: HTTPResponse.Status = .ok
  ) throws -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSON.object(members).bytes)))
  }
}

extension RawAnswer {
  fileprivate var response: Response {
    switch self {
    case .status(let code, let body):
      Response(
        status: HTTPResponse.Status(code: code),
        body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    case .redirect(let address):
      Response(status: .temporaryRedirect, headers: [.location: address])
    case .endless:
      Response(
        status: .ok,
        body: ResponseBody { writer in
          let kilobyte = ByteBuffer(repeating: UInt8(ascii: " "), count: 1_024)
          while !Task.isCancelled { try await writer.write(kilobyte) }
        })
    case .neverEnding:
      Response(
        status: .ok,
        body: ResponseBody { writer in
          try await writer.write(ByteBuffer(string: "{"))
          // Until the test is over, which cancels it.
          let (never, keeper) = AsyncStream.makeStream(of: Void.self)
          for await _ in never {}
          keeper.finish()
        })
    }
  }
}
