import Domain
import EventSourcing
import Foundation
import Hummingbird
import ReadModels
import Reads

/// Lines of the read log as a file of comma-separated values (RFC 4180), for who investigates elsewhere.
struct ReadsFile {
  static let linesMax = 50_000

  let reads: [Read]
  let names: SubjectNames

  private static let columns: [Phrase] = [
    "reads.column.when", "people.column.person", "people.field.id", "reads.column.session",
    "reads.column.kind", "reads.column.shown", "reads.column.route", "reads.column.subject",
    "reads.column.subject-id", "reads.column.right", "emergency.title", "reads.column.as-of",
    "reads.column.result",
    "reads.column.rows",
  ]

  func answer(to reader: Reader) -> Response {
    let rows = [Self.columns.map { reader.text($0) }] + reads.map { cells($0, reader) }
    return CommaSeparated.file(rows, named: "reads-\(reader.today).csv")
  }

  private func cells(_ read: Read, _ reader: Reader) -> [String] {
    [
      read.at.formatted(.iso8601), names.name(of: read.person, for: reader),
      read.person.description,
      read.session.description, reader.text(read.kind.name),
      reader.words(forRoute: read.route), read.route,
      read.subject.map { names.text(of: $0, for: reader) } ?? "",
      read.subject?.identity.description ?? "", reader.text(read.right.name),
      read.emergency?.description ?? "", read.asOf ?? "", String(read.status),
      read.rowCount.map { String($0) } ?? "",
    ]
  }
}
