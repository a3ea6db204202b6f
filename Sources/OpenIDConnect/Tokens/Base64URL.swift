import Foundation

/// Base64 in the alphabet of RFC 4648, section 5, without padding.
enum Base64URL {
  static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    let text = Data(bytes).base64EncodedData().compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      case _: byte
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes; nil for another alphabet, for padding, and for a second spelling of the same bytes.
  static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
    var standard = Data()
    for byte in text {
      switch byte {
      case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      case _: standard.append(byte)
      }
    }
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    guard let data = Data(base64Encoded: standard) else { return nil }
    let bytes = Array(data)
    return encoded(bytes).utf8.elementsEqual(text) ? bytes : nil
  }

  /// Whether it may name a key of ours: 1 to 128 characters of this alphabet.
  static func isName(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        case _: false
        }
      }
  }
}
