import EventSourcing

/// The number by which the government knows a person (burgerservicenummer), which an inspectorate may not keep without
/// a law that says so (Wet algemene bepalingen burgerservicenummer, article 10).
enum CitizenServiceNumber {
  /// Whether one may stand in what `events` say in names and free texts, by the classes of their fields.
  ///
  /// What is a registration number, an address or a place has a field of its own and is not looked at.
  static func mayStand<Event: Codable & Classified & Sendable>(in events: [Event]) -> Bool {
    guard let codec = try? EventCodec<Event>(category: "") else { return false }
    return events.contains { event in
      // One that cannot be written is refused when it is.
      guard let stored = try? codec.encode(event) else { return false }
      return stored.personal.filter { $0.kind.isOfWords }.contains {
        mayStand(in: stored.payload[$0.range])
      }
    }
  }

  /// Whether nine digits that pass the eleven-test stand in `text` (UTF-8), in one group or in a few beside one
  /// another; blanks, dots, hyphens and what is not ASCII do not hide them, and nor do other digits before or after.
  ///
  /// One in eleven other numbers of nine digits passes too. Groups with a date among them are taken for that.
  static func mayStand(in text: some Sequence<UInt8>) -> Bool {
    var groups: [[UInt8]] = []
    var apart = 0
    for byte in text {
      if CheckDigits.isDigit(byte) {
        if apart > 0 || groups.isEmpty { groups.append([]) }
        groups[groups.count - 1].append(byte)
        apart = 0
        continue
      }
      apart += 1
      guard !separates(byte) || apart > separatorsMax else { continue }
      if stands(in: groups) { return true }
      groups = []
    }
    return stands(in: groups)
  }

  /// What stands between two groups of one number, such as ` - `, in bytes.
  private static let separatorsMax = 4

  private static func separates(_ byte: UInt8) -> Bool {
    " .-/".utf8.contains(byte) || byte >= 0x80
  }

  private static func stands(in groups: [[UInt8]]) -> Bool {
    groups.indices.contains { start in
      var digits: [UInt8] = []
      for end in groups[start...].indices {
        digits += groups[end]
        guard digits.count < 9 else {
          return isOne(digits) && !holdsDate(Array(groups[start...end]))
        }
      }
      return false
    }
  }

  private static func isOne(_ digits: [UInt8]) -> Bool {
    CheckDigits.passElevenTest(digits) && digits.contains { $0 != UInt8(ascii: "0") }
  }

  /// Whether three of `groups` beside one another are a day, a month and a year, or the other way round.
  private static func holdsDate(_ groups: [[UInt8]]) -> Bool {
    guard groups.count > 2 else { return false }
    return (0...groups.count - 3).contains { start in
      let (first, second, third) = (groups[start], groups[start + 1], groups[start + 2])
      guard second.count <= 2 else { return false }
      return (first.count <= 2 && isYear(third)) || (isYear(first) && third.count <= 2)
    }
  }

  private static func isYear(_ group: [UInt8]) -> Bool {
    group.count == 4 && (group.starts(with: "19".utf8) || group.starts(with: "20".utf8))
  }
}

extension PersonalData {
  /// Whether somebody types it in words of their own.
  fileprivate var isOfWords: Bool {
    switch self {
    case .name, .observation, .text: true
    case .contact, .identifier, .webAddress, .digest, .place, .reference: false
    }
  }
}
