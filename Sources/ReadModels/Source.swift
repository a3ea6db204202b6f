import EventSourcing
public import Postgres

extension Point {
  /// The rows of `model` as they were at this point, to stand behind FROM or JOIN under a name.
  ///
  /// What is asked of it is the same for now and for then: now it is the table alone; before, the rows
  /// that were true then stand partly in the table and partly among those that were superseded.
  public func rows<Model: LibraryModel>(of model: Model.Type) -> Statement {
    switch self {
    case .now: return "\(table(model.name))"
    case .position(let position):
      let columns = Statement.joined(
        (kept + model.Row.columns.map(\.name)).map { "\($0)" }, separator: ", ")
      return """
        (SELECT \(splice: columns) FROM \(table(model.name)) WHERE since <= \(position)
        UNION ALL SELECT \(splice: columns) FROM \(table(model.name + "_superseded"))
          WHERE fork = ANY (\(PositionTree.path(to: position)))
            AND since <= \(position) AND until > \(position))
        """
    }
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
