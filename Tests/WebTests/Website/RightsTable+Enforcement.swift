/// Who may use the routes of the enforcement of a finding.
extension RightsTable {
  static let enforcement: [Row] =
    [
      page("cases/matrix", .readersOfLists, .any),
      page("cases/:case/findings/:finding", .readersOfTheOrganisation, .any),
    ]
    + [
      "cases/:case/findings/:finding/report",
      "cases/:case/findings/:finding/prosecution",
      "cases/:case/findings/:finding/position",
      "cases/:case/findings/:finding/measure",
      "cases/:case/findings/:finding/confirmation",
      "cases/:case/findings/:finding/rejection",
      "cases/:case/findings/:finding/intention",
      "cases/:case/findings/:finding/decision",
      "cases/:case/findings/:finding/actions/:action/view",
      "cases/:case/findings/:finding/actions/:action/decision",
      "cases/:case/findings/:finding/actions/:action/sending",
      "cases/:case/findings/:finding/actions/:action/effect",
      "cases/:case/findings/:finding/actions/:action/reinspections",
      "cases/:case/findings/:finding/actions/:action/forfeitures",
      "cases/:case/findings/:finding/actions/:action/collection-decisions",
      "cases/:case/findings/:finding/actions/:action/collections",
      "cases/:case/findings/:finding/actions/:action/objection",
      "cases/:case/findings/:finding/actions/:action/objection-outcome",
      "cases/:case/findings/:finding/actions/:action/irrevocability",
      "cases/:case/findings/:finding/actions/:action/end",
      "cases/:case/findings/:finding/outcome",
      "cases/:case/findings/:finding/reopening",
    ].flatMap { pattern in
      [page(pattern, .handlers(inspectors), .any), post(pattern, .handlers(inspectors), .any)]
    }
}
