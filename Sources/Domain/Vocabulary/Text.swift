public import EventSourcing

/// Why something a person wrote is not taken; it goes with the field it was written in.
public enum TextProblem: Error, Hashable, Sendable {
  /// Nothing is left when the space around it is gone.
  case empty
  /// It has more than `max` Unicode scalars.
  case tooLong(max: Int)
  /// It holds characters that steer rather than show.
  case controlCharacters
}

/// One line of text: something in it, nothing that breaks a line or steers, at most 200 scalars.
///
/// Space around it is gone. Decoding trusts the log, so a bound that changes leaves old events readable.
public struct Line: Hashable, Sendable, CustomStringConvertible {
  public static let lengthMax = 200

  public let description: String

  public init(_ raw: String) throws(TextProblem) {
    description = try checked(raw, lengthMax: Self.lengthMax) { _ in false }
  }

  /// Takes text that was checked when it was recorded.
  public init(recorded text: String) { description = text }
}

extension Line: TextCoded {
  public init(utf8: UTF8Span) { self.init(recorded: String(copying: utf8)) }
}

/// Text of one or more lines: something in it, line ends as `\n`, at most 10,000 scalars.
///
/// Space around it is gone. Decoding trusts the log, so a bound that changes leaves old events readable.
public struct Prose: Hashable, Sendable, CustomStringConvertible {
  public static let lengthMax = 10_000

  public let description: String

  /// Takes the line ends of a browser, `\r\n`, for `\n`.
  public init(_ raw: String) throws(TextProblem) {
    description = try checked(withPlainLineEnds(raw), lengthMax: Self.lengthMax) {
      $0 == "\n" || $0 == "\t"
    }
  }

  public init(_ line: Line) { description = line.description }

  /// Takes text that was checked when it was recorded.
  public init(recorded text: String) { description = text }
}

extension Prose: TextCoded {
  public init(utf8: UTF8Span) { self.init(recorded: String(copying: utf8)) }
}

/// `raw` without the space around it, or what is wrong with it.
///
/// Everything here goes by scalar: a quote with an accent, or `\r\n`, is one `Character`.
private func checked(
  _ raw: String, lengthMax: Int, allowing isAllowed: (Unicode.Scalar) -> Bool
) throws(TextProblem) -> String {
  var scalars = raw.unicodeScalars[...]
  while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
  while let last = scalars.last, isSpace(last) { scalars.removeLast() }
  guard !scalars.isEmpty else { throw .empty }
  guard !scalars.contains(where: { steers($0) && !isAllowed($0) }) else {
    throw .controlCharacters
  }
  guard scalars.count <= lengthMax else { throw .tooLong(max: lengthMax) }
  return String(String.UnicodeScalarView(scalars))
}

private func withPlainLineEnds(_ raw: String) -> String {
  var plain = String.UnicodeScalarView()
  var rest = raw.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if scalar == "\r", rest.first == "\n" { continue }
    plain.append(scalar)
  }
  return String(plain)
}

/// Space, and the marks that take up no room and would let an empty text seem full.
private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || ["\u{200B}", "\u{2060}", "\u{FEFF}"].contains(scalar)
}

/// Controls, the separators that break a line, and the overrides that turn reading order around.
private func steers(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  case _: scalar.properties.generalCategory == .control
  }
}
