import Domain
import EventSourcing
import HTTPTypes
import ReadModels

/// What changed lately in everything the reader may see.
struct RecentChangesPage {
  /// Of the events that were asked for.
  let story: Story
  let changes: RecentChanges
  let choice: Choice

  /// What the reader asked to see.
  struct Choice: Equatable {
    var since: RecentChangesQuery.Since?
    var before: Int?
    var about: About?

    /// The kinds of things there are.
    enum About: String, CaseIterable {
      case explorations
      case programmes
      case signals
      case toolbox
      case bank
      case checklists
      case entities
      case letters

      var name: Phrase {
        switch self {
        case .explorations: "history.about.explorations"
        case .programmes: "history.about.programmes"
        case .signals: "history.about.signals"
        case .toolbox: "history.about.toolbox"
        case .bank: "history.about.bank"
        case .checklists: "checklists.title"
        case .entities: "history.about.entities"
        case .letters: "letters.title"
        }
      }

      var category: String {
        switch self {
        case .explorations: Exploration.category
        case .programmes: Programme.category
        case .signals: Signal.category
        case .toolbox: Analysis.category
        case .bank: BankEntry.category
        case .checklists: Checklist.category
        case .entities: SupervisedEntity.category
        case .letters: LetterTemplate.category
        }
      }
    }
  }

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("history.recent.title"), width: .read,
      body: """
        <p class="lead">\(lead(for: reader))</p>
        \(question(for: reader))
        \(filter(for: reader))
        \(story.timeline(namingSubject: true).html(for: reader))
        \(Pagination.html(previous: newest, next: older, for: reader))
        """)
  }

  private func lead(for reader: Reader) -> String {
    switch choice.since {
    case .startOf(let day):
      reader.text("history.recent.since-day", ["day": .text(reader.day(day))])
    case .position(let position):
      reader.text("history.recent.since-position", ["position": .number(position)])
    case nil: reader.text("history.recent.lead")
    }
  }

  /// The question what changed since a day.
  private func question(for reader: Reader) -> HTML {
    let kept = reader.here.query.filter { $0.name != "since" && $0.name != "before" }
    return """
      <form class="since" method="get" action="\(Site.history.path)">
      \(kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
      <label for="since">\(reader.text("history.recent.question"))</label>
      <div class="look-back-row">\
      <input class="input input-short" id="since" name="since"\
      \(attribute: "value", Self.written(choice.since)) \
      placeholder="\(reader.text("as-of.example"))" autocomplete="off">\
      <button class="button button-secondary">\(reader.text("as-of.show"))</button></div>
      </form>
      """
  }

  private func filter(for reader: Reader) -> HTML {
    var links = FilterLinks(reader.text("history.filter"))
    links.add(reader.text("history.all"), link(about: nil), isChosen: choice.about == nil)
    for about in Choice.About.allCases {
      links.add(reader.text(about.name), link(about: about), isChosen: choice.about == about)
    }
    return links.html(for: reader)
  }

  private func link(about: Choice.About?) -> Link {
    Site.history.with("about", about?.rawValue).with("since", Self.written(choice.since))
  }

  /// Back to the newest page, since one leafs from new to old.
  private var newest: Link? { choice.before == nil ? nil : link(about: choice.about) }

  private var older: Link? {
    changes.next.map { link(about: choice.about).with("before", String($0)) }
  }

  private static func written(_ since: RecentChangesQuery.Since?) -> String? {
    switch since {
    case .startOf(let day): day.description
    case .position(let position): String(position)
    case nil: nil
    }
  }
}

extension RecentChangesPage.Choice {
  /// What the address asks.
  ///
  /// - Throws: 400 for a day, a position or a kind that is none.
  init(_ visit: Visit) throws(Problem) {
    since = try Self.since(visit.query("since"))
    if let text = visit.query("before"), !text.isEmpty {
      guard let position = Int(text), position > 0 else {
        throw Problem(.badRequest, "history.unreadable")
      }
      before = position
    }
    if let text = visit.query("about"), !text.isEmpty {
      guard let about = About(rawValue: text) else {
        throw Problem(.badRequest, "history.unreadable")
      }
      self.about = about
    }
  }

  private static func since(
    _ text: String?
  ) throws(Problem) -> RecentChangesQuery.Since? {
    guard let text, !text.isEmpty else { return nil }
    switch Introduction.moment(text) {
    case .endOf(let day): return .startOf(day)
    case .position(let position): return .position(position)
    case .now, nil: throw Problem(.badRequest, "history.unreadable")
    }
  }
}
