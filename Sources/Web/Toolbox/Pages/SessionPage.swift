import Domain
import ReadModels

/// A session: who took part, what was said, where that is known from and what was added to it, and the rounds of scores.
enum SessionPage {
  static func page(_ session: SessionRow, of about: ToolboxSubject) -> Page {
    let reader = about.reader
    return Page(
      session.convening.title.description,
      kicker: reader.text(
        "toolbox.session.kicker",
        [
          "form": .phrase(session.convening.form.name),
          "step": .phrase(session.convening.step.name),
        ]),
      trail: about.trail(for: reader), scripts: [LiveParts.script],
      body: """
        \(beacon(session, about))
        \(standing(session, about))
        \(live("participants", "toolbox.participants", participants(session, about), reader))
        \(live("rounds", "toolbox.rounds", RoundsPart.html(session, about), reader))
        \(live("notes", "toolbox.notes", notes(session, about), reader))
        \(live("sources", "toolbox.sources", sources(session, about), reader))
        \(live("attachments", "toolbox.attachments", AttachmentsPart.html(session, about), reader))
        """)
  }

  private static func beacon(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    let page = Site.toolbox(about.id, "sessions", session.id.description)
    return LiveParts.beacon(
      at: Site.changes(of: page), of: page, version: about.version, for: about.reader)
  }

  private static func live(_ id: String, _ name: Phrase, _ part: HTML, _ reader: Reader) -> HTML {
    LiveParts.part(id, named: reader.text(name), part)
  }

  private static func standing(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let isOpen = session.concludedOn == nil
    var list = SummaryList()
    list.add(
      reader.text("toolbox.field.held-on"), reader.time(session.convening.heldOn),
      change: about.form(session, "wording", when: isOpen))
    list.add(
      reader.text("toolbox.session.concluded"), session.concludedOn.map { reader.time($0) },
      change: about.form(session, isOpen ? "conclusion" : "reopening", when: true))
    return list.html(for: reader)
  }

  private static func participants(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let isOpen = session.concludedOn == nil
    let seats = session.seats.map { seat -> HTML in
      let name = about.name(of: seat.participant)
      return """
        <li><span>\(name)</span>\
        \(about.act("take-part.link.act", on: name, link(to: seat, in: session, about)))\
        \(about.act("toolbox.act.excuse", on: name, about.form(session, "participants", seat.id.description, "end", when: isOpen)))</li>

        """
    }
    let body: HTML =
      seats.isEmpty
      ? EmptyState.html(reader.text("toolbox.participants.empty"))
      : "<ul class=\"things\">\n\(seats)</ul>\n"
    return Part.html(
      "participants", "toolbox.participants", body,
      actions: about.act(
        "toolbox.act.invite", about.form(session, "participants", when: isOpen)), for: reader)
  }

  /// Where a guest gets a personal link; colleagues sign in.
  private static func link(
    to seat: SessionRow.Seat, in session: SessionRow, _ about: ToolboxSubject
  ) -> Link? {
    let isGuest =
      switch seat.participant {
      case .guest: true
      case .colleague: false
      }
    return about.form(
      session, "participants", seat.id.description, "link",
      when: isGuest && session.concludedOn == nil)
  }

  private static func notes(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    return Part.html(
      "notes", "toolbox.notes",
      session.notes?.html ?? EmptyState.html(reader.text("toolbox.notes.empty")),
      actions: about.act(
        "toolbox.act.notes", about.form(session, "notes", when: session.concludedOn == nil)),
      for: reader)
  }

  private static func sources(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let isOpen = session.concludedOn == nil
    let list = session.sources.map { note -> HTML in
      let name = note.source.text.description
      return """
        <li><span>\(reader.source(note.source))</span>\
        \(about.act("references.act.remove", on: name, about.form(session, "sources", note.id.description, "end", when: isOpen)))</li>

        """
    }
    let body: HTML =
      list.isEmpty
      ? EmptyState.html(reader.text("toolbox.sources.empty"))
      : "<ul class=\"things\">\n\(list)</ul>\n"
    return Part.html(
      "sources", "toolbox.sources", body,
      actions: about.act(
        "toolbox.act.add-source", about.form(session, "sources", when: isOpen)), for: reader)
  }
}

extension ToolboxSubject {
  /// The form of a session at these parts of its address; nil for who may not use it, or when it is not the time.
  func form(_ session: SessionRow, _ parts: String..., when isTime: Bool) -> Link? {
    form(["sessions", session.id.description] + parts, when: isTime)
  }
}

