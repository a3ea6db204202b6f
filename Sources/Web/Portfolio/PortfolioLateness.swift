import Domain
import ReadModels

/// Why programmes in the table are late, said once above it.
///
/// The days are those that were recorded; nothing moves them but a decision.
enum PortfolioLateness {
  static func html(_ chosen: [ProgrammeRow], _ reader: Reader) -> HTML {
    let programmes = chosen.filter { !$0.isEnded }
    let passed = programmes.filter { $0.isTermPassed(on: reader.dayShown) }
    let waiting = programmes.filter {
      $0.isGateOverdue(on: reader.dayShown) && !$0.isTermPassed(on: reader.dayShown)
    }
    var sentences: [String] = []
    if !passed.isEmpty {
      sentences.append(reader.text("portfolio.late.terms", count: passed.count))
      if let plans = plans(of: passed, reader) {
        sentences.append(reader.text("portfolio.late.plans", ["plans": .text(plans)]))
      }
    }
    if !waiting.isEmpty {
      sentences.append(reader.text("portfolio.late.gates", count: waiting.count))
    }
    guard !sentences.isEmpty else { return .nothing }
    if passed.contains(where: { mayChangeTerm($0, reader) }) {
      sentences.append(reader.text("portfolio.late.todo"))
    }
    return "<p class=\"portfolio-lateness\">\(sentences.joined(separator: " "))</p>\n"
  }

  /// The plans that set the days, when all come from a plan.
  private static func plans(of programmes: [ProgrammeRow], _ reader: Reader) -> String? {
    var plans: [String] = []
    for programme in programmes {
      switch programme.origin {
      case .decision: return nil
      case .plan(let adoption):
        let plan = adoption.plan.description
        if !plans.contains(plan) { plans.append(plan) }
      }
    }
    return reader.listed(plans)
  }

  /// Whether the reader can end the programme or let it go on.
  private static func mayChangeTerm(_ programme: ProgrammeRow, _ reader: Reader) -> Bool {
    ["end", "extension"].contains { reader.mayPost(to: Site.programme(programme.id, $0)) }
  }
}
