import EventSourcing
public import Postgres

extension Point {
  /// The rows of `model` as they were at this point, to stand behind FROM or JOIN under a name.
  ///
  /// What is asked of it is the same for now and for then: now it is the table alone; before, the rows
  /// that were true then stand partly in the table and partly among those that were superseded.
  public func rows<Model: LibraryModel>(of model: Model.Type) -> Statement {
    switch self {
    case .now: "\(table(model.name))"
    case .position(let position):
      """
      (\(splice: standing(model, at: position))
      UNION ALL \(splice: superseded(model, after: position)))
      """
    }
  }

  /// The first row by `order` of those of `model` that met `condition` at this point, to stand behind FROM
  /// or LATERAL under a name; none when none did.
  ///
  /// Before now each of the two tables gives its own first row, and the first of these is taken: PostgreSQL
  /// puts all rows in order when it is asked for the first of both together, and walks down an index when it
  /// is asked for the first of one.
  func first<Model: LibraryModel>(
    of model: Model.Type, where condition: Statement, by order: Statement
  ) -> Statement {
    func first(of rows: Statement) -> Statement {
      "(\(splice: rows) AND \(splice: condition) ORDER BY \(splice: order) LIMIT 1)"
    }
    switch self {
    case .now: return first(of: "SELECT * FROM \(table(model.name)) WHERE true")
    case .position(let position):
      return """
        (SELECT * FROM (\(splice: first(of: standing(model, at: position)))
        UNION ALL \(splice: first(of: superseded(model, after: position)))) AS firsts
        ORDER BY \(splice: order) LIMIT 1)
        """
    }
  }

  /// The rows that were true at `position` and are still.
  private func standing<Model: LibraryModel>(
    _ model: Model.Type, at position: Int
  ) -> Statement {
    """
    SELECT \(splice: columns(of: model)) FROM \(table(model.name)) WHERE since <= \(position)
    """
  }

  /// The rows that were true at `position` and no longer are.
  private func superseded<Model: LibraryModel>(
    _ model: Model.Type, after position: Int
  ) -> Statement {
    """
    SELECT \(splice: columns(of: model)) FROM \(table(model.name + "_superseded"))
    WHERE fork = ANY (\(PositionTree.path(to: position)))
      AND since <= \(position) AND until > \(position)
    """
  }

  private func columns<Model: LibraryModel>(of model: Model.Type) -> Statement {
    let names = kept + model.Row.columns.map(\.name) + model.derivedColumns
    return .joined(names.map { "\($0)" }, separator: ", ")
  }

  /// The columns that every read model has, in both of its tables.
  private var kept: [SQLName] {
    ["key", "since", "organisation", "programme", "confidentiality"]
  }

  private func table(_ name: String) -> SQLName {
    guard let table = SQLName(name) else { preconditionFailure("\(name) cannot name a table") }
    return table
  }
}
