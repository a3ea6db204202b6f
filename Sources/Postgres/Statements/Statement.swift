/// One SQL statement with its values, which stand apart from its text by construction.
///
/// ```swift
/// let statement: Statement = "SELECT name FROM person WHERE id = \(id) AND born_on > \(day)"
/// ```
/// is the text `SELECT name FROM person WHERE id = $1 AND born_on > $2` and two typed values. Text comes
/// from literals in the source only; a `String` known while running can only become a value.
public struct Statement: Sendable, ExpressibleByStringInterpolation {
  /// The text, with `$1`, `$2`, … where the values belong.
  public private(set) var sql: String
  private(set) var marks: [Mark]
  private(set) var parameters: Parameters
  var preparation = Preparation.prepared
  var answerForm = AnswerForm.binary

  /// Where in the UTF-8 of `sql` a `$n` stands.
  struct Mark: Sendable {
    let offset: Int
    let length: Int
  }

  enum Preparation: Sendable { case prepared, once }
  enum AnswerForm: Int32, Sendable { case text = 0, binary = 1 }

  public init(stringLiteral sql: StaticString) {
    self.sql = sql.description
    marks = []
    parameters = Parameters()
  }

  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.statement
  }

  /// SQL out of a file that belongs to the product, such as those in its folder sql/.
  ///
  /// The only way for text known while running to become SQL; never give it anything a person typed.
  public init(trustedFile text: String) {
    sql = text
    marks = []
    parameters = Parameters()
    preparation = .once
  }

  /// The statement that does nothing.
  init() { self.init(stringLiteral: "") }

  /// How many values are bound.
  public var parameterCount: Int { parameters.count }

  /// The same statement, parsed anew each time: for what runs once, such as DDL.
  public var unprepared: Statement {
    var copy = self
    copy.preparation = .once
    return copy
  }

  /// The same statement with its answer sent as text: for types that have no binary form.
  public var answeredAsText: Statement {
    var copy = self
    copy.answerForm = .text
    return copy
  }

  /// A value of type `json`; `jsonb` columns take it by assignment.
  public static func json(_ text: String) -> JSONText { JSONText(text) }
  public static func json(_ bytes: [UInt8]) -> JSONText { JSONText(bytes) }

  /// The statements one after another with `separator` in between.
  public static func joined(
    _ statements: some Sequence<Statement>, separator: StaticString
  ) -> Statement {
    var joined = Statement()
    var isFirst = true
    for statement in statements {
      if !isFirst { joined.append(text: separator.description) }
      joined.append(statement)
      isFirst = false
    }
    return joined
  }
}

extension Statement {
  mutating func append(text: String) { sql += text }

  mutating func append(_ value: some PostgresEncodable) {
    parameters.append(value)
    appendMark(parameters.count)
  }

  /// Binds an array whose elements, each with its length before it, are encoded already.
  mutating func append(
    arrayOf type: PostgresType, count: Int, hasNull: Bool, _ elements: [UInt8]
  ) {
    parameters.append(arrayOf: type, count: count, hasNull: hasNull, elements)
    appendMark(parameters.count)
  }

  private mutating func appendMark(_ number: Int) {
    let start = sql.utf8.count
    sql += "$\(number)"
    marks.append(Mark(offset: start, length: sql.utf8.count - start))
  }

  /// Appends `other`, its values numbered on from the ones here.
  mutating func append(_ other: Statement) {
    let text = other.sql.utf8
    var position = text.startIndex
    for (index, mark) in other.marks.enumerated() {
      let start = text.index(text.startIndex, offsetBy: mark.offset)
      sql += other.sql[position..<start]
      appendMark(parameters.count + index + 1)
      position = text.index(start, offsetBy: mark.length)
    }
    sql += other.sql[position...]
    parameters.append(other.parameters)
  }
}
