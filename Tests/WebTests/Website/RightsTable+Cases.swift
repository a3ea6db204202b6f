/// Who may use the routes of cases and checklists.
extension RightsTable {
  static let cases: [Row] = lists + forms + opening + letters

  private static let lists: [Row] = [
    page("cases", .readersOfLists, .any),
    page("cases/:case", .readersOfTheOrganisation, .any),
    page("cases/:case/history", .readersOfTheOrganisation, .any),
    page("cases/:case/documents/:document", .readersOfTheOrganisation, .any),
    page("cases/:case/reports/:report/html", .readersOfTheOrganisation, .any),
    page("cases/:case/reports/:report/pdf", .readersOfTheOrganisation, .any),
    page("checklists", .readersOfLists, .any),
    page("checklists/:checklist", .readersOfTheOrganisation, .any),
    page("checklists/:checklist/history", .readersOfTheOrganisation, .any),
    page("letters", .readersOfLists, .any),
    page("letters/:letter", .readersOfLists, .any),
    page("letters/:letter/history", .readersOfTheOrganisation, .any),
  ]

  private static let forms: [Row] = [
    "cases/:case/title", "cases/:case/subject", "cases/:case/programme",
    "cases/:case/confidentiality",
    "cases/:case/handlers", "cases/:case/handlers/:person/end", "cases/:case/relations",
    "cases/:case/relations/:other/end", "cases/:case/plan", "cases/:case/tasks",
    "cases/:case/tasks/:task/due-day", "cases/:case/tasks/:task/done",
    "cases/:case/tasks/:task/end", "cases/:case/interventions",
    "cases/:case/interventions/:intervention/correction",
    "cases/:case/interventions/:intervention/findings",
    "cases/:case/findings/:finding/correction", "cases/:case/findings/:finding/end",
    "cases/:case/documents", "cases/:case/documents/:document/version",
    "cases/:case/documents/:document/end", "cases/:case/outcome", "cases/:case/reopening",
    "cases/:case/reports", "cases/:case/reports/:report/end",
    "checklists/:checklist/editions", "checklists/:checklist/end",
  ].flatMap { [page($0, .handlers(inspectors), .any), post($0, .handlers(inspectors), .any)] }

  private static let opening: [Row] = [
    "cases/new", "checklists/new", "letters/new",
  ].flatMap {
    [page($0, .rolesAnywhere(inspectors), .any), post($0, .rolesAnywhere(inspectors), .any)]
  }

  /// Letters are of the organisation; who sends an empty form is told that first.
  private static let letters: [Row] = [
    "letters/:letter/editions", "letters/:letter/end",
  ].flatMap { [page($0, .roles(inspectors), .any), post($0, .rolesAnywhere(inspectors), .any)] }
}
