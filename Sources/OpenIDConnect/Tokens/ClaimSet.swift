import Foundation

/// Claims by name, each of whatever kind its writer chose.
struct ClaimSet: Sendable {
  private let values: [String: ClaimValue]

  /// Reads a JSON object; nil when it is not one.
  init?(_ json: [UInt8]) {
    guard let values = try? JSONDecoder().decode([String: ClaimValue].self, from: Data(json)) else {
      return nil
    }
    self.values = values.filter { $0.value != .null }
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// The text of a claim, if it is there.
  func text(_ name: String) throws(TokenFault) -> String? {
    switch values[name] {
    case nil: nil
    case .text(let text): text
    case .number, .flag, .list, .object, .null: throw .malformed
    }
  }

  /// The texts of a claim that is one text or a list of them.
  func texts(_ name: String) throws(TokenFault) -> [String]? {
    switch values[name] {
    case nil: return nil
    case .text(let text): return [text]
    case .list(let list):
      var texts: [String] = []
      for value in list {
        guard case .text(let text) = value else { throw .malformed }
        texts.append(text)
      }
      return texts
    case .number, .flag, .object, .null: throw .malformed
    }
  }

  /// The moment of a claim in seconds since 1970, which may have a fraction (RFC 7519, section 2).
  func moment(_ name: String) throws(TokenFault) -> Date? {
    switch values[name] {
    case nil: nil
    case .number(let seconds): Date(timeIntervalSince1970: seconds)
    case .text, .flag, .list, .object, .null: throw .malformed
    }
  }

  /// Whether a claim is an object with a member of this name, which is itself an object.
  func hasObject(_ member: String, in name: String) -> Bool {
    guard case .object(let members) = values[name], case .object = members[member] else {
      return false
    }
    return true
  }
}

/// The value of a claim.
enum ClaimValue: Decodable, Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([ClaimValue])
  case object([String: ClaimValue])
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let list = try? container.decode([ClaimValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ClaimValue].self))
    }
  }
}
