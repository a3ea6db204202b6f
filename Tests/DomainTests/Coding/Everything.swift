/// A value of every kind that can be kept.
struct Everything: Codable, Equatable {
  enum Choice: Codable, Equatable {
    case nothing
    case one(Int)
    case several(name: String, among: [Bool])
  }

  enum Word: String, CaseIterable, Codable {
    case first
    case second = "zweite/\""
  }

  let zeta: String
  let alpha: Int
  let Beta: Int64?
  let small: [Int8]
  let natural: UInt64
  let real: Double
  let short: Float
  let truth: Bool
  let missing: String?
  let choice: Choice
  let word: Word
  let names: [String: Int]
  let holes: [String?]
  let within: [Everything]
}

extension Dice {
  mutating func everything(depth: Int) -> Everything {
    Everything(
      zeta: text(), alpha: Int(truncatingIfNeeded: next()),
      Beta: one(of: nil, Int64(truncatingIfNeeded: next())),
      small: few { Int8(truncatingIfNeeded: $0.next()) }, natural: next(), real: real(),
      short: Float(real()), truth: one(of: true, false), missing: one(of: nil, text()),
      choice: one(of: .nothing, .one(3), .several(name: text(), among: [true, false])),
      word: one(of: Everything.Word.self),
      names: Dictionary(few { ($0.text(), 5) }, uniquingKeysWith: { first, _ in first }),
      holes: few { $0.one(of: nil, $0.text()) },
      within: depth == 0 ? [] : few { $0.everything(depth: depth - 1) })
  }

  /// A JSON text, written in as many ways as JSON leaves open.
  mutating func json(depth: Int) -> String {
    let kind = Int.random(in: depth == 0 ? 0...5 : 0...9, using: &self)
    let bare =
      switch kind {
      case 0: "null"
      case 1: one(of: "true", "false")
      case 2: String(Int(truncatingIfNeeded: next()) >> Int.random(in: 0...60, using: &self))
      case 3: decimal()
      case 4, 5: quoted(text())
      case 6, 7: "[" + few { $0.json(depth: depth - 1) }.joined(separator: ",") + blank() + "]"
      case _:
        "{"
          + few {
            $0.blank() + $0.quoted($0.one(of: "a", "b", $0.text())) + $0.blank() + ":"
              + $0.json(depth: depth - 1)
          }.joined(separator: ",") + blank() + "}"
      }
    return blank() + bare + blank()
  }

  private mutating func few<Value>(_ make: (inout Dice) -> Value) -> [Value] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in make(&self) }
  }

  private mutating func blank() -> String { one(of: "", "", "", " ", "\n\t", "\r\n ") }

  private mutating func decimal() -> String {
    let whole = Int.random(in: -99_999...99_999, using: &self)
    let fraction = one(of: "", ".0", ".25", ".\(Int.random(in: 0...99_999, using: &self))")
    return "\(whole)\(fraction)\(one(of: "", "", "e2", "E-3", "e+4", "E0"))"
  }

  private mutating func real() -> Double {
    one(
      of: 0, -0.5, 1e-7, 1e21, 123_456.75, Double(Int.random(in: -1000...1000, using: &self)),
      Double.random(in: -1e9...1e9, using: &self), .greatestFiniteMagnitude / 1e280)
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      text += one(
        of: "a", "kosten per jaar", "\"", "\\", "/", "\n", "\r\n", "\t", "\u{8}", "\u{C}", "\u{1}",
        "\u{1F}", "\u{7F}", "é", "e\u{301}", "€", "\u{2028}", "🚂", "\u{0}", "Z")
    }
    return text
  }

  /// `text` between quotes, with some of its scalars escaped that need not be.
  private mutating func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += one(of: "\\n", "\\u000a", "\\u000A")
      case "/": quoted += one(of: "/", "\\/")
      case _ where scalar.value < 0x20 || Bool.random(using: &self):
        quoted += String(scalar).utf16.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
      case _: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
