import Domain
import ReadModels

/// The reference set: the edition that counts, those before it, and the way to the draft.
enum ReferencesPage {
  static func page(_ about: ReferencesSubject) -> Page {
    let reader = about.reader
    return Page(
      reader.text("references.title"),
      body: """
        <p class="lead">\(reader.text("references.lead"))</p>
        \(about.editions.first.map { present($0, about) } ?? none(about))
        """)
  }

  private static func none(_ about: ReferencesSubject) -> HTML {
    let reader = about.reader
    let adoption = Link(segments: Site.references.segments + ["adoption"])
    let action =
      reader.mayPost(to: adoption)
      ? Button.link(reader.text("references.act.adopt"), to: reader.to(adoption)) : .nothing
    return EmptyState.html(reader.text("references.empty"), action: action)
  }

  private static func present(_ row: EditionRow, _ about: ReferencesSubject) -> HTML {
    let reader = about.reader
    return """
      \(tabs(about))
      \(draft(about))
      <p>\(EditionWords.published(row, reader))</p>
      \(EditionParts.html(row.edition, reader))
      \(earlier(about))
      """
  }

  private static func tabs(_ about: ReferencesSubject) -> HTML {
    let reader = about.reader
    // Who sees one programme is shown no change of what belongs to none.
    let history = about.change.map { _ in
      Tabs.Tab(reader.text("history.tab"), Site.referencesHistory)
    }
    return Tabs.html(
      [
        .init(reader.text("references.title"), Site.references),
        .init(reader.text("algorithm.tab"), Site.suggestionRule),
      ] + [history].compactMap(\.self), label: reader.text("references.tabs"), for: reader)
  }

  private static func draft(_ about: ReferencesSubject) -> HTML {
    let reader = about.reader
    guard let draft = about.draft, reader.maySee(Site.referencesDraft) else { return .nothing }
    let state: Phrase =
      draft.proposal != nil
      ? "references.draft.waits"
      : draft.isChanged ? "references.draft.changed" : "references.draft.same"
    return """
      <p>\(reader.text(state)) \
      <a href="\(reader.to(Site.referencesDraft))">\(reader.text("references.draft"))</a></p>

      """
  }

  private static func earlier(_ about: ReferencesSubject) -> HTML {
    let reader = about.reader
    guard about.editions.count > 1 else { return .nothing }
    let list = about.editions.dropFirst().map { row -> HTML in
      """
      <li><a href="\(reader.to(Site.edition(row.number)))">\(EditionWords.name(row.number, reader))</a>, \
      \(EditionWords.published(row, reader))</li>

      """
    }
    return Part.html(
      "editions", "references.editions", "<ul>\n\(list)</ul>\n", actions: .nothing, for: reader)
  }
}

/// One edition of the reference set, as programmes that began with it still use it.
enum EditionPage {
  static func page(_ row: EditionRow, for reader: Reader) -> Page {
    Page(
      EditionWords.name(row.number, reader), kicker: reader.text("references.title"),
      trail: [Crumb(reader.text("references.title"), Site.references)],
      body: """
        <p>\(EditionWords.published(row, reader))</p>
        \(EditionParts.html(row.edition, reader))
        """)
  }
}

/// The draft of the next edition, with the forms to write it and to have it published by somebody else.
enum DraftPage {
  static func page(_ about: ReferencesSubject) -> Page {
    let reader = about.reader
    return Page(
      reader.text("references.draft"),
      trail: [Crumb(reader.text("references.title"), Site.references)],
      body: """
        <p class="lead">\(reader.text("references.draft.lead"))</p>
        \(standing(about))
        \(EditionParts.html(about.written, reader, writing: about))
        """)
  }

  private static func standing(_ about: ReferencesSubject) -> HTML {
    let reader = about.reader
    let isProposed = about.draft?.proposal != nil
    let forms: [(Phrase, Link?, Button.Weight)] = [
      (
        "references.act.propose",
        about.form("proposal", when: !isProposed && about.draft?.isChanged == true), .primary
      ),
      ("references.act.publish", about.form("publication", when: isProposed), .primary),
      ("references.act.return", about.form("return", when: isProposed), .secondary),
    ]
    let buttons = forms.map { words, form, weight in
      form.map { Button.link(reader.text(words), to: reader.to($0), weight) } ?? .nothing
    }
    return """
      \(about.draft?.proposal.map { proposed($0, about) })
      <p class="row">\(buttons.joined())</p>

      """
  }

