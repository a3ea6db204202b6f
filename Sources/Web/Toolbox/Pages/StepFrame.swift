import Domain
import ReadModels

/// What the pages of the three steps have in common: where one is, what is done, and what comes next.
enum StepFrame {
  static func page(_ step: Analysis.Step, of about: ToolboxSubject, _ body: HTML) -> Page {
    let reader = about.reader
    return Page(
      reader.text(step.name), kicker: about.programme.label.name.description,
      trail: about.trail(for: reader),
      body: """
        \(tabs(about))
        <p class="lead">\(reader.text(step.aim))</p>
        \(SkippedNotice.html(about))
        \(standing(step, about))
        \(about.analysis == nil ? unbegun(about) : body)
        \(about.analysis == nil ? .nothing : SessionsPart.html(step, about))
        """)
  }

  static func tabs(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    return Tabs.html(
      [.init(reader.text("toolbox.tab.overview"), Site.toolbox(about.id))]
        + Analysis.Step.allCases.map {
          .init(reader.text($0.name), Site.toolbox(about.id, $0.segment))
        }
        + (about.analysis == nil
          ? [] : [.init(reader.text("history.tab"), Site.toolbox(about.id, "history"))]),
      label: reader.text("toolbox.tabs"), for: reader)
  }

  private static func unbegun(_ about: ToolboxSubject) -> HTML {
    let action = about.form(["beginning"]).map {
      Button.link(about.reader.text("toolbox.act.begin"), to: about.reader.to($0))
    }
    return EmptyState.html(about.reader.text("toolbox.empty"), action: action ?? .nothing)
  }

  /// How far the step has come, its conclusion, and the way to finish or reopen it.
  private static func standing(_ step: Analysis.Step, _ about: ToolboxSubject) -> HTML {
    guard let course = about.course else { return .nothing }
    let reader = about.reader
    let version = course.present(step)
    return """
      <section class="next-steps" aria-labelledby="standing-title">
      <h2 id="standing-title">\(StepWords.version(version, reader))</h2>
      <p class="row">\(StepBadge.html(step, course, reader))</p>
      \(version.reason.map { "<p>\(reader.text("toolbox.reopened-because")) \($0)</p>\n" as HTML })\
      \(version.finished.map { $0.conclusion.html })
      <p class="row">\(buttons(step, about))</p>
      </section>

      """
  }

  private static func buttons(_ step: Analysis.Step, _ about: ToolboxSubject) -> HTML {
    let isOpen = about.isOpen(step)
    let isSkippable = step == .understand && about.course?.skipping == nil
    let forms: [(Phrase, Link?, Button.Weight)] = [
      ("toolbox.act.finish", about.form([step.segment, "conclusion"], when: isOpen), .primary),
      ("toolbox.act.reopen", about.form([step.segment, "reopening"], when: !isOpen), .secondary),
      (
        "toolbox.act.skip", about.form([step.segment, "skipping"], when: isOpen && isSkippable),
        .secondary
      ),
    ]
    return forms.map { words, form, weight in
      form.map { Button.link(about.reader.text(words), to: about.reader.to($0), weight) }
        ?? .nothing
    }.joined()
  }
}

extension ToolboxSubject {
  /// A small link to a form; nothing for who may not use it, or not now.
  func act(_ words: Phrase, on thing: String? = nil, _ form: Link?) -> HTML {
    Act.html(words, on: thing, to: form, for: reader)
  }
}
