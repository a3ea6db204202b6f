public import Domain
public import Postgres

/// Which supervised parties and places somebody asks for.
public struct EntitySelection: Hashable, Sendable {
  /// A name, a part of one or a number, as one types it.
  public var words: String?
  public var kind: SupervisedEntity.Kind?

  /// All of them.
  public init(words: String? = nil, kind: SupervisedEntity.Kind? = nil) {
    self.words = words
    self.kind = kind
  }
}

/// A party or place that was found.
public struct FoundEntity: Sendable {
  /// Why it was found.
  public enum Reason: String, CaseIterable, Sendable {
    /// It has that registration number.
    case number
    /// The words stand in its name.
    case name
    /// They stand in another name of it, or resemble one.
    case alias
    /// Its name resembles them.
    case resembles
    /// Its name sounds like them.
    case sounds
  }

  public let row: EntityRow
  /// Nil when no words were asked for.
  public let reason: Reason?
}

/// One page of the parties and places of a selection: by name, or with words the best first.
public struct EntitiesQuery: Query {
  /// More than these no search gives; who finds so many asks for more of the name.
  static let foundMax = 500

  let selection: EntitySelection
  let page: Int
  let limit: Int

  /// - Parameters:
  ///   - selection: which ones.
  ///   - page: which page of them, counted from 1; the last one when there are not so many.
  ///   - limit: how many stand on a page.
  public init(_ selection: EntitySelection, page: Int = 1, atMost limit: Int) {
    self.selection = selection
    self.page = page
    self.limit = limit
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM (
      SELECT entity.*, count(*) OVER () AS found,
        row_number() OVER (ORDER BY \(splice: order)) AS place
      FROM (\(splice: found(at: point))) AS entity WHERE \(splice: condition)) AS ranked
    WHERE (place - 1) / \(limit) = least(\(page - 1), (found - 1) / \(limit))
    ORDER BY place
    """
  }

  private var order: Statement {
    selection.words == nil ? "name, key" : "strength DESC, name, key"
  }

  private var condition: Statement {
    selection.kind.map { "kind = \($0)" } ?? "true"
  }

  /// Now an index answers; before now, the rows of then are looked at one by one.
  private func found(at point: Point) -> Statement {
    guard let words = selection.words else {
      return """
        SELECT entity.*, NULL::text AS found_by, NULL::real AS strength
        FROM \(splice: point.rows(of: EntityRow.self)) AS entity
        """
    }
    return switch point {
    case .now:
      """
      SELECT entity.*, found.found_by, found.strength
      FROM find_entities(\(words), \(Self.foundMax)) AS found JOIN entity ON entity.key = found.key
      """
    case .position:
      """
      SELECT entity.*, match.found_by, match.strength
      FROM (SELECT expect_slips_in_names()) AS expected
      CROSS JOIN \(splice: point.rows(of: EntityRow.self)) AS entity
      CROSS JOIN LATERAL entity_match(folded_name(\(words)), name_sounds(\(words)),
        bare_number(\(words)), entity.names, entity.sounds, entity.numbers) AS match
      """
    }
  }

  public func answer(from rows: Rows) throws -> FoundEntities {
    FoundEntities(
      entities: try rows.map { row in
        FoundEntity(
          row: try EntityRow(from: row),
          reason: (try row["found_by"] as String?).flatMap { FoundEntity.Reason(rawValue: $0) })
      },
      count: try rows.first?["found"] ?? 0, first: try rows.first?["place"] ?? 1)
  }
}

/// A page of parties and places.
public struct FoundEntities: Sendable {
  public let entities: [FoundEntity]
  /// How many there are on all pages.
  public let count: Int
  /// The place of the first of the page among all, counted from 1.
  public let first: Int
}