  private static func proposed(_ proposal: DraftRow.Proposal, _ about: ReferencesSubject) -> HTML {
    let words = about.reader.text(
      "references.proposed",
      [
        "person": .text(about.people.name(proposal.by)),
        "day": .text(about.reader.day(proposal.on)),
      ])
    return """
      <div class="message message-info">\(Icon.of(.info))<p>\(words) \(proposal.note)</p></div>
      """
  }
}

/// What an edition holds: determinants, segments, and the matrix of types of intervention and what they fit.
///
/// A draft is written in what it is about; an edition, which never changes, is about nothing.
enum EditionParts {
  static func html(
    _ edition: References.Edition, _ reader: Reader, writing about: ReferencesSubject? = nil
  ) -> HTML {
    """
    \(determinants(edition, reader, about))
    \(segments(edition, reader, about))
    \(types(edition, reader, about))
    """
  }

  private static func determinants(
    _ edition: References.Edition, _ reader: Reader, _ about: ReferencesSubject?
  ) -> HTML {
    var table = DataTable(
      "determinants", caption: reader.text("references.determinants"), isCaptionHidden: true)
    table.column(reader.text("references.field.code"), .words)
    table.column(reader.text("references.field.name"))
    table.column(reader.text("references.field.group"), .words)
    table.column(reader.text("references.field.cluster"), .words)
    table.column(reader.text("programme.field.certainty"), .words)
    for row in edition.determinants {
      let (code, name) = (row.code.description, row.name.description)
      table.row(
        HTML(code),
        """
        \(name)\(row.question.map { "<p class=\"muted\">\($0)</p>" as HTML })\
        \(act("programme.act.rename", name, about?.writing("determinants", code, "wording"), reader))\
        \(act("references.act.remove", name, about?.writing("determinants", code, "end"), reader))
        """,
        HTML(reader.text(row.group.name)), HTML(reader.text(row.cluster.name)),
        HTML(reader.text(row.certainty.name)))
    }
    return Part.html(
      "determinants-part", "references.determinants", table.html(for: reader),
      actions: act("references.act.add", nil, about?.writing("determinants"), reader),
      for: reader)
  }

  private static func segments(
    _ edition: References.Edition, _ reader: Reader, _ about: ReferencesSubject?
  ) -> HTML {
    var table = DataTable(
      "segments", caption: reader.text("references.segments"), isCaptionHidden: true)
    table.column(reader.text("references.field.name"))
    table.column(reader.text("toolbox.column.complies"), .words)
    table.column(reader.text("programme.field.certainty"), .words)
    for row in edition.segments {
      let (key, name) = (row.key.description, row.name.description)
      table.row(
        """
        \(name)\
        \(act("programme.act.rename", name, about?.writing("segments", key, "wording"), reader))\
        \(act("references.act.remove", name, about?.writing("segments", key, "end"), reader))
        """,
        HTML(reader.text(row.complies ? "toolbox.complies" : "toolbox.violates")),
        HTML(reader.text(row.certainty.name)))
    }
    return Part.html(
      "segments-part", "references.segments", table.html(for: reader),
      actions: act("references.act.add", nil, about?.writing("segments"), reader), for: reader)
  }

  private static func types(
    _ edition: References.Edition, _ reader: Reader, _ about: ReferencesSubject?
  ) -> HTML {
    var table = DataTable(
      "types", caption: reader.text("references.types"), isCaptionHidden: true)
    table.column(reader.text("references.field.name"))
    table.column(reader.text("references.field.burden"), .number)
    table.column(reader.text("references.field.fits"))
    table.column(reader.text("programme.field.certainty"), .words)
    for row in edition.interventionTypes {
      let (key, name) = (row.key.description, row.name.description)
      table.row(
        """
        \(name)\
        \(act("programme.act.rename", name, about?.writing("types", key, "wording"), reader))\
        \(act("references.act.fits", name, about?.writing("types", key, "fits"), reader))\
        \(act("references.act.remove", name, about?.writing("types", key, "end"), reader))
        """,
        HTML(reader.number(row.burden.rawValue)),
        HTML(
          edition.determinants(fitting: row.key).map(\.code.description).joined(separator: ", ")),
        HTML(reader.text(row.certainty.name)))
    }
    return Part.html(
      "types-part", "references.types", table.html(for: reader),
      actions: act("references.act.add", nil, about?.writing("types"), reader), for: reader)
  }

  private static func act(
    _ words: Phrase, _ thing: String?, _ form: Link?, _ reader: Reader
  ) -> HTML {
    Act.html(words, on: thing, to: form, for: reader)
  }
}
