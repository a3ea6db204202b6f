import Authentication
import Domain
import ReadModels

/// What a guest sees of the session: what is asked in its rounds, and of those that are closed how far scores lie apart.
enum TakePartPage {
  /// A form that came back, with what is wrong with it.
  struct SentBack {
    let form: Form
    let round: RoundID
  }

  static func page(_ about: GuestSubject, at link: Link, sentBack: SentBack? = nil) -> Page {
    let reader = about.reader
    let convening = about.session.convening
    let rounds = about.session.rounds.map { round in
      LiveParts.part(
        "round-\(round.id)", named: round.round.title.description,
        section(round, about, at: link, sentBack?.round == round.id ? sentBack?.form : nil))
    }
    return Page(
      convening.title.description,
      kicker: reader.text(
        "toolbox.session.kicker",
        ["form": .phrase(convening.form.name), "step": .phrase(convening.step.name)]),
      width: .read, hasProblems: sentBack != nil, scripts: [LiveParts.script],
      body: """
        <p class="lead">\(reader.text(
          "take-part.lead",
          ["name": .text(about.name.description), "organisation": .text(reader.house.organisation)]))</p>
        <p>\(reader.text("take-part.how"))</p>
        \(until(reader))
        \(LiveParts.beacon(at: Site.changes(of: link), of: link, version: about.version, for: reader))
        \(LiveParts.part(
          "rounds", named: reader.text("toolbox.rounds"),
          rounds.isEmpty ? EmptyState.html(reader.text("take-part.empty")) : rounds.joined()))
        """)
  }

  private static func until(_ reader: Reader) -> HTML {
    guard let guest = reader.visitor.guest else { return .nothing }
    return """
      <p class="muted">\(reader.html("take-part.until", ["moment": reader.time(guest.until)]))</p>
      """
  }

  private static func section(
    _ round: SessionRow.Round, _ about: GuestSubject, at link: Link, _ sentBack: Form?
  ) -> HTML {
    """
    <section class="part" aria-labelledby="round-\(round.id)">
    <div class="part-head"><h2 id="round-\(round.id)">\(round.round.title)</h2></div>
    \(round.closedOn == nil
      ? open(round, about, at: link, sentBack) : closed(round, about, sentBack))</section>

    """
  }

  /// The form of a round with what was answered so far, which may be changed until it is closed.
  private static func open(
    _ round: SessionRow.Round, _ about: GuestSubject, at link: Link, _ sentBack: Form?
  ) -> HTML {
    let reader = about.reader
    let answers = about.answers(of: about.participant, in: round.id)
    let form = sentBack ?? Form(for: reader, filled: answers.filled.compactMapValues(\.self))
    let sheet = FormSheet.html(
      form, to: Site.takePart(link, round.id), button: "toolbox.scores.button",
      id: "round-\(round.id)", for: reader
    ) { sheet in
      for question in round.round.questions { sheet.answer(to: question, in: about) }
    }
    return """
      <p>\(reader.text(answers.isEmpty ? "take-part.open" : "take-part.answered"))</p>
      \(sheet)

      """
  }

  /// A form that came back after its round was closed only says so.
  private static func closed(
    _ round: SessionRow.Round, _ about: GuestSubject, _ sentBack: Form?
  ) -> HTML {
    let reader = about.reader
    let problems = (sentBack?.problems ?? []).map {
      ErrorSummary.Item(sentence: reader.text($0.problem.phrase))
    }
    return """
      \(ErrorSummary.html(problems, for: reader))
      \(RoundsPart.closed(round, about))
      """
  }
}
