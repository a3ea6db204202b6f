import Crypto
public import Foundation
import HTTPTypes
import Hummingbird

/// The files of the design, read once at the start and kept in memory.
///
/// A page asks for a file with the hash of its content, so a browser may keep it for ever and still never
/// shows an old one.
public struct Assets: Sendable {
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    let hash: String
  }

  let files: [String: File]

  /// Reads every file of a known type in `directory`.
  public init(directory: URL) throws {
    var files: [String: File] = [:]
    let contents = try FileManager.default.contentsOfDirectory(
      at: directory, includingPropertiesForKeys: nil)
    for url in contents {
      guard let type = Self.type(of: url.pathExtension) else { continue }
      let data = try Data(contentsOf: url)
      let hash = SHA256.hash(data: data).prefix(8).map { String(format: "%02x", $0) }.joined()
      files[url.lastPathComponent] = File(bytes: Array(data), type: type, hash: hash)
    }
    self.files = files
  }

  /// Where a page finds the file.
  func link(_ name: String) -> Link {
    Site.asset(name).with("v", files[name]?.hash)
  }

  /// The file, or that the browser's copy is still good.
  func answer(_ visit: Visit) throws -> Response {
    guard let name = visit.parameter("file"), let file = files[name] else {
      throw Problem(.notFound)
    }
    let isPinned = visit.query("v") == file.hash
    let headers: HTTPFields = [
      .contentType: file.type,
      .eTag: "\"\(file.hash)\"",
      .cacheControl: isPinned ? "public, max-age=31536000, immutable" : "public, no-cache",
    ]
    if visit.request.headers[.ifNoneMatch] == "\"\(file.hash)\"" {
      return Response(status: .notModified, headers: headers)
    }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }

  private static func type(of suffix: String) -> String? {
    switch suffix {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "ico": "image/x-icon"
    case _: nil
    }
  }
}
