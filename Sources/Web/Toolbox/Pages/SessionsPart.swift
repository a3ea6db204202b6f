import Domain
import ReadModels

/// The sessions in which a step was done, and the way to convene one.
enum SessionsPart {
  static func html(_ step: Analysis.Step, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let sessions = about.sessions.filter { $0.convening.step == step }
    let convene = about.form(["sessions"])?.with("step", step.rawValue)
    return Part.html(
      "sessions", "toolbox.sessions",
      sessions.isEmpty
        ? EmptyState.html(reader.text("toolbox.sessions.empty")) : table(sessions, about),
      actions: about.act("toolbox.act.convene", convene), for: reader)
  }

  private static func table(_ sessions: [SessionRow], _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    var table = DataTable(
      "sessions", caption: reader.text("toolbox.sessions"), isCaptionHidden: true)
    table.column(reader.text("toolbox.field.session"))
    table.column(reader.text("toolbox.field.form"), .words)
    table.column(reader.text("toolbox.field.held-on"), .words)
    table.column(reader.text("toolbox.participants"), .number)
    table.column(reader.text("toolbox.column.standing"), .words)
    for session in sessions {
      let page = Site.toolbox(about.id, "sessions", session.id.description)
      table.row(
        "<a href=\"\(reader.to(page))\">\(session.convening.title)</a>",
        HTML(reader.text(session.convening.form.name)), reader.time(session.convening.heldOn),
        HTML(reader.number(session.seats.count)), standing(session, reader))
    }
    return table.html(for: reader)
  }

  private static func standing(_ session: SessionRow, _ reader: Reader) -> HTML {
    guard session.concludedOn == nil else {
      return StatusBadge.html(reader.text("toolbox.session.done"), .ok)
    }
    let isAsking = session.rounds.contains { $0.closedOn == nil }
    return StatusBadge.html(
      reader.text(isAsking ? "toolbox.session.asking" : "toolbox.session.open"), .info)
  }
}
