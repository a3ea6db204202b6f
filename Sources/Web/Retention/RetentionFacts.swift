import Domain
import ReadModels

/// What those who keep the records said of a case, and until when it is kept: all that one who does not see the case itself
/// has to judge by.
struct RetentionFacts {
  let row: CaseRetentionRow
  let term: Retention.Term?
  let reader: Reader

  /// Above a form about its destruction.
  var html: HTML {
    var list = SummaryList()
    if let term {
      list.add(reader.text("case.field.result"), text: reader.text(term.result.name))
      list.add(reader.text("case.field.closed-on"), reader.time(term.from))
      list.add(
        reader.text("retention.statement.term"), text: RetentionWords.sentence(for: term, reader))
    }
    for (name, value) in said { list.add(reader.text(name), value) }
    return "\(late)\(list.html(for: reader))"
  }

  /// In the row of a list that tells term and result itself.
  var brief: HTML {
    let said: HTML = said.map { name, value in
      "<p>\(reader.text(name)): \(value)</p>\n" as HTML
    }.joined()
    return "\(said)\(late)"
  }

  /// Only what there is to tell.
  private var said: [(Phrase, HTML)] {
    var said: [(Phrase, HTML)] = []
    if let reason = row.heldBecause, let day = row.heldOn {
      said.append(("retention.on-hold-since", "\(reader.time(day)): \(reason)"))
    }
    if let proposed = row.proposed { said.append(("retention.statement.proposed", who(proposed))) }
    if let approved = row.approved { said.append(("retention.statement.approved", who(approved))) }
    if let declined = row.declined {
      said.append(("retention.declined", "\(who(declined.word)): \(declined.reason)"))
    }
    return said
  }

  private func who(_ word: CaseRetentionRow.Word) -> HTML {
    RetentionWords.who(word, reader)
  }

  /// That the day from which the term runs was said so long afterwards that it is worth a look.
  private var late: HTML {
    guard let closedOn = row.closedOn, let moment = row.closingRecordedAt else { return .nothing }
    let recordedOn = Day(moment, in: Reader.netherlands)
    guard Retention.isLate(closingOn: closedOn, recordedOn: recordedOn) else { return .nothing }
    let words = reader.text(
      "retention.late",
      ["closed": .text(reader.day(closedOn)), "recorded": .text(reader.day(recordedOn))])
    return "<div class=\"message message-warn\"><p>\(words)</p></div>\n"
  }
}

/// What went when a case was destroyed, and by whom it was agreed on.
struct StatementOfDestruction {
  let row: CaseRetentionRow
  let reader: Reader

  /// Nil of a case that stands.
  var list: HTML? {
    guard let statement = row.statement else { return nil }
    var list = SummaryList()
    list.add(
      reader.text("retention.statement.term"),
      text: row.term.map { RetentionWords.sentence(for: $0, reader) })
    list.add(
      reader.text("retention.statement.proposed"),
      row.proposed.map { RetentionWords.who($0, reader) })
    list.add(
      reader.text("retention.statement.approved"),
      row.approved.map { RetentionWords.who($0, reader) })
    list.add(reader.text("retention.column.destroyed-on"), reader.time(statement.destroyedAt.date))
    list.add(reader.text("retention.statement.events"), text: "\(statement.eventCount)")
    list.add(reader.text("retention.statement.documents"), text: "\(statement.documentCount)")
    list.add(reader.text("retention.statement.read-models"), text: "\(statement.readModelCount)")
    return list.html(for: reader)
  }
}
