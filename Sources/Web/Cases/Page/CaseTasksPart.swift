import Domain
import ReadModels

/// What has to be done on a case, the first due on top.
struct CaseTasksPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let tasks = about.file.tasks
    let body: HTML =
      tasks.isEmpty
      ? EmptyState.html(reader.text("case.tasks.none"))
      : "<ul class=\"things\">\n\(tasks.map(item))</ul>\n"
    return Part.html(
      "tasks", "case.tasks", body,
      actions: Act.html(
        "case.act.add-task", on: nil, to: about.form("tasks", when: about.isOpen), for: reader),
      for: reader)
  }

  private func item(_ open: CaseFileRow.OpenTask) -> HTML {
    let (task, id) = (open.task, open.id.description)
    let acts: [(Phrase, String)] = [
      ("case.act.done", "done"), ("case.act.move", "due-day"), ("case.act.drop", "end"),
    ]
    let links = acts.map { words, part in
      Act.html(
        words, on: task.title.description, to: about.form("tasks", id, part, when: about.isOpen),
        for: reader)
    }
    let late: HTML =
      task.dueOn < reader.dayShown
      ? StatusBadge.html(reader.text("case.overdue"), .danger) : .nothing
    return """
      <li><span>\(task.title)<br><span class="muted">\(reader.time(task.dueOn)) \(left(task.dueOn))\
      \(task.by.map { ", \(about.names.name(of: $0))" })</span> \(late)</span>\(links)</li>

      """
  }

  /// How many business days there are left.
  private func left(_ day: Day) -> String {
    let count = reader.dayShown.businessDays(until: day)
    return count < 0 ? "" : reader.text("case.days-left", count: count)
  }
}
