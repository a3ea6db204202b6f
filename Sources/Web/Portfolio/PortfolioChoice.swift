import Domain
import Foundation
import HTTPTypes
import ReadModels

/// Which programmes the reader wants to see, in which order, and which page of them; it lives in the
/// address.
struct PortfolioChoice: Sendable {
  /// How many programmes a page has room for: more than an inspectorate mostly has.
  static let programmesMax = 50

  /// What the programmes have in common that are shown.
  enum Group: String, CaseIterable, Sendable {
    case running
    case gateOverdue = "gate-overdue"
    case termPassed = "term-passed"
    case ended
    case all

    var name: Phrase {
      switch self {
      case .running: "portfolio.group.running"
      case .gateOverdue: "portfolio.group.gate-overdue"
      case .termPassed: "portfolio.group.term-passed"
      case .ended: "portfolio.group.ended"
      case .all: "portfolio.group.all"
      }
    }
  }

  /// By what the programmes are put in order.
  enum Sorting: String, Sendable {
    case number
    case name
    case phase
    case gate
    case end
    case change
  }

  private(set) var group = Group.running
  private(set) var phase: Programme.Phase?
  private(set) var sorting = Sorting.number
  private(set) var isDescending = false
  /// Counted from 1.
  private var page = 1

  /// What the address asks.
  ///
  /// - Throws: 400 for a choice that the page does not offer.
  init(_ visit: Visit) throws(Problem) {
    group = try Self.choice("group", in: visit) ?? .running
    phase = try Self.choice("phase", in: visit)
    sorting = try Self.choice("sort", in: visit) ?? .number
    let order: DataTable.Order? = try Self.choice("order", in: visit)
    isDescending = order == .descending
    guard let text = visit.query("page"), !text.isEmpty else { return }
    guard let page = Int(text), page > 0 else {
      throw Problem(.badRequest, "portfolio.choice-unreadable")
    }
    self.page = page
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ name: String, in visit: Visit
  ) throws(Problem) -> Choice? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw Problem(.badRequest, "portfolio.choice-unreadable")
    }
    return choice
  }

  /// The address of the same with another group.
  func link(to group: Group) -> Link {
    var choice = onFirstPage
    choice.group = group
    return choice.link
  }

  /// The address of the same with another phase; nil for all.
  func link(to phase: Programme.Phase?) -> Link {
    var choice = onFirstPage
    choice.phase = phase
    return choice.link
  }

  /// The address of the same put in order by `sorting`, turned around when it was already.
  func link(by sorting: Sorting) -> Link {
    var choice = onFirstPage
    choice.isDescending = sorting == self.sorting && !isDescending
    choice.sorting = sorting
    return choice.link
  }

  /// How a column stands in the order.
  func order(of sorting: Sorting) -> DataTable.Order? {
    sorting == self.sorting ? isDescending ? .descending : .ascending : nil
  }

  private var onFirstPage: PortfolioChoice {
    var choice = self
    choice.page = 1
    return choice
  }

  private func link(toPage page: Int) -> Link {
    var choice = self
    choice.page = page
    return choice.link
  }

  private var link: Link {
    Site.home.with("group", group == .running ? nil : group.rawValue)
      .with("phase", phase?.rawValue)
      .with("sort", sorting == .number ? nil : sorting.rawValue)
      .with("order", isDescending ? "descending" : nil)
      .with("page", page == 1 ? nil : String(page))
  }

  /// The programmes that the reader chose, on whichever page.
  func chosen(from programmes: [ProgrammeRow], today: Day) -> [ProgrammeRow] {
    programmes.filter { isIn(group, $0, today) && (phase ?? $0.phase) == $0.phase }
  }

  /// The programmes on the page that the reader is at, in order.
  func shown(
    of programmes: [ProgrammeRow], changed changes: [ProgrammeID: Change], today: Day
  ) -> [ProgrammeRow] {
    let sorted = chosen(from: programmes, today: today).sorted {
      isDescending ? comes($1, before: $0, changes) : comes($0, before: $1, changes)
    }
    return Array(sorted[span(of: sorted.count)])
  }

  /// Which of `count` programmes are on the page; those of the last page when there is none so far on.
  func span(of count: Int) -> Range<Int> {
    let first = (pageShown(of: count) - 1) * Self.programmesMax
    return first..<min(first + Self.programmesMax, count)
  }

  /// The page before the one that is shown of `count` programmes, and the one after.
  func neighbours(of count: Int) -> (previous: Link?, next: Link?) {
    let page = pageShown(of: count)
    return (
      page > 1 ? link(toPage: page - 1) : nil,
      page * Self.programmesMax < count ? link(toPage: page + 1) : nil
    )
  }

  private func pageShown(of count: Int) -> Int {
    min(page, max(1, (count + Self.programmesMax - 1) / Self.programmesMax))
  }

  /// Whether the programme belongs to the group.
  func isIn(_ group: Group, _ programme: ProgrammeRow, _ today: Day) -> Bool {
    switch group {
    case .running: !programme.isEnded
    case .gateOverdue: programme.isGateOverdue(on: today)
    case .termPassed: programme.isTermPassed(on: today)
    case .ended: programme.isEnded
    case .all: true
    }
  }

  private func comes(
    _ one: ProgrammeRow, before other: ProgrammeRow, _ changes: [ProgrammeID: Change]
  ) -> Bool {
    switch sorting {
    case .number: (one.label.number, one.id) < (other.label.number, other.id)
    case .name:
      (one.label.name.description, one.id) < (other.label.name.description, other.id)
    case .phase: (one.phase, one.label.number) < (other.phase, other.label.number)
    case .gate:
      (one.nextGate?.expectedOn ?? .last, one.label.number)
        < (other.nextGate?.expectedOn ?? .last, other.label.number)
    case .end: (one.term.end, one.label.number) < (other.term.end, other.label.number)
    case .change:
      (changes[one.id]?.recordedAt ?? .distantPast)
        < (changes[other.id]?.recordedAt ?? .distantPast)
    }
  }
}

extension ProgrammeRow {
  /// Whether the next gate was planned for a day that has passed.
  func isGateOverdue(on today: Day) -> Bool {
    nextGate?.expectedOn.map { $0 < today } ?? false
  }

  /// Whether its term is over while it goes on.
  func isTermPassed(on today: Day) -> Bool { !isEnded && term.end < today }
}
