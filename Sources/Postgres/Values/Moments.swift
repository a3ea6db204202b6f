public import Foundation

/// A moment is a `timestamptz`: microseconds since 2000-01-01 UTC.
///
/// `-infinity` and `infinity` are the moments infinitely far away; the microsecond is rounded to.
extension Date: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .timestamptz }

  /// Swift counts from 2001, PostgreSQL from 2000.
  private static let secondsFrom2000To2001: Double = 366 * 86400
  private static let microsecondsFrom2000To2001: Int64 = 366 * 86400 * 1_000_000

  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(try microsecondsSince2000())
  }

  private func microsecondsSince2000() throws(UnencodableValue) -> Int64 {
    let interval = timeIntervalSinceReferenceDate
    if interval == .infinity { return .max }
    if interval == -.infinity { return .min }
    // Whole seconds and the rest apart: one product would lose the last digits far from 2001.
    let whole = interval.rounded(.towardZero)
    guard let seconds = Int64(exactly: whole + Self.secondsFrom2000To2001),
      seconds > -9_223_372_036_000, seconds < 9_223_372_036_000
    else { throw UnencodableValue("a moment outside what timestamptz holds") }
    return seconds * 1_000_000 + Int64(((interval - whole) * 1_000_000).rounded())
  }

  public init(from cell: Cell) throws {
    guard cell.type == .timestamptz || cell.type == .timestamp else {
      throw cell.mismatch("not a timestamp")
    }
    let microseconds =
      cell.isBinary ? try cell.bigEndian(as: Int64.self) : try cell.microsecondsOfText()
    self.init(microsecondsSince2000: microseconds)
  }

  private init(microsecondsSince2000 microseconds: Int64) {
    // The least value but one cannot come from a timestamp; the difference never overflows.
    switch microseconds {
    case .max: self.init(timeIntervalSinceReferenceDate: .infinity)
    case .min: self.init(timeIntervalSinceReferenceDate: -.infinity)
    case _:
      let (seconds, rest) = (microseconds - Self.microsecondsFrom2000To2001)
        .quotientAndRemainder(dividingBy: 1_000_000)
      self.init(timeIntervalSinceReferenceDate: Double(seconds) + Double(rest) / 1_000_000)
    }
  }
}

extension Cell {
  /// Reads `2026-03-02 09:00:00.25+00`; a connection's time zone is always UTC.
  fileprivate func microsecondsOfText() throws -> Int64 {
    var text = Substring(try text())
    if text == "infinity" { return .max }
    if text == "-infinity" { return .min }
    let isBeforeChrist = text.hasSuffix(" BC")
    if isBeforeChrist { text = text.dropLast(3) }
    if text.hasSuffix("+00") { text = text.dropLast(3) }
    let parts = text.split(separator: " ")
    guard parts.count == 2,
      let days = CalendarDay.daysSince2000(String(parts[0]) + (isBeforeChrist ? " BC" : "")),
      let time = Self.microsecondsOfDay(parts[1])
    else { throw mismatch("not a timestamp in ISO form and UTC") }
    return Int64(days) * 86_400_000_000 + time
  }

  private static func microsecondsOfDay(_ text: Substring) -> Int64? {
    let halves = text.split(separator: ".")
    let clock = halves[0].split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3 else { return nil }
    var fraction: Int64 = 0
    if halves.count == 2 {
      guard let digits = Int64((halves[1] + "000000").prefix(6)) else { return nil }
      fraction = digits
    }
    return ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1_000_000 + fraction
  }
}
