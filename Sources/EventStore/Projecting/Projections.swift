public import EventSourcing
public import Postgres

/// The read models a program keeps, and how to read the events they are made of.
public struct Projections<Event: Sendable>: Sendable {
  /// Reads a stored event; throws for one this program does not know.
  public typealias Decode = @Sendable (Recorded<StoredEvent>) throws -> Recorded<Event>

  let decode: Decode
  private(set) var tables: [any ProjectedTable<Event>] = []

  public init(decode: @escaping Decode) { self.decode = decode }

  /// Adds a read model.
  public mutating func register<Model: ReadModel>(_ model: Model.Type)
  where Model.Event == Event, Model.Key: TableKey, Model.Row: TableRow {
    tables.append(ModelTable<Model>())
  }

  /// The names of the read models, in the order in which they were registered.
  public var names: [String] { tables.map(\.name) }

  /// The names of those that take, among others or alone, the events of streams of `category`.
  public func names(taking category: String) -> [String] {
    tables.filter { $0.category ?? category == category }.map(\.name)
  }
}

/// A read model's tables, whatever its rows are.
protocol ProjectedTable<Event>: Sendable {
  associatedtype Event: Sendable

  var name: String { get }
  /// What its tables are made with, apart from the SQL file: when it changes they are made anew.
  var definition: String { get }

  /// The category of the streams whose events alone it takes; nil when it takes those of every stream.
  var category: String? { get }
  /// Whose eyes its rows are for.
  var audience: Audience { get }

  /// Asks for the rows that `events` touch; nil when none can be there.
  func question(about events: EventShare<Event>, in generation: Generation) -> Statement?
  /// What to write after `events`, given the rows they touch.
  ///
  /// - Throws: `Overtaken` when the rows hold later events already.
  func changes(
    by events: EventShare<Event>, to rows: Rows?, in generation: Generation
  ) throws -> [Statement]
  /// Whether the rows of one stream can be made anew apart from those of others.
  var isRefoldable: Bool { get }
  /// Writes what `events`, all that there are of one stream, make of their rows in the place of what stands there.
  ///
  /// - Returns: false, and nothing is written, when rows of another stream stand under the same keys.
  func refold(
    _ events: [Recorded<Event>], in generation: Generation, on session: Session
  ) async throws -> Bool
  /// A fold of the whole log from nothing.
  func rebuilding() -> any RebuiltTable<Event>
}
