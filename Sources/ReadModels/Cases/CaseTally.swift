public import Domain
public import Postgres

/// The closed cases of a programme, or of a part of it, in numbers.
public struct CaseTally: Hashable, Sendable {
  /// The cases that ended in one way.
  public struct Share: Hashable, Sendable {
    public let result: CaseFile.Result
    public let compliance: CaseFile.Compliance?
    public let count: Int
    /// Those of them that only their handlers see.
    public let countForHandlers: Int

    public init(
      _ result: CaseFile.Result, _ compliance: CaseFile.Compliance?, count: Int,
      countForHandlers: Int = 0
    ) {
      self.result = result
      self.compliance = compliance
      self.count = count
      self.countForHandlers = countForHandlers
    }
  }

  public let shares: [Share]
  /// The position of the log up to which they were counted.
  public let position: Int

  public init(_ shares: [Share], at position: Int) {
    self.shares = shares
    self.position = position
  }

  /// How many were closed.
  public var closed: Int { shares.reduce(0) { $0 + $1.count } }
  /// How many of these only their handlers see.
  public var forHandlers: Int { shares.reduce(0) { $0 + $1.countForHandlers } }

  /// What `counting`, by which they were chosen, makes of them.
  public func count(by counting: Programme.CaseCounting) -> Programme.CaseCount {
    let judged = shares.compactMap { share in
      counting.measure.judges(share.result, share.compliance).map { (isMet: $0, share.count) }
    }
    return Programme.CaseCount(
      counting, met: judged.filter(\.isMet).reduce(0) { $0 + $1.1 },
      of: judged.reduce(0) { $0 + $1.1 }, at: position)
  }
}

/// Counts the closed cases that a way of counting looks at; zero of them when nothing is asked.
public struct CaseTallyQuery: Query {
  let programme: ProgrammeID
  let counting: Programme.CaseCounting?

  public init(_ counting: Programme.CaseCounting?, in programme: ProgrammeID) {
    self.programme = programme
    self.counting = counting
  }

  public func statement(at point: Point) -> Statement {
    """
    SELECT head.position, share.* FROM (\(splice: head(at: point))) AS head
    LEFT JOIN (
      SELECT result, compliance, count(*) AS cases,
        count(*) FILTER (WHERE is_for_handlers) AS cases_for_handlers
      FROM \(splice: point.rows(of: CaseResultRow.self)) AS case_result
      WHERE \(splice: counting?.condition(in: programme) ?? "false")
      GROUP BY result, compliance
    ) AS share ON true
    """
  }

  private func head(at point: Point) -> Statement {
    switch point {
    // How far the table is, which may be less than the log: at that position it shows the same rows again.
    case .now: "SELECT coalesce(max(since), 0) AS position FROM case_result"
    case .position(let position): "SELECT \(position) AS position"
    }
  }

  public func answer(from rows: Rows) throws -> CaseTally {
    let shares = try rows.compactMap { row -> CaseTally.Share? in
      guard let result: CaseFile.Result = try row["result"] else { return nil }
      return CaseTally.Share(
        result, try row["compliance"], count: Int(try row["cases"] as Int64),
        countForHandlers: Int(try row["cases_for_handlers"] as Int64))
    }
    return CaseTally(shares, at: try rows.first?["position"] ?? 0)
  }
}

extension Programme.CaseCounting {
  /// Which of the rows of `CaseResultRow` it looks at.
  func condition(in programme: ProgrammeID) -> Statement {
    var conditions: [Statement] = ["programme = \(programme)", "closed_on IS NOT NULL"]
    if let targetGroup { conditions.append("target_group = \(targetGroup)") }
    if let intervention { conditions.append("intervention = \(intervention)") }
    if let since { conditions.append("closed_on >= \(since)") }
    return .joined(conditions, separator: " AND ")
  }

  /// Which of the rows that it looks at have what is measured.
  var isMet: Statement {
    switch measure {
    case .closed: "true"
    case .restored: "result = \(CaseFile.Result.restored)"
    case .inOrderShare: "result = \(CaseFile.Result.inOrder)"
    case .complianceShare: "compliance = \(CaseFile.Compliance.reached)"
    }
  }

  /// Which of the rows that it looks at say something to what is measured.
  var isJudged: Statement {
    switch measure {
    case .closed, .restored, .inOrderShare: "true"
    case .complianceShare: "compliance <> \(CaseFile.Compliance.unknown)"
    }
  }
}
