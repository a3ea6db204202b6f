import Postgres

/// One generation of a read model's tables, in a schema of its own.
struct Generation: Hashable, Sendable {
  let model: SQLName
  let number: Int
  let schema: SQLName
  /// The table of the rows that are no longer true.
  let history: SQLName

  /// - Throws: `ReadModelError.badName` when `model` cannot name a table.
  init(of model: String, number: Int) throws(ReadModelError) {
    guard let name = SQLName(model), let schema = SQLName("\(model)__v\(number)"),
      let history = SQLName("\(model)_superseded")
    else { throw .badName(model) }
    self.model = name
    self.number = number
    self.schema = schema
    self.history = history
  }

  var name: String { model.name }
}
