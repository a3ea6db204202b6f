import Domain
import TestCast
import Testing

typealias ActionID = Enforcement.ActionID

/// The story of one finding: given what happened and when, a command, and what came of it.
struct EnforcementStory {
  let dossier: Enforcement.Dossier

  static func given(_ history: Happening...) -> EnforcementStory { given(history) }

  static func given(_ history: [Happening]) -> EnforcementStory {
    EnforcementStory(dossier: Enforcement.Dossier().after(history))
  }

  func and(_ event: Enforcement.Event, on day: Day) -> EnforcementStory {
    EnforcementStory(dossier: dossier.after(event, on: day))
  }

  func when(_ command: Enforcement.Command, on day: Day) -> EnforcementOutcome {
    EnforcementOutcome(
      result: Result { () throws(Enforcement.Refusal) in try dossier.decide(command, on: day) })
  }
}

/// An event and the day on which it happened.
struct Happening {
  let event: Enforcement.Event
  let day: Day

  init(_ event: Enforcement.Event, on day: Day) {
    self.event = event
    self.day = day
  }
}

extension Enforcement.Dossier {
  func after(_ history: [Happening]) -> Enforcement.Dossier {
    history.reduce(self) { $0.after($1.event, on: $1.day) }
  }
}

struct EnforcementOutcome {
  let result: Result<[Enforcement.Event], Enforcement.Refusal>

  func then(_ events: Enforcement.Event..., sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result == .success(events), sourceLocation: sourceLocation)
  }

  func nothingHappens(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result == .success([]), sourceLocation: sourceLocation)
  }

  func refuses(_ refusal: Enforcement.Refusal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result == .failure(refusal), sourceLocation: sourceLocation)
  }
}

/// A depot that stores waste without a floor that keeps it in.
enum Depot {
  typealias Event = Enforcement.Event

  static let b2 = Enforcement.Position(.indifferent, .limited)
  static let gain = Enforcement.Aspects(
    aggravating: [.init(.financialGain, reason: "Spaart een vloer uit")],
    mitigating: ["Meldde zich zelf"])
  static let matrix = edition { _ in [.warn, .orderUnderPenalty] }

  static let report = Enforcement.Report(
    offender: "Depot BV", violation: "Opslag zonder vloeistofdichte vloer",
    rules: ["Bal 4.1"], place: "Havenweg 1", happenedOn: "2026-02-20", fineMax: 300)
  static let intention = Enforcement.Intention("Wij willen een last opleggen", viewBy: "2026-03-16")
  static let view = Enforcement.View.received(text: "De vloer komt eraan")
  static let order = Enforcement.Order(remedy: "Leg een vloer aan", until: "2026-05-01")
  static let penalty = Enforcement.Penalty(1000, .perWeek, maximum: 2500)
  static let underPenalty = Enforcement.Ruling.orderUnderPenalty(order: order, penalty: penalty)
  static let decision = Enforcement.Decision(
    underPenalty, viewEffect: .changed(how: "Een langere termijn"))

  static let placed = [
    happened(.reported(report: report), on: sunday),
    happened(.placed(placement: .init(b2, gain, under: matrix)), on: monday),
  ]
  static let chosen = placed + [choosing(.orderUnderPenalty, on: tuesday)]
  static let announced =
    chosen + [
      happened(
        .intentionAnnounced(action: 1, measure: .orderUnderPenalty, intention: intention),
        on: tuesday)
    ]
  static let heard = announced + [happened(.viewReceived(action: 1, view: view), on: nextMonday)]
  static let decided =
    heard + [
      happened(
        .decided(action: 1, measure: .orderUnderPenalty, decision: decision), on: "2026-03-20")
    ]
  static let sent = decided + [happened(.sent(action: 1), on: "2026-03-21")]
  static let forfeited =
    sent + [
      happened(.forfeited(action: 1, forfeiture: forfeiture(times: 2)), on: "2026-05-18")
    ]

  static func happened(_ event: Event, on day: Day) -> Happening { Happening(event, on: day) }

  static func choosing(_ measure: Enforcement.Measure, on day: Day) -> Happening {
    happened(.measureChosen(choice: .init(measure, by: joris)), on: day)
  }

  static func edition(
    validFrom day: Day = sunday, _ measures: (Enforcement.Position) -> [Enforcement.Measure]
  ) -> Enforcement.MatrixEdition {
    let cells = Enforcement.Position.all.map {
      Enforcement.MatrixEdition.Cell($0, measures($0))
    }
    guard
      let edition = try? Enforcement.MatrixEdition(
        number: 1, validFrom: day, certainty: .working, cells: cells)
    else { preconditionFailure("a matrix of the cast has a gap") }
    return edition
  }

  /// As the rule makes it of the order of the cast.
  static func forfeiture(times: Int) -> Enforcement.Forfeiture {
    let dossier = Enforcement.Dossier().after(sent)
    guard
      case .forfeited(_, let forfeiture)? = try? dossier.decide(
        .forfeit(1, times: times), on: "2026-05-18"
      ).first
    else { preconditionFailure("the order of the cast forfeits nothing") }
    return forfeiture
  }

  /// A fine that was chosen for `report`, with what happened since.
  static func fine(
    _ report: Enforcement.Report, reportedOn day: Day, _ more: Happening...
  ) -> Enforcement.Dossier {
    Enforcement.Dossier().after(
      [
        happened(.reported(report: report), on: day),
        happened(.placed(placement: .init(b2, .none, under: matrix)), on: day),
        choosing(.fine, on: day),
      ] + more)
  }

  static func fined(_ amount: Euro, on day: Day) -> Happening {
    happened(
      .decided(action: 9, measure: .fine, decision: .init(.fine(amount: amount))), on: day)
  }

  static func ordered(_ ruling: Enforcement.Ruling, as id: ActionID, on day: Day) -> Happening {
    let measure: Enforcement.Measure =
      ruling.penalty == nil ? .orderUnderCoercion : .orderUnderPenalty
    return happened(.decided(action: id, measure: measure, decision: .init(ruling)), on: day)
  }
}
