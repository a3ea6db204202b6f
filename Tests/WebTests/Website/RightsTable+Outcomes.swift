import Domain

/// Who may use the routes of what comes of cases: surveys, publications and keeping.
extension RightsTable {
  static let outcomes: [Row] = forEverybody + surveys + publications + keeping

  private static let forEverybody: [Row] = [
    page("published", .everyone, .any),
    page("published/:publication", .everyone, .any),
  ]

  private static let surveys: [Row] =
    [
      page("survey/:link", .guests, .any),
      post("survey/:link", .guests, .any),
      page("cases/surveys", .readersOfLists, .any),
    ]
    + forms([
      "cases/:case/surveys", "cases/:case/surveys/:survey/link", "cases/:case/surveys/:survey/end",
    ])

  private static let publications = forms([
    "cases/:case/publications", "cases/:case/publications/:publication/parties",
    "cases/:case/publications/:publication/parties/end",
    "cases/:case/publications/:publication/view",
    "cases/:case/publications/:publication/view/end",
    "cases/:case/publications/:publication/revision",
    "cases/:case/publications/:publication/decision",
    "cases/:case/publications/:publication/agreement",
    "cases/:case/publications/:publication/notice",
    "cases/:case/publications/:publication/release",
    "cases/:case/publications/:publication/refusal",
    "cases/:case/publications/:publication/end",
  ])

  private static let keeping: [Row] =
    [page("cases/retention", .roles([.recordsManager]), .any)]
    + [
      "cases/:case/hold", "cases/:case/hold/end", "cases/:case/destruction",
      "cases/:case/destruction/approval", "cases/:case/destruction/declining",
    ].flatMap {
      [page($0, .roles([.recordsManager]), .fresh), post($0, .roles([.recordsManager]), .fresh)]
    }

  private static func forms(_ patterns: [String]) -> [Row] {
    patterns.flatMap {
      [page($0, .handlers(inspectors), .any), post($0, .handlers(inspectors), .any)]
    }
  }
}
