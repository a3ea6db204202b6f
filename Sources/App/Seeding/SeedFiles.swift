import Domain
import Foundation
import Yams

/// The programmes of data/programmes.yaml.
struct ProgrammeFile: Decodable {
  let plan: Plan
  let sources: [String: SourceEntry]
  let programmes: [Entry]

  /// What holds for all of them.
  struct Plan: Decodable {
    let name: String
    let year: Int
    let manager: PersonID
    let phase: Programme.Phase
    let term: Programme.Term
    let evaluation: Day
    let certainty: Certainty
  }

  struct Entry: Decodable {
    let key: String
    let number: Int
    let name: String
    let labels: [LabelEntry]?
    let source: String
    let problem: String
    let damage: Damage?
    let goals: [String]
    let indicators: [IndicatorEntry]?
    let targetGroups: [String]
    let partners: [String]
    let interventions: [String]
    let achievements: [Told]?
  }

  struct LabelEntry: Decodable {
    let year: Int
    let number: Int
    let name: String
  }

  /// Amounts in whole euros.
  struct Damage: Decodable {
    let low: Int
    let high: Int
    let span: Programme.Estimate.Span
    let year: Int?
    let source: String
    let certainty: Certainty
    let note: String?
  }

  /// Without a unit the indicator speaks in words.
  struct IndicatorEntry: Decodable {
    let name: String
    let unit: String?
    let target: Int?
    let source: String
  }
}

/// The explorations and signals of data/explorations.yaml.
struct ExplorationFile: Decodable {
  let sources: [String: SourceEntry]
  let explorations: [Entry]
  let signals: [SignalEntry]

  struct Entry: Decodable {
    let key: String
    let title: String
    let origin: Exploration.Origin
    let openedOn: Day
    let findings: [Told]
  }

  struct SignalEntry: Decodable {
    let key: String
    let title: String
    let text: String
    let kind: Signal.Kind
    let addressee: Signal.Addressee
    let isPublic: Bool
    let sentOn: Day
    let source: String
    let certainty: Certainty
  }
}

struct SourceEntry: Decodable {
  let text: String
  let address: WebAddress?
}

/// A fact with the source that tells it.
struct Told: Decodable {
  let text: String
  let source: String
}

/// Why the seed data cannot be loaded, as a sentence for the operator.
enum SeedError: Error, CustomStringConvertible {
  case unreadable(file: String, reason: String)
  case unknownSource(String)
  case malformed(entry: String, reason: String)
  case refused(entry: String, reason: String)

  var description: String {
    switch self {
    case .unreadable(let file, let reason): "The seed file \(file) cannot be read: \(reason)."
    case .unknownSource(let key): "The seed data name a source \(key) that they do not describe."
    case .malformed(let entry, let reason): "The seed data of \(entry) are wrong: \(reason)."
    case .refused(let entry, let reason): "\(entry) could not be loaded: \(reason)."
    }
  }
}

/// Reads one seed file.
func readSeed<File: Decodable>(_ type: File.Type, from url: URL) throws(SeedError) -> File {
  do {
    let text = try String(contentsOf: url, encoding: .utf8)
    if let name = try Yams.compose(yaml: text)?.nameWithoutValue {
      throw SeedError.unreadable(
        file: url.path, reason: "'\(name)' has no value; a text with a comma stands between quotes")
    }
    return try YAMLDecoder().decode(type, from: text)
  } catch let error as SeedError {
    throw error
  } catch {
    throw .unreadable(file: url.path, reason: "\(error)")
  }
}

extension Node {
  /// A name in it that has no value; nil when there is none.
  ///
  /// Between braces, what follows a comma in a text without quotes is such a name, and would be passed over.
  fileprivate var nameWithoutValue: String? {
    switch self {
    case .mapping(let members):
      members.lazy.compactMap { name, value in
        value.isNothing ? name.string : value.nameWithoutValue
      }.first
    case .sequence(let elements): elements.lazy.compactMap(\.nameWithoutValue).first
    case .scalar, .alias: nil
    }
  }

  private var isNothing: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.string.isEmpty && scalar.style == .plain
  }
}

extension [String: SourceEntry] {
  /// The source under `key`, ready to be recorded.
  func source(_ key: String) throws -> Source {
    guard let entry = self[key] else { throw SeedError.unknownSource(key) }
    return Source(try Line(entry.text), at: entry.address)
  }
}
