import Domain
import ReadModels

/// One entry: what it says, what is proposed beside it, and what somebody can do with it.
enum BankEntryPage {
  static func page(_ about: BankSubject) -> Page {
    let (entry, reader) = (about.entry, about.reader)
    return Page(
      entry.article?.title.description ?? reader.text("bank.title"),
      kicker: entry.article.map { reader.text($0.kind.name) },
      trail: [Crumb(reader.text("bank.title"), Site.bank)],
      body: """
        \(tabs(about))
        <p class="row">\(BankWords.badges(entry, reader))</p>
        \(retired(about))\(steps(about))
        \(entry.article.map { ArticleView.html($0, about) })
        \(pending(about))
        \(facts(about))
        """)
  }

  private static func tabs(_ about: BankSubject) -> HTML {
    let reader = about.reader
    return Tabs.html(
      [
        .init(reader.text("bank.entry"), about.page),
        .init(reader.text("history.tab"), Site.bankEntry(about.id, "history")),
      ], label: reader.text("bank.tabs"), for: reader)
  }

  private static func retired(_ about: BankSubject) -> HTML {
    guard let drop = about.entry.drop else { return .nothing }
    let words = about.reader.text("bank.retired-on", ["day": .text(about.reader.day(drop.on))])
    return """
      <div class="message message-info">\(Icon.of(.info))<p>\(words) \(drop.because)</p></div>

      """
  }

  private static func steps(_ about: BankSubject) -> HTML {
    let entry = about.entry
    let isPending = entry.pending != nil
    let forms: [(Phrase, Link?, Button.Weight)] = [
      ("bank.act.accept", about.form("acceptance", when: isPending), .primary),
      ("bank.act.decline", about.form("refusal", when: isPending), .secondary),
      ("bank.act.amend", about.form("text", when: true), .secondary),
      ("bank.act.confirm", about.form("review", when: entry.accepted != nil), .secondary),
      ("bank.act.retire", about.form("retirement", when: entry.accepted != nil), .secondary),
    ]
    let buttons = forms.map { words, form, weight in
      form.map { Button.link(about.reader.text(words), to: about.reader.to($0), weight) }
        ?? .nothing
    }
    return "<p class=\"row\">\(buttons.joined())</p>\n"
  }

  /// What is proposed, beside what stands.
  private static func pending(_ about: BankSubject) -> HTML {
    guard about.entry.accepted != nil, let pending = about.entry.pending else { return .nothing }
    let reader = about.reader
    return Part.html(
      "pending", "bank.pending",
      """
      <p class="muted">\(reader.text(
        "bank.proposed-by",
        ["person": .text(about.people.name(pending.by)), "day": .text(reader.day(pending.on))]))</p>
      \(ArticleView.html(pending.article, about))
      """, actions: .nothing, for: reader)
  }

  private static func facts(_ about: BankSubject) -> HTML {
    let (entry, reader) = (about.entry, about.reader)
    var list = SummaryList()
    list.add(
      reader.text("bank.fact.accepted"),
      entry.accepted.map { accepted in
        "\(reader.time(accepted.on)), \(about.people.name(accepted.by))"
      })
    list.add(reader.text("bank.field.review"), entry.reviewOn.map { reader.time($0) })
    if let provenance = entry.provenance {
      list.add(
        reader.text("bank.fact.from"),
        text: reader.text(
          "bank.fact.from-value",
          [
            "organisation": .text(provenance.organisation.description),
            "version": .number(provenance.version),
            "licence": .text(provenance.licence.description),
          ]))
    }
    return list.html(for: reader)
  }
}

/// What an entry says.
enum ArticleView {
  static func html(_ article: BankEntry.Article, _ about: BankSubject) -> HTML {
    let reader = about.reader
    var list = SummaryList()
    list.add(
      reader.text("bank.field.types"),
      text: reader.listed(
        article.interventionTypes.map { BankWords.name(of: $0, in: about.edition) }))
    list.add(
      reader.text("bank.field.determinants"),
      text: reader.listed(
        article.determinants.map { BankWords.name(of: $0, in: about.edition) }))
    list.add(reader.text("bank.field.sector"), text: article.sector?.description)
    list.add(
      reader.text("bank.field.evidence"),
      "\(reader.text(article.evidence.name)) <span class=\"muted\">(\(reader.text(article.evidence.meaning)))</span>"
    )
    list.add(reader.text("programme.field.source"), article.source.map { reader.source($0) })
    return """
      \(article.text.html)
      \(part("bank.field.fits", article.fits, reader))\
      \(part("bank.field.fits-not", article.fitsNot, reader))\
      \(part("bank.field.legal", article.legalLimits, reader))\
      \(part("bank.field.burden", article.burden, reader))
      \(list.html(for: reader))
      """
  }

  private static func part(_ title: Phrase, _ text: Prose?, _ reader: Reader) -> HTML {
    guard let text else { return .nothing }
    return "<h3>\(reader.text(title))</h3>\n\(text.html)\n"
  }
}
