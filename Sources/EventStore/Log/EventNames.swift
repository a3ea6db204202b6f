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

    init(name: String, schema: Int) { (self.name, self.schema) = (name, schema) }
    init(_ event: StoredEvent) { (name, schema) = (event.type, event.schema) }
  }

  /// What the numbers meant at one moment, to be asked without waiting for anybody.
  struct Known: Sendable {
    let organisation: String
    let categories: [Int: String]
    let types: [Int: EventType]
  }

  /// The numbers as they were known at one moment.
  struct Numbers: Sendable {
    fileprivate var categories: [String: Int] = [:]
    fileprivate var types: [EventType: Int] = [:]

    /// - Throws: `UnknownName` when it has none yet.
    func number(ofCategory name: String) throws(UnknownName) -> Int {
      guard let number = categories[name] else { throw UnknownName(name: name) }
      return number
    }

    /// - Throws: `UnknownName` when its name and schema have none yet.
    func number(of event: StoredEvent) throws(UnknownName) -> Int {
      guard let number = types[EventType(event)] else { throw UnknownName(name: event.type) }
      return number
    }
  }

  private struct State {
    var numbers = Numbers()
    var categories: [Int: String] = [:]
    var types: [Int: EventType] = [:]
  }

  /// The organisation whose log it is.
  let organisation: String
  private let state = Mutex(State())

  init(organisation: String = "") { self.organisation = organisation }

  func number(ofCategory name: String) -> Int? {
    state.withLock { $0.numbers.categories[name] }
  }

  func category(_ number: Int) -> String? { state.withLock { $0.categories[number] } }

  var known: Known {
    state.withLock {
      Known(organisation: organisation, categories: $0.categories, types: $0.types)
    }
  }

  func type(_ number: Int) -> EventType? { state.withLock { $0.types[number] } }

  /// The numbers, after every name in `members` was given one.
  func numbers(for members: [PendingAppend], in database: Database) async throws -> Numbers {
    let numbers = state.withLock { $0.numbers }
    var missing = Missing()
    for member in members { missing.add(member.appending, unlessIn: numbers) }
    guard !missing.isEmpty else { return numbers }
    try await database.batch(missing.statements)
    try await reload(from: database)
    return state.withLock { $0.numbers }
  }

  /// Names that have no number yet, as far as is known.
  private struct Missing {
    private var categories: Set<String> = []
    private var types: Set<EventType> = []

    var isEmpty: Bool { categories.isEmpty && types.isEmpty }

    mutating func add(_ appending: Appending, unlessIn numbers: Numbers) {
      for slice in appending.slices {
        add(category: slice.stream.category, unlessIn: numbers)
        for type in slice.events.lazy.map(EventType.init) where numbers.types[type] == nil {
          types.insert(type)
        }
      }
      for (_, stream) in appending.claims { add(category: stream.category, unlessIn: numbers) }
    }

    private mutating func add(category: String, unlessIn numbers: Numbers) {
      if numbers.categories[category] == nil { categories.insert(category) }
    }

    /// In one order everywhere, so that two nodes do not wait for each other.
    var statements: [Statement] {
      let types = types.sorted { ($0.name, $0.schema) < ($1.name, $1.schema) }
      return [
        "SELECT intern_categories(\(categories.sorted()))",
        "SELECT intern_event_types(\(types.map(\.name)), \(types.map(\.schema)))",
      ]
    }
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
        state.numbers.categories[name] = number
        state.categories[number] = name
      }
      for (number, type) in types {
        state.numbers.types[type] = number
        state.types[number] = type
      }
    }
  }
}
