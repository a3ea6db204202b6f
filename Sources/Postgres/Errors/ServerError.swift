import CLibPQ

extension PostgresError {
  /// The error a result reports; `result` stays the caller's to clear.
  init(result: OpaquePointer, statement: String?) {
    func field(_ code: Int32) -> String? {
      PQresultErrorField(result, code).map { String(cString: $0) }
    }
    let message = field(clibpq_diag_message) ?? String(cString: PQresultErrorMessage(result))
    self.init(.server, message.trimmed, statement: statement)
    sqlState = field(clibpq_diag_sqlstate).map(SQLState.init(rawValue:))
    detail = field(clibpq_diag_detail)
    hint = field(clibpq_diag_hint)
    schema = field(clibpq_diag_schema)
    table = field(clibpq_diag_table)
    column = field(clibpq_diag_column)
    constraint = field(clibpq_diag_constraint)
    context = field(clibpq_diag_context)
    routine = field(clibpq_diag_routine)
    isFatal = field(clibpq_diag_severity).map { $0 == "FATAL" || $0 == "PANIC" } ?? false
    // libpq makes up a result of its own, without a code, when the connection breaks.
    if sqlState == nil { kind = .outcomeUnknown }
    if isFatal { kind = .connectionLost }
  }

  /// What libpq last said about a connection.
  static func message(of connection: OpaquePointer) -> String {
    String(cString: PQerrorMessage(connection)).trimmed
  }

  /// Whether the server threw away the plan of a prepared statement, so that preparing again helps.
  var isStalePlan: Bool {
    sqlState == .invalidStatementName
      || (sqlState == .featureNotSupported && routine == "RevalidateCachedQuery")
  }
}

extension String {
  /// Without the line break libpq ends its messages with.
  var trimmed: String {
    var text = self
    while let last = text.utf8.last, last == 10 || last == 13 || last == 32 {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
