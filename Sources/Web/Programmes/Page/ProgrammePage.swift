import Domain
import ReadModels

/// The page of one programme: why, what, how, what it yields, and how it went.
struct ProgrammePage {
  let view: ProgrammeView

  private var about: ProgrammeSubject { view.about }
  private var reader: Reader { view.reader }

  init(_ about: ProgrammeSubject) { view = ProgrammeView(about: about) }

  var page: Page {
    Page(
      about.label.name.description, kicker: about.kicker,
      trail: [Crumb(reader.text("portfolio.title"), Site.home)],
      body: """
        \(tabs)
        \(StandingMessages.html(view))
        \(CourseSection.steps(about))
        <div class="beside">
        <div>\(facts)</div>
        <div>\(NextSteps.html(view))</div>
        </div>
        \(contents)
        \(WhySection.html(view))
        \(WhatSection.html(view))
        \(HowSection.html(view))
        \(YieldSection.html(view))
        \(CourseSection.html(view))
        """)
  }

  private var tabs: HTML {
    let history = Site.programme(about.id, "history")
    guard reader.maySee(history) else { return .nothing }
    return Tabs.html(
      [
        .init(reader.text("programme.tab.programme"), Site.programme(about.id)),
        .init(reader.text("programme.tab.toolbox"), Site.toolbox(about.id)),
        .init(reader.text("programme.tab.history"), history),
      ], label: reader.text("programme.tabs"), for: reader)
  }

  private var facts: HTML {
    var list = SummaryList()
    list.add(
      reader.text("programme.fact.manager"),
      text: about.people.manager(about.programme.manager, for: reader),
      change: change("manager"))
    list.add(
      reader.text("programme.fact.term"),
      "\(reader.time(about.term.start)) – \(reader.time(about.term.end))",
      change: change("extension"))
    list.add(reader.text("programme.fact.review"), reader.time(about.term.review))
    list.add(
      reader.text("programme.fact.label"),
      text: reader.text(
        "programme.fact.label-value",
        ["number": .number(about.label.number), "year": .text(about.label.planYear.description)]),
      change: change("name"))
    list.add(reader.text("programme.fact.origin"), OriginWords.html(about.programme, reader))
    list.add(
      reader.text("programme.fact.changed"),
      "\(reader.time(about.change.recordedAt))\(by(about.change.by))")
    return list.html(for: reader)
  }

  private func by(_ person: PersonID?) -> HTML {
    person.map { HTML(", \(about.people.name(ofActor: $0, for: reader))") } ?? .nothing
  }

  private func change(_ part: String) -> Link? {
    view.may([part]) ? view.link([part]) : nil
  }

  private var contents: HTML {
    let parts: [(String, Phrase)] = [
      ("why", "programme.why"), ("what", "programme.what"), ("how", "programme.how"),
      ("yield", "programme.yield"), ("course", "programme.course"),
    ]
    return """
      <nav class="contents" aria-label="\(reader.text("programme.contents"))">
      <ul>
      \(parts.map { "<li><a href=\"\("#" + $0.0)\">\(reader.text($0.1))</a></li>\n" })</ul>
      </nav>

      """
  }
}

extension ProgrammeSubject {
  /// What kind of thing it is, in small above its name.
  var kicker: String {
    reader.text(
      "programme.kicker",
      ["number": .number(label.number), "year": .text(label.planYear.description)])
  }
}

/// How a programme came to be known here.
enum OriginWords {
  static func html(_ programme: ProgrammeRow, _ reader: Reader) -> HTML {
    switch programme.origin {
    case .decision(let reference):
      return """
        <a href="\(reader.to(Site.exploration(reference.exploration)))">\
        \(reader.text("programme.origin.decision"))</a>
        """
    case .plan(let adoption):
      return """
        \(adoption.plan). \(reader.text("programme.source")) \(reader.source(adoption.source)) \
        <span class="muted">(\(reader.text(adoption.certainty.name)))</span>
        """
    }
  }
}

/// What must be known before anything else on the page: that it ended, or that it should have.
enum StandingMessages {
  static func html(_ view: ProgrammeView) -> HTML {
    let (programme, reader) = (view.about.programme, view.reader)
    if let ending = programme.ending {
      return message(
        .info,
        """
        \(reader.text("programme.ended-on", ["day": .text(reader.day(ending.day))])) \
        \(ending.reason)
        """)
    }
    guard programme.term.end < reader.dayShown else { return .nothing }
    return message(
      .warn,
      """
      \(reader.text("programme.term-passed", ["day": .text(reader.day(programme.term.end))])) \
      \(reader.text("programme.term-passed-todo"))
      """)
  }

  private static func message(_ tone: Tone, _ words: HTML) -> HTML {
    "<div class=\"message message-\(tone.rawValue)\">\(Icon.of(tone))<p>\(words)</p></div>\n"
  }
}
