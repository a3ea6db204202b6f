/// What the pages of the website show, in words for whoever looks over what others were shown.
///
/// A form is called by its own title (`Route.formTitle`); here stand the other routes of which the read log keeps lines.
enum RouteWords {
  /// By the pattern of their address.
  static let pages =
    [programmes, toolbox, cases, people].reduce(into: [:]) { all, some in
      all.merge(some) { first, _ in first }
    }

  /// Of explorations, programmes and signals, and of all of the work.
  private static let programmes: [String: Phrase] = [
    "": "reads.route.start",
    "explorations": "reads.route.explorations",
    "explorations/:exploration": "reads.route.exploration",
    "explorations/:exploration/decisions/:decision": "reads.route.decision",
    "explorations/:exploration/decisions/:decision/adoption": "reads.route.decision-adoption",
    "explorations/:exploration/history": "reads.route.exploration-history",
    "explorations/new": "reads.route.exploration-new",
    "handover": "reads.route.handover",
    "history": "reads.route.history",
    "programmes": "reads.route.programmes",
    "programmes/:programme": "reads.route.programme",
    "programmes/:programme/history": "reads.route.programme-history",
    "programmes/:programme/indicators/:indicator": "reads.route.indicator",
    "programmes/:programme/interventions/:intervention": "reads.route.intervention",
    "programmes/new": "reads.route.programme-new",
    "signals": "reads.route.signals",
    "signals/:signal": "reads.route.signal",
    "signals/:signal/history": "reads.route.signal-history",
    "signals/new": "reads.route.signal-new",
  ]

  /// Of analyses, and of what they choose from.
  private static let toolbox: [String: Phrase] = [
    "bank": "reads.route.bank",
    "bank/:entry": "reads.route.entry",
    "bank/:entry/history": "reads.route.entry-history",
    "bank/:entry/versions/:version": "reads.route.entry-version",
    "bank/file": "reads.route.bank-file",
    "bank/import": "reads.route.bank-import",
    "bank/import/takeover": "reads.route.bank-takeover",
    "bank/new": "reads.route.entry-new",
    "bank/types": "reads.route.types",
    "bank/types/:type": "reads.route.type",
    "programmes/:programme/toolbox": "reads.route.toolbox",
    "programmes/:programme/toolbox/act": "reads.route.act",
    "programmes/:programme/toolbox/act/choices/:choice/plan": "reads.route.choice-plan",
    "programmes/:programme/toolbox/act/suggestions/:suggestion": "reads.route.suggestion",
    "programmes/:programme/toolbox/choose": "reads.route.choose",
    "programmes/:programme/toolbox/history": "reads.route.toolbox-history",
    "programmes/:programme/toolbox/sessions/:session": "reads.route.session",
    "programmes/:programme/toolbox/sessions/:session/attachments": "reads.route.attachment-new",
    "programmes/:programme/toolbox/sessions/:session/attachments/:attachment":
      "reads.route.attachment",
    "programmes/:programme/toolbox/sessions/:session/participants/:participant/link":
      "reads.route.guest-link",
    "programmes/:programme/toolbox/understand": "reads.route.understand",
    "programmes/:programme/toolbox/understand/:group": "reads.route.understand-group",
    "references": "reads.route.references",
    "references/draft": "reads.route.references-draft",
    "references/editions/:edition": "reads.route.references-edition",
    "references/history": "reads.route.references-history",
    "take-part/:link": "reads.route.take-part",
    "take-part/:link/rounds/:round": "reads.route.take-part-round",
  ]

  /// Of cases, what they are handled with and whom they are about.
  private static let cases: [String: Phrase] = [
    "cases": "reads.route.cases",
    "cases/:case": "reads.route.case",
    "cases/:case/documents": "reads.route.document-new",
    "cases/:case/documents/:document": "reads.route.document",
    "cases/:case/documents/:document/version": "reads.route.document-version",
    "cases/:case/findings/:finding": "reads.route.finding",
    "cases/:case/history": "reads.route.case-history",
    "cases/:case/interventions": "reads.route.log",
    "cases/:case/relations": "reads.route.relations",
    "cases/:case/reports": "reads.route.report-new",
    "cases/:case/reports/:report/html": "reads.route.report-page",
    "cases/:case/reports/:report/pdf": "reads.route.report-pdf",
    "cases/:case/subject": "reads.route.subject",
    "cases/:case/surveys/:survey/end": "reads.route.survey-end",
    "cases/:case/surveys/:survey/link": "reads.route.survey-link",
    "cases/new": "reads.route.case-new",
    "cases/retention": "reads.route.retention",
    "cases/surveys": "reads.route.surveys",
    "checklists": "reads.route.checklists",
    "checklists/:checklist": "reads.route.checklist",
    "checklists/:checklist/history": "reads.route.checklist-history",
    "checklists/new": "reads.route.checklist-new",
    "entities": "reads.route.entities",
    "entities/:entity": "reads.route.entity",
    "entities/:entity/history": "reads.route.entity-history",
    "entities/:entity/merge": "reads.route.merge",
    "entities/:entity/merge/undo": "reads.route.merge-undo",
    "entities/new": "reads.route.entity-new",
    "letters": "reads.route.letters",
    "letters/:letter": "reads.route.letter",
    "letters/:letter/history": "reads.route.letter-history",
    "letters/new": "reads.route.letter-new",
  ]

  /// Of accounts, and of who looked at what.
  private static let people: [String: Phrase] = [
    "emergencies": "reads.route.emergencies",
    "emergencies/:emergency": "reads.route.emergency",
    "people": "reads.route.people",
    "people/:account": "reads.route.account",
    "people/:account/erasures": "reads.route.erasures",
    "people/:account/held": "reads.route.held",
    "people/:account/held/data": "reads.route.held-data",
    "people/:account/held/file": "reads.route.held-file",
    "people/:account/history": "reads.route.account-history",
    "people/:account/invitation": "reads.route.invitation",
    "people/review": "reads.route.review",
    "people/review/file": "reads.route.review-file",
    "people/why": "reads.route.why",
    "reads": "reads.route.reads",
    "reads/file": "reads.route.reads-file",
  ]
}

extension Reader {
  /// What somebody is shown at `route`; the address itself for one that the website has no more.
  func words(forRoute route: String) -> String {
    if let title = house.rights.formTitle(at: route) {
      return text("reads.route.form", ["title": .phrase(title)])
    }
    return RouteWords.pages[route].map { text($0) } ?? "/\(route)"
  }
}
