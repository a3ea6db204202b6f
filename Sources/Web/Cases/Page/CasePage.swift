import Domain
import ReadModels

/// The page of one case: what it is about, what has to be done, what was done and found, and its documents.
struct CasePage {
  let about: CaseSubject

  var reader: Reader { about.reader }
  private var file: CaseFileRow { about.file }

  var page: Page {
    Page(
      file.title.description,
      kicker: reader.text("case.kicker", ["number": .text("\(file.number)")]),
      trail: [Crumb(reader.text("cases.title"), Site.cases)],
      body: """
        \(tabs)
        <p class="row">\(file.badges(for: reader))</p>
        \(NearestLegalDay(about: about).html)\
        <div class="beside">
        <div>\(facts)</div>
        <div>\(steps)</div>
        </div>
        \(outcome)\(CaseTasksPart(about: about).html)\(CaseLogPart(about: about).html)\
        \(CaseReportsPart(about: about).html)\(CaseDocumentsPart(about: about).html)\
        \(CaseSurveysPart(about: about).html)\(CasePublicationsPart(about: about).html)\
        \(CaseRetentionPart(about: about).html)\(relations)
        """)
  }

  private var tabs: HTML {
    let history = Site.caseFile(about.id, "history")
    return Tabs.html(
      [
        .init(reader.text("case.tab.case"), about.page),
        .init(reader.text("case.tab.history"), history),
      ], label: reader.text("case.tabs"), for: reader)
  }

  private var facts: HTML {
    var list = SummaryList()
    let isOpen = about.isOpen
    list.add(
      reader.text("case.field.title"), text: file.title.description,
      change: about.form("title", when: isOpen))
    list.add(
      reader.text("case.field.subject"), subject, change: about.form("subject", when: isOpen))
    list.add(reader.text("case.field.origin"), origin)
    list.add(
      reader.text("case.field.programme"), programme,
      change: about.form("programme", when: isOpen))
    list.add(
      reader.text("case.field.group"), text: file.targetGroup.flatMap { about.names.name(of: $0) })
    list.add(reader.text("case.field.handlers"), handlers)
    list.add(
      reader.text("case.field.confidentiality"), text: reader.text(file.confidentiality.name),
      change: about.form("confidentiality", when: isOpen))
    list.add(reader.text("case.field.opened-on"), reader.time(file.openedOn))
    list.add(
      reader.text("case.field.changed"),
      "\(reader.time(about.change.recordedAt)), \(about.change.by.map { about.names.name(of: $0) } ?? "")"
    )
    return list.html(for: reader)
  }

  /// Where it came from; the way back to the intervention of the programme that it came of.
  private var origin: HTML {
    let words = file.origin.words(naming: about.origin?.plan.name.description, for: reader)
    guard let origin = about.origin else { return HTML(words) }
    let page = Site.programme(origin.home.programme, "interventions", origin.id.description)
    guard reader.maySee(page) else { return HTML(words) }
    return "<a href=\"\(reader.to(page))\">\(words)</a>"
  }

  private var subject: HTML? {
    about.entity.map { "<a href=\"\(reader.to(Site.entity($0.id)))\">\($0.name)</a>" }
  }

  private var programme: HTML? {
    guard let programme = file.programme else {
      return HTML(reader.text("case.regular-supervision"))
    }
    return about.names.name(of: programme).map {
      "<a href=\"\(reader.to(Site.programme(programme)))\">\($0)</a>"
    }
  }

  private var handlers: HTML {
    let names = file.handlers.map { person -> HTML in
      let name = about.names.name(of: person)
      let end = about.form(
        "handlers", person.description, "end", when: about.isOpen && file.handlers.count > 1)
      return "<li>\(name) \(Act.html("case.act.release", on: name, to: end, for: reader))</li>\n"
    }
    let add = about.form("handlers", when: about.isOpen)
    return """
      <ul class="plain">\(names)</ul>\(Act.html("case.act.add-handler", on: nil, to: add, for: reader))
      """
  }

