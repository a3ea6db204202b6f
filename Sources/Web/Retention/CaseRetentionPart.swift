import Domain
import ReadModels

/// Until when a case is kept, why not less or more, and what remains to be said of one that was destroyed.
struct CaseRetentionPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }
  private var row: CaseRetentionRow? { about.retention }

  var html: HTML {
    let stage = row?.stage ?? .kept
    let badge: HTML =
      stage == .kept
      ? .nothing : "<p>\(StatusBadge.html(reader.text(stage.name), stage.tone))</p>\n"
    return Part.html(
      "retention", "retention.part", "\(badge)\(term)\(hold)\(statement)", actions: acts,
      for: reader)
  }

  private var term: HTML {
    // What was destroyed, or is about to be, went under the term of that day.
    guard let term = row?.term ?? about.term else {
      return "<p>\(reader.text("retention.open"))</p>\n"
    }
    let certainty: HTML =
      about.schedule.certainty == .sourced
      ? .nothing : "<p class=\"muted\">\(reader.text("retention.working"))</p>\n"
    return "<p>\(RetentionWords.sentence(for: term, reader))</p>\n\(certainty)"
  }

  private var hold: HTML {
    guard let row, let reason = row.heldBecause, let day = row.heldOn else { return .nothing }
    return """
      <p>\(StatusBadge.html(reader.text("retention.on-hold"), .warn)) \(reader.time(day)): \(reason)</p>

      """
  }

  private var statement: HTML {
    guard let row, let list = StatementOfDestruction(row: row, reader: reader).list else {
      return .nothing
    }
    return """
      <h3>\(reader.text("retention.statement.title"))</h3>
      <p>\(reader.text("retention.statement.lead"))</p>
      \(list)<p class="muted">\(reader.text("retention.statement.rest"))</p>

      """
  }

  private var acts: HTML {
    row.map { KeepingActs(row: $0, term: about.term, thing: nil, reader: reader).html } ?? .nothing
  }
}
