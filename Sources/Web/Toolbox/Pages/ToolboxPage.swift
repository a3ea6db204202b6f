import Domain
import ReadModels

/// The toolbox of a programme: the three steps, how far each has come, and which mix stood on which analysis.
enum ToolboxPage {
  static func page(_ about: ToolboxSubject) -> Page {
    let reader = about.reader
    return Page(
      reader.text("toolbox.title"), kicker: about.programme.label.name.description,
      trail: about.trail(for: reader).dropLast().map { $0 },
      body: """
        \(StepFrame.tabs(about))
        <p class="lead">\(reader.text("toolbox.lead"))</p>
        \(about.analysis.map { steps($0, about) } ?? beginning(about))
        """)
  }

  private static func beginning(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let action = about.form(["beginning"]).map {
      Button.link(reader.text("toolbox.act.begin"), to: reader.to($0))
    }
    return EmptyState.html(reader.text("toolbox.empty"), action: action ?? .nothing)
  }

  private static func steps(_ analysis: AnalysisRow, _ about: ToolboxSubject) -> HTML {
    """
    \(SkippedNotice.html(about))
    <ol class="toolbox-steps">
    \(Analysis.Step.allCases.map { step($0, analysis, about) })</ol>
    \(edition(analysis, about))
    \(chains(about))
    \(versions(analysis, about))
    """
  }

  private static func chains(_ about: ToolboxSubject) -> HTML {
    let body = ChainSection.body(about.chainView)
    guard !body.isEmpty else { return .nothing }
    return Part.html("chains", "toolbox.chain.title", body, for: about.reader)
  }

  private static func step(
    _ step: Analysis.Step, _ analysis: AnalysisRow, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    let page = Site.toolbox(about.id, step.segment)
    return """
      <li class="card"><h2><a href="\(reader.to(page))">\(reader.text(step.name))</a></h2>
      <p>\(reader.text(step.aim))</p>
      <p class="row">\(StepBadge.html(step, analysis.course, reader))</p>
      \(analysis.course.present(step).finished.map { FoldedText.html($0.conclusion) })
      </li>

      """
  }

  private static func edition(_ analysis: AnalysisRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let number = analysis.edition
    let page = Site.edition(number)
    let moving = about.laterEdition == nil ? nil : about.form(["edition"])
    return """
      <p>\(reader.text("toolbox.edition.goes-by")) \
      <a href="\(reader.to(page))">\(reader.text("toolbox.edition.number", ["number": .number(number.rawValue)]))</a>. \
      \(Act.html("toolbox.act.move-on", on: nil, to: moving, for: reader))</p>

      """
  }

  /// Every version of every step, with what it stood on.
  private static func versions(_ analysis: AnalysisRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    guard analysis.course.versions.contains(where: { $0.number > 1 }) else { return .nothing }
    var table = DataTable("versions", caption: reader.text("toolbox.versions.caption"))
    table.column(reader.text("toolbox.column.version"))
    table.column(reader.text("toolbox.column.why-again"), .sentences)
    table.column(reader.text("toolbox.column.conclusion"), .sentences)
    table.column(reader.text("toolbox.column.stands-on"))
    for version in analysis.course.versions {
      table.row(
        HTML(StepWords.version(version, reader)), version.reason?.html ?? .nothing,
        version.finished.map { FoldedText.html($0.conclusion) } ?? .nothing,
        version.finished.map { HTML(StepWords.foundation(of: version.step, $0, reader)) }
          ?? .nothing)
    }
    return Part.html(
      "versions", "toolbox.versions", table.html(for: reader), actions: .nothing, for: reader)
  }
}

/// Words about the versions of steps.
enum StepWords {
  /// Such as `Kiezen, versie 2`.
  static func version(_ version: AnalysisRow.Course.Version, _ reader: Reader) -> String {
    reader.text(
      "toolbox.version", ["step": .phrase(version.step.name), "number": .number(version.number)])
  }

  /// On which versions of the steps before it a version stands.
  static func foundation(
    of step: Analysis.Step, _ finish: AnalysisRow.Course.Finish, _ reader: Reader
  ) -> String {
    reader.listed(
      zip(step.before, finish.standsOn).map { earlier, number in
        reader.text(
          "toolbox.version", ["step": .phrase(earlier.name), "number": .number(number)])
      })
  }
}

/// How far a step has come, in a badge.
enum StepBadge {
  static func html(
    _ step: Analysis.Step, _ course: AnalysisRow.Course, _ reader: Reader
  ) -> HTML {
    let version = course.present(step)
    guard let finished = version.finished else {
      let isSkipped = step == .understand && course.skipping != nil
      return StatusBadge.html(
        reader.text(isSkipped ? "toolbox.status.skipped" : "toolbox.status.open"),
        isSkipped ? .warn : .info)
    }
    let done = StatusBadge.html(
      reader.text("toolbox.status.finished", ["day": .text(reader.day(finished.on))]), .ok)
    guard course.isOutdated(step) else { return done }
    return done + StatusBadge.html(reader.text("toolbox.status.outdated"), .warn)
  }
}

/// That the second step was skipped, by whom and why; it stays on every page of the toolbox.
enum SkippedNotice {
  static func html(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let skippings = about.course?.skippings ?? []
    return skippings.map { skipping -> HTML in
      let words = reader.text(
        "toolbox.skipped",
        [
          "person": .text(about.people.name(skipping.by)),
          "day": .text(reader.day(skipping.on)), "version": .number(skipping.version),
        ])
      return """
        <div class="message message-warn">\(Icon.of(.warn))<p>\(words) \(skipping.reason)</p></div>

        """
    }.joined()
  }
}
