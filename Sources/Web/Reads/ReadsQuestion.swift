import Domain
import EventSourcing
import Foundation
import HTTPTypes
import ReadModels
import Reads

/// Which lines of the read log an address asks for.
struct ReadsQuestion {
  let choice: ReadsChoice
  /// The line after which to go on; nil to begin with the last.
  let place: ReadsQuery.Place?
  /// What was asked, to ask it again of the next page and of the file.
  private let asked: [(name: String, value: String)]

  private static let names = ["person", "subject", "kind", "from", "until"]

  init(_ visit: Visit) throws(Problem) {
    var choice = ReadsChoice()
    choice.person = try Self.read("person", visit) { PersonID($0) }
    choice.subject = try Self.read("subject", visit) { Read.Subject($0) }
    choice.kind = try Self.read("kind", visit) { Read.Kind(rawValue: $0) }
    choice.from = try Self.read("from", visit) { Day($0) ?? Day(written: $0) }
    choice.until = try Self.read("until", visit) { Day($0) ?? Day(written: $0) }
    self.choice = choice
    place = try Self.read("after", visit) { ReadsQuery.Place($0) }
    asked = Self.names.compactMap { name in
      visit.query(name).flatMap { $0.isEmpty ? nil : (name, $0) }
    }
  }

  private static func read<Value>(
    _ name: String, _ visit: Visit, _ reading: (String) -> Value?
  ) throws(Problem) -> Value? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let value = reading(text) else { throw Problem(.badRequest, "reads.unreadable") }
    return value
  }

  /// What was asked by `name`, as it was written.
  func written(_ name: String) -> String? { asked.first { $0.name == name }?.value }

  /// The same question at `link`.
  func link(_ link: Link) -> Link {
    asked.reduce(link) { $0.with($1.name, $1.value) }
  }
}

extension ReadsQuery.Place {
  /// As it stands in an address: microseconds since 1970, and the line.
  var text: String { "\(Int((at.timeIntervalSince1970 * 1_000_000).rounded()))_\(key)" }

  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 2, let microseconds = Int(String(Substring(parts[0]))),
      let key = Identity(String(Substring(parts[1])))
    else { return nil }
    self.init(at: Date(timeIntervalSince1970: Double(microseconds) / 1_000_000), key: key)
  }
}
