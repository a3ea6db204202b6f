/// The text of a `numeric` and its binary form: digits in base 10,000 with a weight, a sign, a scale.
enum Numeric {
  private static let positive: UInt16 = 0x0000
  private static let negative: UInt16 = 0x4000
  private static let special: [(text: String, sign: UInt16)] = [
    ("NaN", 0xC000), ("Infinity", 0xD000), ("-Infinity", 0xF000),
  ]

  /// PostgreSQL takes so many groups of four digits in binary form, though it holds more.
  ///
  /// Source: `numeric_recv` in its numeric.c.
  private static let groupsMax = 3_000
  private static let digitsMax = groupsMax * 4
  private static let tooLong = UnencodableValue("a number of more than 12,000 digits")

  /// Appends the binary form of `-12.50`; throws on what is not written that way.
  static func encode(_ text: String, into bytes: inout [UInt8]) throws(UnencodableValue) {
    if let sign = special.first(where: { $0.text == text })?.sign {
      return append(digits: [], weight: 0, sign: sign, scale: 0, to: &bytes)
    }
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let halves = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.contains(where: { !$0.isEmpty }),
      halves.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { throw UnencodableValue("not a decimal number") }
    let fraction = halves.count == 2 ? Array(halves[1]) : []
    let whole = Array(halves[0].drop { $0 == 48 })
    guard whole.count <= digitsMax, fraction.count <= digitsMax else { throw tooLong }
    var digits = groups(
      of: [UInt8](repeating: 48, count: (4 - whole.count % 4) % 4) + whole
        + fraction + [UInt8](repeating: 48, count: (4 - fraction.count % 4) % 4))
    var weight = (whole.count + 3) / 4 - 1
    while digits.first == 0 {
      digits.removeFirst()
      weight -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    guard digits.count <= groupsMax else { throw tooLong }
    append(
      digits: digits, weight: digits.isEmpty ? 0 : weight,
      sign: isNegative && !digits.isEmpty ? negative : positive, scale: fraction.count, to: &bytes)
  }

  private static func groups(of digits: [UInt8]) -> [UInt16] {
    stride(from: 0, to: digits.count, by: 4).map { start in
      digits[start..<start + 4].reduce(0) { $0 * 10 + UInt16($1 - 48) }
    }
  }

  private static func append(
    digits: [UInt16], weight: Int, sign: UInt16, scale: Int, to bytes: inout [UInt8]
  ) {
    bytes.appendBigEndian(Int16(digits.count))
    bytes.appendBigEndian(Int16(weight))
    bytes.appendBigEndian(sign)
    bytes.appendBigEndian(Int16(scale))
    for digit in digits { bytes.appendBigEndian(digit) }
  }

  /// The number as PostgreSQL writes it.
  static func text(binary bytes: UnsafeRawBufferPointer) throws -> String {
    guard let count: UInt16 = bytes.bigEndian(at: 0), let weight: Int16 = bytes.bigEndian(at: 2),
      let sign: UInt16 = bytes.bigEndian(at: 4), let scale: UInt16 = bytes.bigEndian(at: 6),
      bytes.count == 8 + Int(count) * 2
    else { throw Cell.Mismatch("not a numeric") }
    if let text = special.first(where: { $0.sign == sign })?.text { return text }
    let groupAt = { (power: Int) -> UInt16 in
      let index = Int(weight) - power
      guard index >= 0, index < Int(count) else { return 0 }
      return bytes.bigEndian(at: 8 + index * 2) ?? 0
    }
    var text: [UInt8] = []
    for power in stride(from: max(Int(weight), 0), through: 0, by: -1) {
      text += digits(of: groupAt(power))
    }
    text = Array(text.drop { $0 == 48 })
    if text.isEmpty { text = [48] }
    if scale > 0 {
      let fraction = (0..<(Int(scale) + 3) / 4).flatMap { digits(of: groupAt(-1 - $0)) }
      text += [UInt8(ascii: ".")] + fraction.prefix(Int(scale))
    }
    return (sign == negative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }

  private static func digits(of group: UInt16) -> [UInt8] {
    [group / 1000, group / 100 % 10, group / 10 % 10, group % 10].map { UInt8($0) + 48 }
  }
}
