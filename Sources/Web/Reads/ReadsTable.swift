import Domain
import ReadModels
import Reads

/// Lines of the read log as a table.
enum ReadsTable {
  static func html(_ reads: [Read], _ names: SubjectNames, for reader: Reader) -> HTML {
    var table = DataTable(
      "reads", caption: reader.text("reads.title"), isCaptionHidden: true)
    for column: Phrase in [
      "reads.column.when", "people.column.person", "reads.column.subject",
    ] {
      table.column(reader.text(column))
    }
    table.column(reader.text("reads.column.kind"), .words)
    table.column(reader.text("reads.column.right"))
    table.column(reader.text("reads.column.result"))
    for read in reads {
      table.row(
        reader.time(read.at), HTML(names.name(of: read.person, for: reader)),
        subject(of: read, names, reader),
        HTML(reader.text(read.kind.name)), right(of: read, reader), HTML(reader.result(of: read)))
    }
    return table.html(for: reader)
  }

  /// What was asked for, which leads to everybody who did, and what was shown of it.
  private static func subject(of read: Read, _ names: SubjectNames, _ reader: Reader) -> HTML {
    let shown = "<span class=\"muted\">\(reader.words(forRoute: read.route))</span>" as HTML
    let then = read.asOf.map {
      "<br><span class=\"muted\">\(reader.text("reads.as-of", ["moment": .text($0)]))</span>"
        as HTML
    }
    guard let subject = read.subject else { return "\(shown)\(then)" }
    let link = Site.reads.with("subject", subject.description)
    return """
      <a href="\(reader.to(link))">\(names.text(of: subject, for: reader))</a><br>\(shown)\(then)
      """
  }

  private static func right(of read: Read, _ reader: Reader) -> HTML {
    guard let emergency = read.emergency else { return HTML(reader.text(read.right.name)) }
    return """
      \(reader.text(read.right.name))<br><a href="\(reader.to(Site.emergency(emergency)))">\
      \(reader.text("emergency.title"))</a>
      """
  }
}
