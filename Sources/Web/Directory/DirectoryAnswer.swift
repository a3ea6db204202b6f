import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import SCIM

/// An answer to the organisation's directory (RFC 7644, section 3.1).
enum DirectoryAnswer {
  private static let type = "application/scim+json"

  static func json(
    _ json: JSON, _ status: HTTPResponse.Status = .ok, _ headers: HTTPFields = [:]
  ) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Response(
      status: status, headers: headers.with(.contentType, type),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(json))))
  }

  /// Shows one resource, with its version and its address.
  static func resource(
    _ resource: Resource, _ selection: Selection, at base: String,
    _ status: HTTPResponse.Status = .ok
  ) throws -> Response {
    let location = resource.location(at: base)
    return try json(
      resource.json(at: base, selection), status,
      [.eTag: resource.tag, .location: location, .contentLocation: location])
  }

  static func no(_ refusal: Refusal) throws -> Response {
    try json(refusal.json, HTTPResponse.Status(code: refusal.status))
  }

  /// Says no for a reason that has nothing to do with the protocol.
  static func no(_ problem: Problem) -> Response {
    var headers: HTTPFields = [:]
    if let seconds = problem.retryAfterSeconds { headers[.retryAfter] = "\(seconds)" }
    if !problem.allowed.isEmpty {
      headers[.allow] = problem.allowed.map(\.rawValue).joined(separator: ", ")
    }
    if problem.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    let body = Refusal.json(
      status: problem.status.code, detail: problem.status.reasonPhrase)
    return (try? json(body, problem.status, headers))
      ?? Response(status: problem.status, headers: headers)
  }
}

extension HTTPFields {
  fileprivate func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
    var fields = self
    fields[name] = value
    return fields
  }
}