  /// What comes next: the plan, the visit, and the end.
  private var steps: HTML {
    let isOpen = about.isOpen
    let publications = PublicationSteps(about: about)
    let begin: [(Phrase, Link?)] = [
      ("case.act.log", about.form("interventions", when: isOpen)),
      (file.plan == nil ? "case.act.plan" : "case.act.replan", about.form("plan", when: isOpen)),
      ("case.act.add-task", about.form("tasks", when: isOpen)),
      ("case.act.file", about.form("documents", when: isOpen)),
    ]
    let end: [(Phrase, Link?)] = [
      ("case.act.close", about.form("outcome", when: isOpen)),
      ("case.act.reopen", about.form("reopening", when: !isOpen)),
    ]
    let shown = (begin + publications.buttons + end).compactMap { words, link in
      link.map { (words, $0) }
    }
    let waiting = publications.waiting
    guard isOpen || !shown.isEmpty || !waiting.isEmpty else { return .nothing }
    let links = shown.enumerated().map { place, button in
      Button.link(
        reader.text(button.0), to: reader.to(button.1), place == 0 ? .primary : .secondary)
    }
    return """
      <section class="next-steps" aria-labelledby="next-steps-title">
      <h2 id="next-steps-title">\(reader.text("case.next.title"))</h2>
      \(plan)\(waiting)<p class="row">\(links.joined())</p>
      </section>

      """
  }

  private var plan: HTML {
    guard let plan = file.plan else {
      return about.isOpen ? "<p>\(reader.text("case.plan.none"))</p>\n" : .nothing
    }
    let day = plan.day.map { reader.day($0) } ?? reader.text("case.plan.no-day")
    let checklist = about.plannedChecklist.map { title -> HTML in
      """
      <br><span class="muted">\(reader.text(
        "case.plan.checklist", ["title": .text(title.description)]))</span>
      """
    }
    return """
      <p>\(about.names.name(of: plan.kind)), \(day)\
      \(plan.place.map { ", \($0)" })\(checklist)</p>
      \(plan.purpose.map(\.html))
      """
  }

  private var outcome: HTML {
    guard let outcome = file.outcome, let day = file.closedOn else { return .nothing }
    var list = SummaryList()
    list.add(reader.text("case.field.result"), text: reader.text(outcome.result.name))
    list.add(
      reader.text("case.field.compliance"), text: outcome.compliance.map { reader.text($0.name) })
    list.add(reader.text("case.field.harm"), outcome.harmAvoided.map(\.html))
    list.add(reader.text("case.field.explanation"), outcome.explanation.map(\.html))
    list.add(reader.text("case.field.closed-on"), reader.time(day))
    list.add(reader.text("case.field.counts-in"), countsIn)
    return Part.html("outcome", "case.outcome-title", list.html(for: reader), for: reader)
  }

  /// The figures of its programme that it is part of, each with the way to it.
  private var countsIn: HTML? {
    guard !about.countsIn.isEmpty else { return nil }
    let items = about.countsIn.map { indicator -> HTML in
      let page = Site.programme(
        indicator.home.programme, "indicators", indicator.id.description)
      return "<li><a href=\"\(reader.to(page))\">\(indicator.title)</a></li>\n"
    }
    return "<ul class=\"plain\">\n\(items)</ul>"
  }

  private var relations: HTML {
    let add = Act.html(
      "case.act.relate", on: nil, to: about.form("relations", when: about.isOpen), for: reader)
    guard !about.related.isEmpty else {
      return Part.html(
        "related", "case.related", EmptyState.html(reader.text("case.related.none")),
        actions: add, for: reader)
    }
    let items = about.related.map { other -> HTML in
      // What another case says of this one is taken back there.
      let isOwn = file.related.contains(other.id)
      let end = about.form("relations", other.id.description, "end", when: about.isOpen && isOwn)
      return """
        <li><a href="\(reader.to(Site.caseFile(other.id)))">\(other.number.description) \(other.title)</a>\
        \(Act.html("case.act.unrelate", on: "\(other.number)", to: end, for: reader))</li>

        """
    }
    return Part.html(
      "related", "case.related", "<ul class=\"things\">\n\(items)</ul>\n\(unshown)", actions: add,
      for: reader)
  }

  /// How many more cases name this one, with the way to all that do.
  private var unshown: HTML {
    guard about.unshownCount > 0 else { return .nothing }
    let list = Site.cases.with("naming", about.id.description)
    return """
      <p>\(reader.text("case.related.unshown", count: about.unshownCount)) \
      <a href="\(reader.to(list))">\(reader.text("case.related.all"))</a></p>

      """
  }
}
