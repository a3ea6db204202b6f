extension Statement {
  /// What may stand between `\(` and `)` in a statement: values, names and other statements.
  public struct StringInterpolation: StringInterpolationProtocol {
    var statement = Statement()

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ sql: StaticString) {
      statement.append(text: sql.description)
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some PostgresEncodable) {
      statement.append(value)
    }

    /// Binds a value or NULL.
    public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
      statement.append(value)
    }

    /// Binds a text whose type the server works out from where it stands.
    public mutating func appendInterpolation(untyped text: String?) {
      statement.append(Untyped(text: text))
    }

    /// Puts another statement here, its values renumbered.
    public mutating func appendInterpolation(splice statement: Statement) {
      self.statement.append(statement)
    }

    /// Puts the digits of a number here, for a LIMIT that is the same each time.
    ///
    /// A server that does not know a limit expects a tenth of all rows, and plans every such statement anew.
    public mutating func appendInterpolation(limit: Int) {
      statement.append(text: String(limit))
    }

    /// Puts a quoted name here.
    public mutating func appendInterpolation(name: SQLName) {
      statement.append(text: name.quoted)
    }

    public mutating func appendInterpolation(_ name: SQLName) {
      statement.append(text: name.quoted)
    }
  }
}
