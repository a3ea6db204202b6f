import Domain
import ReadModels

/// How the programme went: its phases and gates, its extensions and its names.
enum CourseSection {
  static func html(_ view: ProgrammeView) -> HTML {
    """
    <section class="chapter" id="course">
    <h2>\(view.reader.text("programme.course"))</h2>
    \(phases(view))\(extensions(view))\(labels(view))</section>

    """
  }

  /// The four phases, with when each was entered or is planned to be.
  static func steps(_ about: ProgrammeSubject) -> HTML {
    let steps = Programme.Phase.allCases.map { phase -> PhaseSteps.Step in
      let state: PhaseSteps.State =
        phase < about.phase || about.programme.isEnded
        ? .done : phase == about.phase ? .current : .ahead
      return PhaseSteps.Step(
        about.reader.text(phase.name), state, when: when(phase, state, about))
    }
    return PhaseSteps.html(
      steps, label: about.reader.text("programme.phases"), for: about.reader)
  }

  private static func when(
    _ phase: Programme.Phase, _ state: PhaseSteps.State, _ about: ProgrammeSubject
  ) -> String {
    let reader = about.reader
    let entered = about.phases.last { $0.phase == phase }?.enteredOn
    switch state {
    case .done:
      return entered.map {
        reader.text("programme.step.done", ["day": .text(reader.shortDay($0))])
      } ?? reader.text("programme.step.unknown")
    case .current:
      return reader.text(
        "programme.step.current", ["day": .text(reader.shortDay(about.programme.phaseSince))])
    case .ahead:
      return about.programme.gates[phase].map {
        reader.text("programme.step.planned", ["day": .text(reader.shortDay($0))])
      } ?? reader.text("programme.step.unplanned")
    }
  }

  private static func phases(_ view: ProgrammeView) -> HTML {
    let reader = view.reader
    var table = DataTable(
      "phase-table", caption: reader.text("programme.phases"), isCaptionHidden: true)
    table.column(reader.text("programme.column.phase"))
    table.column(reader.text("programme.column.entered"))
    table.column(reader.text("programme.column.how"))
    for row in view.about.phases {
      let (how, words): (Phrase, Prose?) =
        switch row.way {
        case .begun: ("programme.way.begun", nil)
        case .passed(let grounds): ("programme.way.passed", grounds)
        case .loopedBack(let reason): ("programme.way.looped-back", reason)
        }
      table.row(
        HTML(reader.text(row.phase.name)), reader.time(row.enteredOn),
        "\(reader.text(how))\(words.map { ": \($0)" as HTML })")
    }
    for phase in Programme.Phase.allCases.filter({ $0 > view.about.phase }) {
      guard let day = view.about.programme.gates[phase] else { continue }
      table.row(
        HTML(reader.text(phase.name)), NextGate.day(day, reader),
        HTML(reader.text("programme.way.planned")))
    }
    return view.part("phases", "programme.phases", .nothing, table.html(for: reader))
  }

  private static func extensions(_ view: ProgrammeView) -> HTML {
    let (reader, extensions) = (view.reader, view.about.extensions)
    let act = view.act("programme.extension.act", "extension")
    guard !extensions.isEmpty else {
      return view.part(
        "extensions", "programme.extensions", act,
        "<p>\(reader.text("programme.extension.none"))</p>\n")
    }
    var table = DataTable(
      "extension-table", caption: reader.text("programme.extensions"), isCaptionHidden: true)
    table.column(reader.text("programme.field.decided-on"))
    table.column(reader.text("programme.column.decided-by"))
    table.column(reader.text("programme.field.review"))
    table.column(reader.text("programme.field.end"))
    table.column(reader.text("programme.field.reason"))
    for row in extensions {
      table.row(
        reader.time(row.decidedOn), HTML(view.about.people.name(row.decidedBy)),
        reader.time(row.review), reader.time(row.end), row.reason.html)
    }
    return view.part(
      "extensions", "programme.extensions", act,
      """
      <p>\(reader.text(
        "programme.extension.first-end", ["day": .text(reader.day(view.about.programme.firstEnd))]))</p>
      \(table.html(for: reader))
      """)
  }

  private static func labels(_ view: ProgrammeView) -> HTML {
    let reader = view.reader
    var table = DataTable(
      "label-table", caption: reader.text("programme.names"), isCaptionHidden: true)
    table.column(reader.text("programme.field.plan-year"))
    table.column(reader.text("programme.field.number"), .number)
    table.column(reader.text("programme.field.name"))
    let rows = view.about.labels.sorted { $0.label.planYear < $1.label.planYear }
    for row in rows {
      table.row(
        HTML(row.label.planYear.description), HTML(String(row.label.number)),
        "\(row.label.name)")
    }
    return view.part(
      "names", "programme.names", view.act("programme.name.act", "name"),
      table.html(for: reader))
  }
}
