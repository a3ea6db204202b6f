/// The shapes of Dutch number plates.
enum NumberPlate {
  /// The orders in which letters and digits stand, as RDW numbered its series (sidecodes 1 to 14).
  private static let orders = [
    "LLDDDD", "DDDDLL", "DDLLDD", "LLDDLL", "LLLLDD", "DDLLLL", "DDLLLD", "DLLLDD", "LLDDDL",
    "LDDDLL", "LLLDDL", "LDDLLL", "DLLDDD", "DDDLLD",
  ]

  /// Whether `bytes`, without hyphens, have the shape of a plate.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let kinds = bytes.compactMap(kind)
    return kinds.count == bytes.count && orders.contains { $0.utf8.elementsEqual(kinds) }
  }

  /// With a hyphen wherever letters and digits meet, and amid four of one kind.
  static func written(_ number: String) -> String {
    var parts: [[UInt8]] = []
    for byte in number.utf8 {
      if let last = parts.last?.last, kind(last) == kind(byte) {
        parts[parts.count - 1].append(byte)
      } else {
        parts.append([byte])
      }
    }
    let pairs = parts.flatMap { $0.count == 4 ? [Array($0.prefix(2)), Array($0.suffix(2))] : [$0] }
    return pairs.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  private static func kind(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(ascii: "L")
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "D")
    case _: nil
    }
  }
}
