import Domain
import EventSourcing
import ReadModels

/// One version of an entry, as an editor accepted it.
struct BankVersionPage {
  private let about: BankSubject
  private let number: Int
  private let article: BankEntry.Article
  private let acceptedBy: PersonID
  private let acceptedOn: Day
  private let provenance: BankEntry.Provenance?

  /// Version `number` among `events`; nil when there is none.
  init?(_ number: Int, in events: [Recorded<LogEvent>], of about: BankSubject) {
    for recorded in events {
      guard let event = BankEntry.event(in: recorded.event) else { continue }
      switch event {
      case .accepted(number, let article, let by, _, let day):
        self.init(number, article, by, day, nil, about)
        return
      case .takenOver(number, let article, let provenance, _, let by, _, let day):
        self.init(number, article, by, day, provenance, about)
        return
      case .proposed, .amended, .accepted, .declined, .confirmed, .retired, .takenOver: continue
      }
    }
    return nil
  }

  private init(
    _ number: Int, _ article: BankEntry.Article, _ person: PersonID, _ day: Day,
    _ provenance: BankEntry.Provenance?, _ about: BankSubject
  ) {
    self.about = about
    self.number = number
    self.article = article
    acceptedBy = person
    acceptedOn = day
    self.provenance = provenance
  }

  var page: Page {
    let reader = about.reader
    let name = reader.text("bank.version", ["number": .number(number)])
    return Page(
      article.title.description, kicker: name, trail: about.trail(for: reader),
      body: """
        \(standing)
        \(ArticleView.html(article, about))
        \(facts)
        """)
  }

  /// That another version stands now.
  private var standing: HTML {
    guard let accepted = about.entry.accepted, accepted.version != number else { return .nothing }
    let words = about.reader.text("bank.version.former", ["number": .number(accepted.version)])
    return """
      <div class="message message-info">\(Icon.of(.info))<p>\
      <a href="\(about.reader.to(about.page))">\(words)</a></p></div>

      """
  }

  private var facts: HTML {
    let reader = about.reader
    var list = SummaryList()
    list.add(
      reader.text("bank.fact.accepted"),
      "\(reader.time(acceptedOn)), \(about.people.name(acceptedBy))")
    if let provenance {
      list.add(reader.text("bank.fact.from"), text: BankWords.text(of: provenance, reader))
    }
    return list.html(for: reader)
  }
}
