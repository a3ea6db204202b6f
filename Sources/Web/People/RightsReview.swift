import Domain
import Foundation
import Hummingbird
import ReadModels

/// A quarter or a year over which rights are reviewed.
struct ReviewPeriod: Equatable {
  let year: Int
  /// 1 to 4; nil for the whole year.
  let quarter: Int?

  init(year: Int, quarter: Int? = nil) {
    self.year = year
    self.quarter = quarter
  }

  /// What the address asks for, `2026-2` or `2026`; without a question the quarter that goes on.
  init(_ visit: Visit) throws(Problem) {
    guard let text = visit.query("period"), !text.isEmpty else {
      self.init(containing: visit.reader.today)
      return
    }
    guard let period = ReviewPeriod(text) else {
      throw Problem(.badRequest, "people.review.unreadable")
    }
    self = period
  }

  init(containing day: Day) { self.init(year: day.year, quarter: (day.month + 2) / 3) }

  /// Reads `2026-2` or `2026`; nil for anything else.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let year = parts[0], (2000...2200).contains(year), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(year: year)
      return
    }
    guard let quarter = parts[1], (1...4).contains(quarter) else { return nil }
    self.init(year: year, quarter: quarter)
  }

  /// As the address has it.
  var text: String { quarter.map { "\(year)-\($0)" } ?? String(year) }

  var first: Day { Day(year: year, month: (quarter ?? 1) * 3 - 2, day: 1) ?? .first }

  /// The day before the next period's first.
  var last: Day {
    let next =
      (quarter ?? 4) == 4
      ? Day(year: year + 1, month: 1, day: 1)
      : Day(year: year, month: (quarter ?? 4) * 3 + 1, day: 1)
    return next?.adding(days: -1) ?? .last
  }

  /// The quarter before its first day.
  var before: ReviewPeriod { ReviewPeriod(containing: first.adding(days: -1)) }

  /// Whether `grant` gave rights, or might have, on some day of it.
  func touches(_ grant: GrantRow) -> Bool {
    let end = min(grant.end?.on ?? .last, grant.grant.term.end ?? .last)
    return grant.grant.term.start <= last && end >= first
  }

  func name(for reader: Reader) -> String {
    guard let quarter else { return String(year) }
    return reader.text(
      "people.review.quarter", ["quarter": .text(String(quarter)), "year": .text(String(year))])
  }
}

/// The review of rights: who held which role over a quarter or a year, by whom and why (BIO2 8.02.01 and 5.18.02).
struct RightsReview {
  let accounts: [AccountRow]
  let grants: [GrantRow]
  let period: ReviewPeriod
  let programmes: [ProgrammeNamesQuery.Name]

  /// One grant with whose it is, in the order of names.
  private var lines: [(account: AccountRow, grant: GrantRow)] {
    accounts.flatMap { account in
      grants.filter { $0.home == account.home && period.touches($0) }.map { (account, $0) }
    }
  }

  /// Open accounts without a role that held in the period.
  private var idle: [AccountRow] {
    accounts.filter { account in
      account.closing == nil
        && !grants.contains { $0.home == account.home && period.touches($0) }
    }
  }

  /// How many grants it lists.
  var count: Int { lines.count }

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("people.review.title"),
      trail: [Crumb(reader.text("people.title"), Site.people)],
      body: """
        <p class="lead">\(reader.text("people.review.lead", ["period": .text(period.name(for: reader))]))</p>
        \(periods(reader))
        <p class="row">\(Button.link(
          reader.text("people.review.file"), to: reader.to(Site.rightsFile.with("period", period.text)),
          .secondary))</p>
        \(table(reader))\(idleOnes(reader))
        """)
  }

  private func periods(_ reader: Reader) -> HTML {
    let now = ReviewPeriod(containing: reader.dayShown)
    // A quarter is reviewed once it is over, also when that was last year.
    let quarters = (1...4).reduce(into: [now]) { quarters, _ in
      quarters.append(quarters[quarters.count - 1].before)
    }
    let offered = quarters + [ReviewPeriod(year: now.year), ReviewPeriod(year: now.year - 1)]
    var links = FilterLinks(reader.text("people.review.period"))
    for offer in offered {
      links.add(
        offer.name(for: reader), Site.rightsReview.with("period", offer.text),
        isChosen: offer == period)
    }
    return links.html(for: reader)
  }

  /// Fewer columns than the file has: what belongs together is told in one.
  private func table(_ reader: Reader) -> HTML {
    guard !lines.isEmpty else {
      return EmptyState.html(reader.text("people.review.empty"))
    }
    var table = DataTable(
      "review", caption: reader.text("people.review.title"), isCaptionHidden: true)
    table.column(reader.text("people.column.person"))
    table.column(reader.text("people.column.role"), .words)
    for column: Phrase in [
      "people.column.scope", "people.column.term", "people.column.standing",
    ] {
      table.column(reader.text(column))
    }
    table.column(reader.text("people.column.why"), .sentences)
    for (account, grant) in lines {
      table.row(
        name(of: account, reader), HTML(reader.text(grant.grant.role.name)),
        reader.scope(grant.grant.scope, among: programmes), HTML(reader.term(grant.grant.term)),
        reader.standing(of: grant, on: reader.dayShown), reader.why(grant))
    }
    return table.html(for: reader)
  }

  /// The way to the account, and since when it is closed when it is.
  private func name(of account: AccountRow, _ reader: Reader) -> HTML {
    let closed = account.closing.map {
      reader.text("people.account.closed", ["day": .text(reader.shortDay($0.on))])
    }
    return """
      <a href="\(reader.to(Site.account(account.home.account)))">\(account.profile.name)</a>\
      \(closed.map { "<br><span class=\"muted\">\($0)</span>" as HTML })
      """
  }

  private func idleOnes(_ reader: Reader) -> HTML {
    guard !idle.isEmpty else { return .nothing }
    let items = idle.map { account -> HTML in
      "<li><a href=\"\(reader.to(Site.account(account.home.account)))\">\(account.profile.name)</a></li>\n"
    }
    return """
      <h2>\(reader.text("people.review.idle"))</h2>
      <ul>
      \(items)</ul>

      """
  }

  private static let columns: [Phrase] = [
    "people.column.person", "people.column.account", "people.column.role",
    "people.column.scope", "people.column.from", "people.column.until", "people.column.given-by",
    "people.column.given-because", "people.column.confirmed-by", "people.column.ended-on",
    "people.column.ended-by", "people.column.ended-because",
  ]

  /// The same as a file of comma-separated values (RFC 4180), for who keeps the review elsewhere.
  func file(for reader: Reader) -> Response {
    let rows =
      [Self.columns.map { reader.text($0) }]
      + lines.map { cells($0.account, $0.grant, reader) }
    return CommaSeparated.file(rows, named: "rights-\(period.text).csv")
  }

  private func cells(_ account: AccountRow, _ grant: GrantRow, _ reader: Reader) -> [String] {
    let (end, term) = (grant.end, grant.grant.term)
    return [
      account.profile.name.description,
      account.closing.map {
        reader.text("people.account.closed", ["day": .text($0.on.description)])
      } ?? reader.text("people.account.open"),
      reader.text(grant.grant.role.name),
      reader.scopeText(grant.grant.scope, among: programmes), term.start.description,
      term.end?.description ?? "", reader.grantor(grant.grantor),
      grant.reason?.description ?? "",
      grant.confirmedBy.map { reader.people.name(ofActor: $0, for: reader) } ?? "",
      end?.on.description ?? "", (end?.by).map { reader.grantor($0) } ?? "",
      end?.reason?.description ?? "",
    ]
  }
}