/// The rounds of a session: those that are open with who scored, those that were closed with how far the scores lie
/// apart.
enum RoundsPart {
  static func html(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let rounds = session.rounds.map { round -> HTML in
      """
      <section aria-labelledby="round-\(round.id)"><h3 id="round-\(round.id)">\(round.round.title)</h3>
      \(round.closedOn == nil ? open(round, in: session, about) : closed(round, about))</section>

      """
    }
    let isOpen = session.concludedOn == nil
    return Part.html(
      "rounds", "toolbox.rounds",
      rounds.isEmpty ? EmptyState.html(reader.text("toolbox.rounds.empty")) : rounds.joined(),
      actions: about.act("toolbox.act.open-round", about.form(session, "rounds", when: isOpen)),
      for: reader)
  }

  /// What others scored is not said; only how many did.
  private static func open(
    _ round: SessionRow.Round, in session: SessionRow, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    let scored = about.scores.count { $0.round == round.id }
    let mayScore = reader.visitor.person.flatMap { session.seat(of: $0.id) } != nil
    let forms: [(Phrase, Link?, Button.Weight)] = [
      (
        "toolbox.act.score",
        about.form(session, "rounds", round.id.description, "scores", when: mayScore), .primary
      ),
      (
        "toolbox.act.close-round",
        about.form(session, "rounds", round.id.description, "closing", when: scored > 0),
        .secondary
      ),
    ]
    let buttons = forms.map { words, form, weight in
      form.map { Button.link(reader.text(words), to: reader.to($0), weight) } ?? .nothing
    }
    return """
      <p>\(reader.text(
        "toolbox.round.scored",
        ["count": .number(scored), "of": .number(session.seats.count)]))</p>
      <p class="row">\(buttons.joined())</p>

      """
  }

  /// How far the scores of everybody lie apart.
  static func closed(_ round: SessionRow.Round, _ about: some RoundSubject) -> HTML {
    let reader = about.reader
    let answers = about.scores.filter { $0.round == round.id }.flatMap(\.answers)
    var table = DataTable("spread-\(round.id)", caption: reader.text("toolbox.spread.caption"))
    table.column(reader.text("toolbox.column.question"))
    table.column(reader.text("toolbox.column.count"), .number)
    table.column(reader.text("toolbox.column.median"), .number)
    table.column(reader.text("toolbox.column.spread"), .words)
    table.column(reader.text("toolbox.column.remarks"), .sentences)
    for question in round.round.questions {
      let given = answers.filter { $0.question == question.id }
      guard let spread = Spread(of: given.map(\.score)) else { continue }
      table.row(
        "\(reader.text(question.subject.label)): \(about.words(for: question.subject))",
        HTML(reader.number(spread.count)), HTML(median(spread, reader)),
        SpreadDrawing.html(spread, reader),
        given.compactMap(\.remark).map { "<p>\($0)</p>" as HTML }.joined())
    }
    return table.html(for: reader)
  }

  private static func median(_ spread: Spread, _ reader: Reader) -> String {
    let doubled = Int64(spread.medianDoubled) * 5
    return Quantity(mantissa: doubled, scale: 1).map { reader.number($0) } ?? ""
  }
}

/// How often each score was given, as five bars, and in words where the scores lie.
enum SpreadDrawing {
  static func html(_ spread: Spread, _ reader: Reader) -> HTML {
    let most = max(1, spread.counts.max() ?? 1)
    let bars = spread.counts.enumerated().map { index, count -> HTML in
      let height = count * 28 / most
      return """
        <rect class="bar-fill bar-fill-info" x="\(index * 16)" y="\(30 - height)" width="12" \
        height="\(height)"/>
        """
    }
    let words = reader.text(
      "toolbox.spread.words",
      ["low": .number(spread.lowest.rawValue), "high": .number(spread.highest.rawValue)])
    return """
      <span class="bar"><svg class="bar-drawing" viewBox="0 0 80 32" width="80" height="32" \
      aria-hidden="true" focusable="false">\(bars.joined())<line class="bar-target" x1="0" y1="31" \
      x2="78" y2="31"/></svg> <span class="bar-words">\(words)</span>\
      \(spread.isWide ? StatusBadge.html(reader.text("toolbox.spread.wide"), .warn) : .nothing)</span>
      """
  }
}
