import Foundation

/// JSON as a test writes it down.
enum JSON: Encodable, Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSON])
  case object([String: JSON])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }

  var bytes: [UInt8] {
    get throws { Array(try JSONEncoder().encode(self)) }
  }

  static func seconds(_ date: Date) -> JSON { .number(date.timeIntervalSince1970) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}

/// Members that are said otherwise; nil leaves one out.
typealias Changes = [String: JSON?]

extension [String: JSON] {
  func changed(_ changes: Changes) -> [String: JSON] {
    var members = self
    for (name, value) in changes { members[name] = value }
    return members
  }
}
