/// Who may use the routes of the enforcement of a finding.
extension RightsTable {
  static let enforcement: [Row] =
    [
      page("cases/matrix", .readersOfLists, .any),
      page("cases/:case/findings/:finding", .readersOfTheOrganisation, .any),
    ]
    + [
      "report", "prosecution", "position", "measure", "confirmation", "rejection", "intention",
      "decision", "actions/:action/view", "actions/:action/decision", "actions/:action/sending",
      "actions/:action/effect", "actions/:action/reinspections", "actions/:action/forfeitures",
      "actions/:action/collection-decisions", "actions/:action/collections",
      "actions/:action/objection", "actions/:action/objection-outcome",
      "actions/:action/irrevocability", "actions/:action/end", "outcome", "reopening",
    ].flatMap { part in
      let pattern = "cases/:case/findings/:finding/\(part)"
      return [
        page(pattern, .handlers(inspectors), .any), post(pattern, .handlers(inspectors), .any),
      ]
    }
}
