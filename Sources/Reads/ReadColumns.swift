import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels

/// Lines of the read log laid out as the arrays of one statement.
struct ReadColumns {
  private var moments = EncodedArray<Date>()
  private var keys = EncodedArray<UUID>()
  private var organisations = EncodedArray<String>()
  private var persons = EncodedArray<String>()
  private var sessions = EncodedArray<UUID>()
  private var kinds = EncodedArray<String>()
  private var routes = EncodedArray<String>()
  private var subjectKinds = EncodedArray<String?>()
  private var subjects = EncodedArray<UUID?>()
  private var rights = EncodedArray<String>()
  private var emergencies = EncodedArray<UUID?>()
  private var looksBack = EncodedArray<String?>()
  private var statuses = EncodedArray<Int>()
  private var rowCounts = EncodedArray<Int?>()

  init(_ reads: [Read]) throws {
    for read in reads { try add(read) }
  }

  private mutating func add(_ read: Read) throws {
    try moments.append(read.at)
    try keys.append(read.key.uuid)
    try organisations.append(read.organisation)
    try persons.append(read.person.description)
    try sessions.append(read.session.uuid)
    try kinds.append(read.kind.rawValue)
    try routes.append(read.route)
    try subjectKinds.append(read.subject?.kind.rawValue)
    try subjects.append(read.subject?.identity.uuid)
    try rights.append(read.right.rawValue)
    try emergencies.append(read.emergency?.identity.uuid)
    try looksBack.append(read.asOf)
    try statuses.append(read.status)
    try rowCounts.append(read.rowCount)
  }

  /// Adds them; those that are there already stay as they are.
  var insertion: Statement {
    """
    INSERT INTO read_log (read_at, key, organisation, person, session, kind, route, subject_kind,
      subject, right_used, emergency, as_of, status, row_count)
    SELECT * FROM unnest(\(moments), \(keys), \(organisations), \(persons), \(sessions), \(kinds),
      \(routes), \(subjectKinds), \(subjects), \(rights), \(emergencies), \(looksBack),
      \(statuses), \(rowCounts))
    ON CONFLICT DO NOTHING
    """
  }
}
