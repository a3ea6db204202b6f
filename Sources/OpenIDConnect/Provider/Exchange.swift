public import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request to the provider and its answer, of which no more is taken than it may have to say.
struct Exchange: Sendable {
  /// What the provider answered.
  struct Answer: Sendable {
    let status: Int
    let body: [UInt8]
  }

  let client: HTTPClient
  let limits: Limits

  /// Asks for a document, which must be there.
  func document(
    at address: String, bearing token: String? = nil
  ) async throws(ProviderFault) -> [UInt8] {
    var request = HTTPClientRequest(url: address)
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    let answer = try await answer(to: request)
    guard answer.status == 200 else { throw .failed }
    return answer.body
  }

  /// Sends a form; the answer may be a refusal.
  func post(
    _ form: Form, to address: Address, authorization: String? = nil
  ) async throws(ProviderFault) -> Answer {
    var request = HTTPClientRequest(url: address.text)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
    if let authorization { request.headers.add(name: "Authorization", value: authorization) }
    request.body = .bytes(ByteBuffer(string: form.encoded))
    return try await answer(to: request)
  }

  private func answer(to request: HTTPClientRequest) async throws(ProviderFault) -> Answer {
    var request = request
    request.headers.add(name: "Accept", value: "application/json")
    do {
      return try await inTime { [request] in try await read(request) }
    } catch {
      switch error {
      case let fault as ProviderFault: throw fault
      case is NIOTooManyBytesError: throw .tooLarge
      case _: throw .unreachable
      }
    }
  }

  /// The client's own deadline ends with the head of an answer; this one holds for all of it.
  private func inTime(_ body: @escaping @Sendable () async throws -> Answer) async throws -> Answer
  {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      defer { group.cancelAll() }
      group.addTask(operation: body)
      group.addTask { [limits] in
        try await Task.sleep(for: limits.answerDurationMax)
        throw ProviderFault.tooSlow
      }
      guard let answer = try await group.next() else { throw ProviderFault.unreachable }
      return answer
    }
  }

  private func read(_ request: HTTPClientRequest) async throws -> Answer {
    let response = try await client.execute(request, deadline: .now() + .hours(1))
    guard response.history.count <= 1, response.status.code / 100 != 3 else {
      throw ProviderFault.redirected
    }
    let body = try await response.body.collect(upTo: limits.answerBytesMax)
    return Answer(status: Int(response.status.code), body: Array(body.readableBytesView))
  }
}

extension HTTPClient.Configuration {
  /// The way a relying party asks.
  ///
  /// It goes nowhere a provider sends it, because what it sends is secret, and does not keep knocking where
  /// nobody answers, because a person is waiting.
  public static var relyingParty: HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.connectionPool.retryConnectionEstablishment = false
    return configuration
  }
}
