public import Domain
import EventSourcing
import Foundation
public import Postgres

extension SignalRow {
  public static let columns: [Column] =
    SignalHome.columns + [
      Column("organisation_name", .text), Column("origin", .json), Column("raised_on", .date),
      Column("title", .text), Column("text", .text), Column("kind", .text),
      Column("addressee", .text), Column("due_on", .date), Column("is_public", .bool),
      Column("sent_on", .date), Column("status", .text), Column("response_count", .int4),
      Column("answered_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("organisation_name", organisationName)
    writer.write("origin", Whole(origin))
    writer.write("raised_on", raisedOn)
    writer.write("title", message.title)
    writer.write("text", message.text)
    writer.write("kind", message.kind)
    writer.write("addressee", message.addressee)
    writer.write("due_on", dueOn)
    writer.write("is_public", isPublic)
    writer.write("sent_on", sentOn)
    writer.write("status", status)
    writer.write("response_count", responseCount)
    writer.write("answered_on", answeredOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try SignalHome(row)
    organisationName = try row["organisation_name"]
    origin = try row.whole("origin")
    raisedOn = try row["raised_on"]
    message = Signal.Message(
      title: try row["title"], text: try row["text"], kind: try row["kind"],
      addressee: try row["addressee"])
    dueOn = try row["due_on"]
    isPublic = try row["is_public"]
    sentOn = try row["sent_on"]
    status = try row["status"]
    responseCount = try row["response_count"]
    answeredOn = try row["answered_on"]
  }
}

extension Signal.Kind: PostgresEncodable, PostgresDecodable {}
extension Signal.Addressee: PostgresEncodable, PostgresDecodable {}
extension Signal.Status: PostgresEncodable, PostgresDecodable {}
