import Domain
import ReadModels

/// The page of one finding: where it stands in the matrix, what is done about it, and by when.
struct FindingPage {
  let about: FindingSubject

  private var reader: Reader { about.reader }
  private var dossier: Enforcement.Dossier { about.dossier }

  var page: Page {
    Page(
      about.row.finding.rule.description,
      kicker: reader.text("enforcement.kicker", ["number": .text("\(about.file.file.number)")]),
      trail: about.file.trail(for: reader),
      body: """
        <p class="row">\(badges)</p>
        <div class="beside">
        <div>\(facts)</div>
        <div>\(FindingSteps(about: about).html)\(days)\(warnings)</div>
        </div>
        \(FindingPlacePart(about: about).html)\(FindingActionsPart(about: about).html)\(course)
        """)
  }

  private var badges: HTML {
    let outcome = about.row.finding.outcome
    let ending = dossier.conclusion?.value.ending
    let withdrawn: HTML =
      about.row.withdrawn == nil
      ? .nothing : StatusBadge.html(reader.text("enforcement.finding-withdrawn"), .neutral)
    return """
      \(StatusBadge.html(reader.text(outcome.name), outcome.tone))\
      \(ending.map { StatusBadge.html(reader.text($0.name), $0.tone) })\(withdrawn)
      """
  }

  private var facts: HTML {
    let (finding, isTime) = (about.row.finding, about.isUnderway)
    var list = SummaryList()
    list.add(reader.text("case.field.rule"), text: finding.rule.description)
    list.add(reader.text("case.field.basis"), text: finding.legalBasis?.description)
    list.add(reader.text("case.field.description"), finding.description?.html)
    list.add(reader.text("enforcement.field.found-on"), reader.time(about.foundOn))
    list.add(
      reader.text("enforcement.field.report"), dossier.report.map { reader.time($0.on) },
      change: about.form("report", when: isTime && dossier.report != nil))
    list.add(
      reader.text("enforcement.field.prosecution"),
      text: dossier.prosecution.map {
        "\(reader.text($0.value.name)), \(reader.day($0.on))"
      }, change: about.form("prosecution", when: isTime))
    return list.html(for: reader)
  }

  /// Every legal day that is waited for, the first on top.
  private var days: HTML {
    guard !about.legalDays.isEmpty else { return .nothing }
    let items = about.legalDays.map { "<li>\($0.html(for: reader))</li>\n" as HTML }
    return Part.html(
      "days", "enforcement.days-title", "<ul class=\"plain\">\n\(items)</ul>\n", for: reader)
  }

  /// What the law asks and is not there; it warns, and leaves the decision to people.
  private var warnings: HTML {
    guard !about.warnings.isEmpty else { return .nothing }
    let items = about.warnings.map { warning -> HTML in
      """
      <li>\(StatusBadge.html(warning.article.words(for: reader), .warn)) \
      \(warning.words(for: reader))</li>

      """
    }
    return Part.html(
      "warnings", "enforcement.warnings-title", "<ul class=\"plain\">\n\(items)</ul>\n", for: reader
    )
  }

  /// What happened that is part of no action.
  private var course: HTML {
    guard about.enforcement != nil else { return .nothing }
    return Part.html(
      "course", "enforcement.course-title", EnforcementSteps(about: about).html(of: nil),
      for: reader)
  }
}

/// What can be done about a finding now.
struct FindingSteps {
  let about: FindingSubject

  private var reader: Reader { about.reader }
  private var dossier: Enforcement.Dossier { about.dossier }

  var html: HTML {
    let shown = buttons.compactMap { words, link in link.map { (words, $0) } }
    let links = shown.enumerated().map { place, button in
      Button.link(
        reader.text(button.0), to: reader.to(button.1), place == 0 ? .primary : .secondary)
    }
    guard !links.isEmpty || dossier.proposal != nil || ending != .nothing else { return .nothing }
    return """
      <section class="next-steps" aria-labelledby="next-steps-title">
      <h2 id="next-steps-title">\(reader.text("case.next.title"))</h2>
      \(waiting)\(unrecorded)<p class="row">\(links.joined())\(ending)</p>
      </section>

      """
  }

  private var buttons: [(Phrase, Link?)] {
    let isTime = about.isUnderway
    let isUnchosen = dossier.choice == nil && dossier.proposal == nil
    let isAnothers = dossier.proposal.map { $0.value.by != reader.visitor.person?.id } ?? false
    return [
      ("enforcement.act.report", form("report", isTime && dossier.report == nil)),
      ("enforcement.act.place", form("position", isTime && dossier.placement == nil)),
      (
        "enforcement.act.choose",
        form("measure", isTime && dossier.placement != nil && isUnchosen)
      ),
      ("enforcement.act.confirm", form("confirmation", isTime && isAnothers)),
      ("enforcement.act.decline", form("rejection", isTime && isAnothers)),
      (
        "enforcement.act.announce",
        form("intention", isTime && dossier.awaitsAction && isBurdensome)
      ),
      ("enforcement.act.decide-at-once", form("decision", isTime && dossier.awaitsAction)),
      (
        "enforcement.act.reopen",
        form("reopening", about.isEnforceable && dossier.conclusion != nil)
      ),
    ]
  }

  /// The way out, which is never what a page urges.
  private var ending: HTML {
    let isTime = about.isUnderway && about.enforcement != nil
    return form("outcome", isTime).map {
      Button.link(reader.text("enforcement.act.end"), to: reader.to($0), .secondary)
    } ?? .nothing
  }

  private var isBurdensome: Bool { dossier.choice?.value.measure.isBurdensomeDecision ?? false }

  private func form(_ part: String, _ isTime: Bool) -> Link? { about.form(part, when: isTime) }

  /// That an inspection report went out, which counts here once it is recorded.
  private var unrecorded: HTML {
    guard dossier.report == nil, form("report", about.isUnderway) != nil,
      let issued = about.issuedReport
    else { return .nothing }
    let words = reader.text(
      "enforcement.report-issued",
      [
        "number": .text(about.file.number(of: issued).description),
        "day": .text(reader.day(issued.issuedOn)),
      ])
    return "<p>\(words)</p>\n"
  }

  /// For whom one waits before anything can go on.
  private var waiting: HTML {
    guard let proposal = dossier.proposal?.value else { return .nothing }
    let words = reader.text(
      "enforcement.waits-for-another",
      [
        "measure": .phrase(proposal.measure.name),
        "person": .text(about.file.names.name(of: proposal.by)),
      ])
    return "<p>\(words)</p>\n"
  }
}

extension Enforcement.Dossier {
  /// Whether a measure was chosen and no action of it goes on that began since.
  var awaitsAction: Bool {
    choice != nil && !isChoiceBegun
  }
}
