import EventSourcing
import Postgres
import Synchronization

/// The numbers by which the log knows categories and event types, as this node remembers them.
///
/// A number, once given, stays: what is remembered is true for ever, and only what is not remembered
/// needs asking.
final class EventNames: Sendable {
  struct EventType: Hashable, Sendable {
    let name: String
    let schema: Int
  }

  /// What the numbers meant at one moment, to be asked without waiting for anybody.
  struct Known: Sendable {
    let organisation: String
    let categories: [Int: String]
    let types: [Int: EventType]
  }

  private struct State {
    var categoryNumbers: [String: Int] = [:]
    var categories: [Int: String] = [:]
    var typeNumbers: [EventType: Int] = [:]
    var types: [Int: EventType] = [:]
  }

  /// The organisation whose log it is.
  let organisation: String
  private let state = Mutex(State())

  init(organisation: String = "") { self.organisation = organisation }

  func number(ofCategory name: String) -> Int? {
    state.withLock { $0.categoryNumbers[name] }
  }

  func number(of event: StoredEvent) -> Int? {
    state.withLock { $0.typeNumbers[EventType(name: event.type, schema: event.schema)] }
  }

  func category(_ number: Int) -> String? { state.withLock { $0.categories[number] } }

  var known: Known {
    state.withLock {
      Known(organisation: organisation, categories: $0.categories, types: $0.types)
    }
  }

  func type(_ number: Int) -> EventType? { state.withLock { $0.types[number] } }

  /// Sees to it that every name in `members` has its number.
  func intern(_ members: [PendingAppend], in database: Database) async throws {
    let slices = members.flatMap(\.appending.slices)
    let streams = slices.map(\.stream) + members.flatMap { $0.appending.claims.map(\.stream) }
    let categories = Set(streams.map(\.category))
      .filter { number(ofCategory: $0) == nil }.sorted()
    let types = Set(
      slices.flatMap(\.events).filter { number(of: $0) == nil }
        .map { EventType(name: $0.type, schema: $0.schema) }
    ).sorted { ($0.name, $0.schema) < ($1.name, $1.schema) }
    guard !categories.isEmpty || !types.isEmpty else { return }
    try await database.batch([
      "SELECT intern_categories(\(categories))",
      "SELECT intern_event_types(\(types.map(\.name)), \(types.map(\.schema)))",
    ])
    try await reload(from: database)
  }

  /// Learns the names that other nodes have given numbers to.
  func reload(from database: Database) async throws {
    try remember(try await database.batch(Self.everything))
  }

  private static let everything: [Statement] = [
    "SELECT category_id, name FROM es_category",
    "SELECT type_id, name, schema FROM es_event_type",
  ]

  private func remember(_ answers: [Rows]) throws {
    let categories = try answers[0].map { row in
      (number: try row["category_id"] as Int, name: try row["name"] as String)
    }
    let types = try answers[1].map { row in
      (
        number: try row["type_id"] as Int,
        type: EventType(name: try row["name"], schema: try row["schema"])
      )
    }
    state.withLock { state in
      for (number, name) in categories {
        state.categoryNumbers[name] = number
        state.categories[number] = name
      }
      for (number, type) in types {
        state.typeNumbers[type] = number
        state.types[number] = type
      }
    }
  }
}
