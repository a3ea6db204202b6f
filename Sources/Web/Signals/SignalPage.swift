import Domain
import ReadModels

/// The page of one signal: what it says, what was answered, and what comes next.
enum SignalPage {
  static func page(_ about: SignalSubject) -> Page {
    let (signal, reader) = (about.signal, about.reader)
    return Page(
      signal.message.title.description, kicker: reader.text("signal.kicker"),
      trail: [Crumb(reader.text("signals.title"), Site.signals)],
      body: """
        \(tabs(about))
        <p class="row">\(signal.badge(for: reader))\
        \(signal.lateness(for: reader))\(signal.waiting(for: reader))</p>
        <div class="beside">
        <div>\(facts(about))</div>
        <div>\(SignalSteps.html(about))</div>
        </div>
        \(Part.html(
          "message", "signal.field.text", signal.message.text.html,
          actions: act("signal.act.change", about.form("message", when: signal.sentOn == nil), reader),
          for: reader))
        \(responses(about))
        """)
  }

  private static func tabs(_ about: SignalSubject) -> HTML {
    let reader = about.reader
    let history = Site.signal(about.id, "history")
    guard reader.maySee(history) else { return .nothing }
    return Tabs.html(
      [
        .init(reader.text("signal.tab.signal"), about.page),
        .init(reader.text("signal.tab.history"), history),
      ], label: reader.text("signal.tabs"), for: reader)
  }

  private static func facts(_ about: SignalSubject) -> HTML {
    let (signal, reader) = (about.signal, about.reader)
    let message = about.form("message", when: signal.sentOn == nil)
    var list = SummaryList()
    list.add(
      reader.text("signal.field.kind"), text: reader.text(signal.message.kind.name),
      change: message)
    list.add(
      reader.text("signal.field.addressee"), text: reader.text(signal.message.addressee.name),
      change: message)
    list.add(
      reader.text("signal.field.due"), signal.due(for: reader),
      change: about.form("due-day", when: signal.status != .handled))
    list.add(
      reader.text("signal.fact.public"), signal.publicity(for: reader),
      change: about.form(signal.isPublic ? "withholding" : "publication", when: true))
    list.add(reader.text("signal.fact.raised"), reader.time(signal.raisedOn))
    list.add(
      reader.text("signal.fact.sent"),
      signal.sentOn.map { reader.time($0) } ?? HTML(reader.text("signal.not-sent")))
    list.add(reader.text("signal.fact.origin"), origin(signal.origin, reader))
    list.add(
      reader.text("signal.fact.changed"),
      "\(reader.time(about.change.recordedAt)), \(about.name(about.change.by))")
    return list.html(for: reader)
  }

  private static func origin(_ origin: Signal.Origin, _ reader: Reader) -> HTML {
    switch origin {
    case .decision(let reference):
      let page = Site.exploration(
        reference.exploration, "decisions", reference.decision.description)
      return "<a href=\"\(reader.to(page))\">\(reader.text("signal.origin.decision"))</a>"
    case .known(let source, let certainty):
      return """
        \(reader.source(source)) <span class="muted">(\(reader.text(certainty.name)))</span>
        """
    }
  }

  private static func responses(_ about: SignalSubject) -> HTML {
    let reader = about.reader
    let add = about.form("responses", when: about.signal.sentOn != nil)
    guard !about.responses.isEmpty else {
      let button = add.map {
        Button.link(reader.text("signal.act.respond"), to: reader.to($0), .secondary)
      }
      return Part.html(
        "responses", "signal.responses",
        EmptyState.html(reader.text("signal.response.empty"), action: button ?? .nothing),
        for: reader)
    }
    let list = about.responses.map { row -> HTML in
      """
      <li><h3>\(row.response.from)</h3>
      \(row.response.text.html)
      <p class="muted">\(reader.time(row.respondedOn)) · \
      \(reader.text("signal.recorded-by", ["person": .text(about.name(row.recordedBy))]))</p></li>

      """
    }
    return Part.html(
      "responses", "signal.responses", "<ul class=\"entries\">\n\(list)</ul>\n",
      actions: act("signal.act.respond", add, reader), for: reader)
  }

  private static func act(_ words: Phrase, _ form: Link?, _ reader: Reader) -> HTML {
    Act.html(words, on: nil, to: form, for: reader)
  }
}

/// What comes next for a signal.
enum SignalSteps {
  static func html(_ about: SignalSubject) -> HTML {
    let reader = about.reader
    return """
      <section class="next-steps" aria-labelledby="next-steps-title">
      <h2 id="next-steps-title">\(reader.text("signal.next.title"))</h2>
      <p>\(reader.text(sentence(about.signal)))</p>
      \(buttons(about))
      </section>

      """
  }

  private static func sentence(_ signal: SignalRow) -> Phrase {
    guard signal.sentOn != nil else { return "signal.next.send" }
    switch (signal.status, signal.message.kind) {
    case (.handled, _): return "signal.next.none"
    case (.open, .informing), (.inTreatment, .informing): return "signal.next.handle"
    case (.open, .askingAction), (.inTreatment, .askingAction):
      return signal.responseCount == 0 ? "signal.next.respond" : "signal.next.handle"
    }
  }

  private static func buttons(_ about: SignalSubject) -> HTML {
    let signal = about.signal
    let isSent = signal.sentOn != nil
    let needsResponse = signal.message.kind == .askingAction && signal.responseCount == 0
    let steps: [(Phrase, Link?)] = [
      ("signal.act.send", about.form("sending", when: !isSent)),
      (
        "signal.act.respond",
        about.form("responses", when: isSent && needsResponse && signal.status != .handled)
      ),
      (
        "signal.act.handle",
        about.form("handling", when: isSent && !needsResponse && signal.status != .handled)
      ),
      ("signal.act.treat", about.form("treatment", when: isSent && signal.status == .open)),
      ("signal.act.reopen", about.form("reopening", when: signal.status == .handled)),
    ]
    let links = steps.compactMap { words, form in form.map { (words, $0) } }
    let shown = links.enumerated().map { index, step in
      Button.link(
        about.reader.text(step.0), to: about.reader.to(step.1),
        index == 0 && signal.status != .handled ? .primary : .secondary)
    }
    return shown.isEmpty ? .nothing : "<p class=\"row\">\(shown)</p>"
  }
}
