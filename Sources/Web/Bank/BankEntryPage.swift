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
        \(messages(about))\(steps(about))
        \(entry.article.map { ArticleView.html($0, about) }
          ?? EmptyState.html(reader.text("bank.declined")))
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

  /// What a reader knows before reading on: that it is retired, due for a look, or not accepted yet.
  private static func messages(_ about: BankSubject) -> HTML {
    let (entry, reader) = (about.entry, about.reader)
    if let drop = entry.drop {
      let words = reader.text("bank.retired-on", ["day": .text(reader.day(drop.on))])
      return message("\(words) \(drop.because)")
    }
    var messages = HTML.nothing
    if let day = entry.reviewOn, entry.isDue(on: reader.dayShown) {
      messages += message(HTML(reader.text("bank.due-since", ["day": .text(reader.day(day))])))
    }
    if entry.accepted == nil, let pending = entry.pending {
      messages += message(HTML(about.proposed(pending)))
    }
    if about.isOwnProposal {
      messages += message(HTML(reader.text("bank.refusal.proposer-cannot-accept")))
    }
    return messages
  }

  private static func message(_ words: HTML) -> HTML {
    "<div class=\"message message-info\">\(Icon.of(.info))<p>\(words)</p></div>\n"
  }

  private static func steps(_ about: BankSubject) -> HTML {
    let entry = about.entry
    let isPending = entry.pending != nil
    let mayAmend = !isPending || about.isOwnProposal
    let forms: [(Phrase, Link?, Button.Weight)] = [
      (
        "bank.act.accept", about.form("acceptance", when: isPending && !about.isOwnProposal),
        .primary
      ),
      ("bank.act.decline", about.form("refusal", when: isPending), .secondary),
      ("bank.act.amend", about.form("text", when: mayAmend), .secondary),
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
    return Part.html(
      "pending", "bank.pending",
      """
      <p class="muted">\(about.proposed(pending))</p>
      \(ArticleView.html(pending.article, about, in: .part))
      """, for: about.reader)
  }

  private static func facts(_ about: BankSubject) -> HTML {
    let (entry, reader) = (about.entry, about.reader)
    guard let accepted = entry.accepted else { return .nothing }
    var list = SummaryList()
    list.add(
      reader.text("bank.fact.accepted"),
      "\(reader.time(accepted.on)), \(about.people.name(accepted.by))")
    list.add(reader.text("bank.field.review"), entry.reviewOn.map { reader.time($0) })
    if let provenance = entry.provenance {
      list.add(reader.text("bank.fact.from"), text: BankWords.text(of: provenance, reader))
      if !accepted.isAsShared {
        list.add(reader.text("bank.fact.amended"), text: reader.text("bank.fact.amended-here"))
      }
    }
    list.add(reader.text("bank.fact.versions"), versions(of: accepted, about))
    return list.html(for: reader)
  }

  private static func versions(of accepted: BankEntryRow.Accepted, _ about: BankSubject) -> HTML {
    (1...accepted.version).map { number in
      let page = Site.bankEntry(about.id, "versions", String(number))
      return "<a href=\"\(about.reader.to(page))\">\(about.reader.number(number))</a>" as HTML
    }.joined(separator: ", ")
  }
}

extension BankSubject {
  /// Whether the reader proposed what waits, and so leaves it to another to accept.
  fileprivate var isOwnProposal: Bool {
    guard let pending = entry.pending, let person = reader.visitor.person else { return false }
    return pending.by == person.id
  }

  fileprivate func proposed(_ pending: BankEntryRow.Pending) -> String {
    reader.text(
      "bank.proposed-by",
      ["person": .text(people.name(pending.by)), "day": .text(reader.day(pending.on))])
  }
}

/// What an entry says.
enum ArticleView {
  /// Where it stands: its headings are one level below.
  enum Place {
    case page
    case part
  }

  static func html(
    _ article: BankEntry.Article, _ about: BankSubject, in place: Place = .page
  ) -> HTML {
    let reader = about.reader
    var list = SummaryList()
    list.add(
      reader.text("bank.field.types"),
      BankWords.types(article.interventionTypes, in: about.edition, reader))
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
      \(text("bank.field.fits", article.fits, in: place, reader))\
      \(text("bank.field.fits-not", article.fitsNot, in: place, reader))\
      \(text("bank.field.legal", article.legalLimits, in: place, reader))\
      \(text("bank.field.burden", article.burden, in: place, reader))
      \(list.html(for: reader))
      """
  }

  private static func text(
    _ title: Phrase, _ text: Prose?, in place: Place, _ reader: Reader
  ) -> HTML {
    guard let text else { return .nothing }
    return switch place {
    case .page: "<h2>\(reader.text(title))</h2>\n\(text.html)\n"
    case .part: "<h3>\(reader.text(title))</h3>\n\(text.html)\n"
    }
  }
}
