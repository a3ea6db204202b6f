import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import Logging

/// A document on its way to somebody's computer: to be saved, and never shown as a part of this site.
extension FiledDocument {
  /// Were a browser to show it after all, it would be of no origin and could load nothing.
  static let contentSecurityPolicy =
    "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// By what a browser knows the content again.
  fileprivate var tag: String { "\"\(digest)\"" }

  private var headers: HTTPFields {
    [
      .contentType: kind.mediaType,
      .contentDisposition: AttachmentName.disposition(for: name.description),
      .contentSecurityPolicy: Self.contentSecurityPolicy,
      .xContentTypeOptions: "nosniff",
      .cacheControl: "no-store",
      .acceptRanges: "bytes",
      .eTag: tag,
    ]
  }

  /// The answer that brings `part` of what `content` reads, as fast as it is taken.
  ///
  /// It says how long it is, so that nobody takes one that breaks off for all that was asked for.
  fileprivate func download(
    _ part: AskedPart, of content: any ContentCursor,
    orElse report: @escaping @Sendable (DocumentFailure) -> Void
  ) -> Response {
    var headers = headers
    switch part {
    case .whole:
      return Response(
        status: .ok, headers: headers, body: body(0..<byteCount, of: content, orElse: report))
    case .bytes(let bytes):
      headers[.contentRange] = "bytes \(bytes.lowerBound)-\(bytes.upperBound)/\(byteCount)"
      return Response(
        status: .partialContent, headers: headers,
        body: body(Range(bytes), of: content, orElse: report))
    case .none:
      headers[.contentRange] = "bytes */\(byteCount)"
      return Response(status: .rangeNotSatisfiable, headers: headers)
    }
  }

  /// What comes before `bytes` is read too, so that the last part shows whether the whole is what was kept.
  private func body(
    _ bytes: Range<Int>, of content: any ContentCursor,
    orElse report: @escaping @Sendable (DocumentFailure) -> Void
  ) -> ResponseBody {
    ResponseBody(contentLength: bytes.count) { writer in
      do {
        var start = 0
        while start < bytes.upperBound, let part = try await content.next() {
          let wanted = bytes.clamped(to: start..<start + part.count)
          let buffer = ByteBuffer(
            bytes: part[wanted.lowerBound - start..<wanted.upperBound - start])
          if buffer.readableBytes > 0 { try await writer.write(buffer) }
          start += part.count
        }
      } catch let failure as DocumentFailure {
        report(failure)
        throw failure
      }
      try await writer.finish(nil)
    }
  }
}

extension DocumentDesk {
  /// The answer that brings `visit` the part that it asks for of `file`, which lies there for `stream`.
  ///
  /// - Throws: as below.
  func download(
    _ file: FiledDocument, of stream: StreamName, _ visit: Visit
  ) async throws(Problem) -> Response {
    // Only what is got comes in parts (RFC 9110, section 14.2).
    let asked = visit.request.method == .get ? visit.request.headers : [:]
    return try await download(file, of: stream, asked: asked, visit.logger)
  }

  /// The answer that brings the part that the fields in `asked` say of `file`, which lies there for `stream`.
  ///
  /// - Throws: why there is none, as long as nothing of it has gone out; after that the answer breaks off.
  func download(
    _ file: FiledDocument, of stream: StreamName, asked: HTTPFields, _ logger: Logger
  ) async throws(Problem) -> Response {
    let part = AskedPart(
      range: asked[.range], if: asked[.ifRange], tag: file.tag, byteCount: file.byteCount)
    do throws(DocumentFailure) {
      let content = try await store.content(file.digest, of: stream)
      return file.download(part, of: content) { failure in
        _ = failure.problem(with: stream, logger)
      }
    } catch {
      throw error.problem(with: stream, logger)
    }
  }
}

/// How an answer says under which name it is saved (RFC 6266).
enum AttachmentName {
  /// The name twice: for programs that know nothing but ASCII, and as it is (RFC 8187).
  static func disposition(for name: String) -> String {
    "attachment; filename=\"\(plain(name))\"; filename*=UTF-8''\(encoded(name))"
  }

  /// What ends a quoted text, begins an escape or is no ASCII makes room for a line.
  private static func plain(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isPlain = (0x20...0x7E).contains(scalar.value)
          return isPlain && !"\"\\%".unicodeScalars.contains(scalar) ? scalar : "_"
        }))
  }

  private static func encoded(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = name.utf8.flatMap { byte -> [UInt8] in
      standsForItself(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `attr-char` of RFC 8187, section 3.2.1.
  private static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    case _: "!#$&+-.^_`|~".utf8.contains(byte)
    }
  }
}
