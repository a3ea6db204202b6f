import HTTPTypes
import Hummingbird

/// Rows of text as a file of comma-separated values (RFC 4180).
enum CommaSeparated {
  /// Without it Excel takes UTF-8 for the letters of its own system.
  private static let byteOrderMark = "\u{FEFF}"

  /// A file to take along, called `name`, whose first row says what the columns are.
  static func file(_ rows: [[String]], named name: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "text/csv; charset=utf-8; header=present",
        .contentDisposition: "attachment; filename=\"\(name)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: byteOrderMark + text(rows))))
  }

  private static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted, and kept from being taken for a formula by a spreadsheet.
  private static func field(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }
}
