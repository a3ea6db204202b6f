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

  /// Reads every file of a known type in `directory`; a sheet of styles goes on with the files in `styles`,
  /// in the order of their names, so that a page asks for one.
  public init(directory: URL) throws {
    var files: [String: File] = [:]
    let contents = try FileManager.default.contentsOfDirectory(
      at: directory, includingPropertiesForKeys: nil)
    for url in contents {
      guard let type = Self.type(of: url.pathExtension) else { continue }
      var data = try Data(contentsOf: url)
      if url.pathExtension == "css" { data += try Self.styles(in: directory) }
      let hash = SHA256.hash(data: data).prefix(8).map { String(format: "%02x", $0) }.joined()
      files[url.lastPathComponent] = File(bytes: Array(data), type: type, hash: hash)
    }
    self.files = files
  }

  private static func styles(in directory: URL) throws -> Data {
    let folder = directory.appending(path: "styles")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.utf8.suffix(4).elementsEqual(".css".utf8) }
      .reduce(into: Data()) { $0 += try Data(contentsOf: folder.appending(path: $1)) }
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
