import Domain
import ReadModels

/// What can be done next, above all what the next gate still asks.
enum NextSteps {
  static func html(_ view: ProgrammeView) -> HTML {
    let reader = view.reader
    guard !view.about.programme.isEnded else { return .nothing }
    return """
      <section class="next-steps" aria-labelledby="next-steps-title">
      <h2 id="next-steps-title">\(reader.text("programme.next.title"))</h2>
      \(vacancy(view))
      \(NextGate.html(view.about, for: reader))
      \(actions(view))
      </section>

      """
  }

  /// Without somebody who leads the programme, or after who did has left, that comes first.
  private static func vacancy(_ view: ProgrammeView) -> HTML {
    let about = view.about
    let sentence: Phrase
    if let manager = about.manager {
      guard about.people.left.contains(manager) else { return .nothing }
      sentence = Phrase(
        "programme.next.manager-left", ["person": .text(about.people.name(manager))])
    } else {
      sentence = "programme.next.no-manager"
    }
    return """
      <p>\(view.reader.text(sentence))</p>
      \(view.button("programme.next.appoint", "manager"))
      """
  }

  private static func actions(_ view: ProgrammeView) -> HTML {
    let about = view.about
    let first: HTML
    var actions: [HTML] = []
    if about.phase.next == nil {
      first =
        about.presentEvaluation == nil
        ? view.button("programme.next.evaluate", "evaluation")
        : view.button("programme.next.end", "end")
    } else {
      first = about.lacks.isEmpty ? view.button("programme.next.pass", "gate") : .nothing
      actions.append(
        about.programme.nextGate?.expectedOn == nil
          ? view.act("programme.next.plan", "gate-days")
          : view.act("programme.next.replan", "gate-days"))
    }
    if about.phase > .exploration {
      actions.append(view.act("programme.next.loop-back", "loop-back"))
    }
    let shown = actions.filter { !$0.isEmpty }
    guard !shown.isEmpty else { return first }
    return "\(first)<ul class=\"acts\">\n\(shown.map { "<li>\($0)</li>\n" })</ul>\n"
  }
}

/// The next gate: its day, whether that has passed, and what it still asks, with where to do it.
enum NextGate {
  static func html(_ about: ProgrammeSubject, for reader: Reader) -> HTML {
    guard let gate = about.programme.nextGate else {
      return "<p>\(reader.text(lastWords(about)))</p>\n"
    }
    return """
      <p>\(reader.text("programme.next.gate", ["phase": .phrase(gate.to.name)]))<br>\
      \(day(gate.expectedOn, reader))</p>
      \(asks(about, reader))

      """
  }

  /// The day of a gate, with words when it has passed.
  static func day(_ day: Day?, _ reader: Reader) -> HTML {
    guard let day else {
      return "<span class=\"none\">\(reader.text("programme.gate-unplanned"))</span>"
    }
    guard day < reader.dayShown else { return reader.time(day) }
    return "\(reader.time(day)) \(StatusBadge.html(reader.text("programme.gate-overdue"), .warn))"
  }

  private static func lastWords(_ about: ProgrammeSubject) -> Phrase {
    about.presentEvaluation == nil ? "programme.next.last-phase" : "programme.next.evaluated"
  }

  private static func asks(_ about: ProgrammeSubject, _ reader: Reader) -> HTML {
    guard !about.lacks.isEmpty else {
      return "<p>\(reader.text("programme.next.nothing-lacks"))</p>"
    }
    return """
      <p>\(reader.text("programme.next.lacks"))</p>
      <ul class="lacks">
      \(about.lacks.map { "<li>\(lack($0, about, reader))</li>\n" })</ul>
      """
  }

  private static func lack(
    _ lack: Programme.GateLack, _ about: ProgrammeSubject, _ reader: Reader
  ) -> HTML {
    let (form, place): (Link, Link) =
      switch lack {
      case .goal: (Site.programme(about.id, "goals"), Site.programme(about.id).at("goals"))
      case .indicator:
        (Site.programme(about.id, "indicators"), Site.programme(about.id).at("indicators"))
      case .intervention:
        (Site.programme(about.id, "interventions"), Site.programme(about.id).at("interventions"))
      case .startedIntervention: (start(about), Site.programme(about.id).at("interventions"))
      }
    return
      "<a href=\"\(reader.to(reader.mayPost(to: form) ? form : place))\">\(reader.text(lack.name))</a>"
  }
}

extension NextGate {
  /// Where an intervention gets started: its plan first, while something is missing there.
  fileprivate static func start(_ about: ProgrammeSubject) -> Link {
    let planned = about.interventions.filter { $0.status == .planned }
    let ready = planned.first { $0.plan.missing.isEmpty }
    if let ready, about.phase == .execution {
      return Site.programme(about.id, "interventions", ready.id.description, "start")
    }
    guard let waiting = planned.first else { return Site.programme(about.id, "interventions") }
    return Site.programme(about.id, "interventions", waiting.id.description, "plan")
  }
}

/// What still keeps a programme from ending.
enum EndingLacks {
  static func html(_ about: ProgrammeSubject, for reader: Reader) -> HTML {
    var lacks: [HTML] = []
    if about.phase != .evaluation {
      lacks.append(HTML(reader.text("programme.end.not-in-evaluation")))
    } else if about.presentEvaluation == nil {
      lacks.append(
        """
        <a href="\(reader.to(Site.programme(about.id, "evaluation")))">\
        \(reader.text("programme.end.not-evaluated"))</a>
        """)
    }
    for running in about.interventions where running.status == .running {
      let link = Site.programme(about.id, "interventions", running.id.description)
      lacks.append(
        """
        <a href="\(reader.to(link))">\
        \(reader.text("programme.end.running", ["name": .text(running.plan.name.description)]))</a>
        """)
    }
    guard !lacks.isEmpty else { return .nothing }
    return """
      <div class="message message-warn">\(Icon.warning)<div>
      <p>\(reader.text("programme.end.lacks"))</p>
      <ul>\(lacks.map { "<li>\($0)</li>" })</ul>
      </div></div>
      """
  }
}
