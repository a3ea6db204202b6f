import Foundation
import Logging

/// The program's log: one line per entry on standard error, for people or for a collector.
struct StructuredLog: LogHandler {
  /// How a line is written.
  enum Format: String, Sendable {
    /// `2026-03-02T09:30:00.000Z info server listening port=8080`
    case text
    /// One JSON object a line.
    case json
  }

  let label: String
  let format: Format
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init(label: String, format: Format, level: Logger.Level) {
    self.label = label
    self.format = format
    logLevel = level
  }

  /// Makes this the log of the whole program; to be called once, before anything is logged.
  static func start(_ settings: Settings) {
    LoggingSystem.bootstrap {
      StructuredLog(label: $0, format: settings.logFormat, level: settings.logLevel)
    }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = metadata
    fields.merge(metadataProvider?.get() ?? [:]) { $1 }
    fields.merge(event.metadata ?? [:]) { $1 }
    if let error = event.error { fields["error"] = "\(error)" }
    let line = LogLine(
      moment: Date(), level: event.level, label: label, message: "\(event.message)",
      fields: fields.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") })
    Self.write(line.text(in: format))
  }

  /// One call of the kernel per line, so that lines of several threads do not run together.
  private static func write(_ line: String) {
    let bytes = Array(line.utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(2, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}

/// One entry of the log, before it is text.
struct LogLine {
  let moment: Date
  let level: Logger.Level
  let label: String
  let message: String
  let fields: [(name: String, value: String)]

  /// The line with its line end.
  func text(in format: StructuredLog.Format) -> String {
    let stamp = moment.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    switch format {
    case .text:
      let tail = fields.map { " \($0.name)=\(Self.word($0.value))" }.joined()
      return "\(stamp) \(level.rawValue) \(label) \(Self.oneLine(message))\(tail)\n"
    case .json:
      let all =
        [
          ("time", stamp), ("level", level.rawValue), ("logger", label), ("message", message),
        ] + fields.map { ($0.name, $0.value) }
      return "{" + all.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",")
        + "}\n"
    }
  }

  /// A value as it is when it is one plain word, in quotes otherwise.
  private static func word(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3D }
    return isPlain ? value : quoted(value)
  }

  /// Control characters could forge a line or move the reader's cursor.
  private static func oneLine(_ message: String) -> String {
    message.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? message : quoted(message)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
