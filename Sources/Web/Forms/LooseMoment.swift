public import Domain

/// A day, and perhaps a time, as somebody types it who has a form to fill in: `22112026 0830`, `22-11 8.30`,
/// `22 nov 8u30`, `gisteren`, `vandaag 14:00`, `nu`, `vorige week dinsdag`, and the same in English.
public struct LooseMoment: Hashable, Sendable {
  /// The most scalars that are looked at; a longer text is no moment.
  public static let lengthMax = 60

  public let day: Day
  /// Nil when none was written.
  public let time: TimeOfDay?

  public init(_ day: Day, at time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// Reads a text as it is meant on `today` at `now`; nil when it is no moment, or could be two.
  ///
  /// A day without a year is the last such day up to today, and a time without a day one of today. Years have
  /// four digits. Four digits behind a day are a year when one of the last 25, this or the next, and a time
  /// otherwise: `22 nov 2015` was in 2015, `22 nov 1430` at half past two.
  public init?(written text: String, today: Day, now: TimeOfDay) {
    let words = Self.words(of: text)
    if words == ["nu"] || words == ["now"] {
      self.init(today, at: now)
      return
    }
    let read = Self.splits(of: words, today: today).lazy
      .compactMap { Self.read(words, dayUpTo: $0, today: today) }
    guard let moment = read.first ?? Self.timeAlone(words, today: today) else { return nil }
    self = moment
  }

  private static func words(of text: String) -> [String] {
    guard text.unicodeScalars.prefix(lengthMax + 1).count <= lengthMax else { return [] }
    let words = separated(text.lowercased()).split { $0.properties.isWhitespace || $0 == "," }
    return words.map { String($0) }.filter { !["om", "op", "at", "on"].contains($0) }
  }

  /// What a browser writes for a day with a time, `2026-11-22T08:30`, has a letter for a space.
  private static func separated(_ text: String) -> String.UnicodeScalarView {
    var scalars = Array(text.unicodeScalars)
    if scalars.count > 10, scalars[10] == "t", scalars[4] == "-" { scalars[10] = " " }
    return String.UnicodeScalarView(scalars)
  }

  /// How many words may be the day, in the order in which they are tried: as many as can be, but four digits
  /// at the end that are no likely year are first tried as a time.
  private static func splits(of words: [String], today: Day) -> [Int] {
    guard !words.isEmpty else { return [] }
    let longestFirst = Array((1...words.count).reversed())
    guard let last = words.last, last.utf8.count == 4, let number = Int(digits: last, upTo: 4),
      !(today.year - 25...today.year + 1).contains(number)
    else { return longestFirst }
    return longestFirst.dropFirst() + [words.count]
  }

  private static func read(_ words: [String], dayUpTo split: Int, today: Day) -> LooseMoment? {
    let rest = words[split...].joined(separator: " ")
    let day = Day(loose: words[..<split], today: today, isTimeBehind: !rest.isEmpty)
    guard let day else { return nil }
    if rest.isEmpty { return LooseMoment(day) }
    return TimeOfDay(written: rest).map { LooseMoment(day, at: $0) }
  }

  /// Digits alone are none: `2211` could be a day.
  private static func timeAlone(_ words: [String], today: Day) -> LooseMoment? {
    let text = words.joined(separator: " ")
    guard Int(digits: text, upTo: 4) == nil else { return nil }
    return TimeOfDay(written: text).map { LooseMoment(today, at: $0) }
  }
}
