import Domain
import HTTPTypes
import ReadModels

/// Which programmes the reader wants to see, and in which order; it lives in the address.
struct PortfolioChoice: Sendable {
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

  /// What the address asks.
  ///
  /// - Throws: 400 for a choice that the page does not offer.
  init(_ visit: Visit) throws(Problem) {
    group = try Self.choice("group", in: visit) ?? .running
    phase = try Self.choice("phase", in: visit)
    sorting = try Self.choice("sort", in: visit) ?? .number
    let order: DataTable.Order? = try Self.choice("order", in: visit)
    isDescending = order == .descending
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
    var choice = self
    choice.group = group
    return choice.link
  }

  /// The address of the same with another phase; nil for all.
  func link(to phase: Programme.Phase?) -> Link {
    var choice = self
    choice.phase = phase
    return choice.link
  }

  /// The address of the same put in order by `sorting`, turned around when it was already.
  func link(by sorting: Sorting) -> Link {
    var choice = self
    choice.isDescending = sorting == self.sorting && !isDescending
    choice.sorting = sorting
    return choice.link
  }

  /// How a column stands in the order.
  func order(of sorting: Sorting) -> DataTable.Order? {
    sorting == self.sorting ? isDescending ? .descending : .ascending : nil
  }

  private var link: Link {
    Site.home.with("group", group == .running ? nil : group.rawValue)
      .with("phase", phase?.rawValue)
      .with("sort", sorting == .number ? nil : sorting.rawValue)
      .with("order", isDescending ? "descending" : nil)
  }

  /// The programmes that the reader wants to see, in order.
  func chosen(from entries: [Portfolio.Entry], today: Day) -> [Portfolio.Entry] {
    let shown = entries.filter { entry in
      isIn(group, entry.programme, today) && (phase.map { $0 == entry.programme.phase } ?? true)
    }
    let sorted = shown.sorted { isDescending ? comes($1, before: $0) : comes($0, before: $1) }
    return sorted
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

  private func comes(_ first: Portfolio.Entry, before second: Portfolio.Entry) -> Bool {
    let (one, other) = (first.programme, second.programme)
    return switch sorting {
    case .number: (one.label.number, one.id) < (other.label.number, other.id)
    case .name:
      (one.label.name.description, one.id) < (other.label.name.description, other.id)
    case .phase: (one.phase, one.label.number) < (other.phase, other.label.number)
    case .gate:
      (one.nextGate?.expectedOn ?? .last, one.label.number)
        < (other.nextGate?.expectedOn ?? .last, other.label.number)
    case .end: (one.term.end, one.label.number) < (other.term.end, other.label.number)
    case .change: first.change.recordedAt < second.change.recordedAt
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
