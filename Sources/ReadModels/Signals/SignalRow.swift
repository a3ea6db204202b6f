public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A signal with all that it says; the responses to it have rows of their own.
public struct SignalRow: SignalPart {
  public typealias Row = SignalRow
  public typealias Key = UUID

  public static let name = "signal"

  public let home: SignalHome
  /// The organisation as it was raised for.
  public let organisationName: Line
  public let origin: Signal.Origin
  public let raisedOn: Day
  public var message: Signal.Message
  public var dueOn: Day?
  public var isPublic: Bool
  public var sentOn: Day?
  public var status: Signal.Status
  public var responseCount: Int
  /// The day of the first response; nil while there is none.
  public var answeredOn: Day?

  /// Its identity.
  public var id: SignalID { home.signal }

  /// Whether the day by which an answer was due has passed without one.
  public func isOverdue(on today: Day) -> Bool {
    guard status != .handled, answeredOn == nil, let dueOn else { return false }
    return dueOn < today
  }

  /// Whether the first answer came after the day by which it was due.
  public var isAnsweredLate: Bool {
    guard let answeredOn, let dueOn else { return false }
    return dueOn < answeredOn
  }

  public static func key(of event: Signal.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: SignalRow?, _ event: Signal.Event, _ recorded: Recorded<LogEvent>
  ) -> SignalRow? {
    var row = row ?? raised(by: event, recorded)
    row?.take(event)
    return row
  }

  private static func raised(
    by event: Signal.Event, _ recorded: Recorded<LogEvent>
  ) -> SignalRow? {
    guard
      case .raised(let message, let organisation, let origin, let dueOn, let isPublic, let day) =
        event
    else { return nil }
    return SignalRow(
      home: SignalHome(recorded), organisationName: organisation, origin: origin, raisedOn: day,
      message: message, dueOn: dueOn, isPublic: isPublic, sentOn: nil, status: .open,
      responseCount: 0, answeredOn: nil)
  }

  private mutating func take(_ event: Signal.Event) {
    switch event {
    case .raised: break
    case .revised(let message, let dueOn, _):
      self.message = message
      self.dueOn = dueOn ?? self.dueOn
    case .sent(let day): sentOn = day
    case .responded(_, _, let day):
      responseCount += 1
      answeredOn = min(answeredOn ?? day, day)
    case .takenInTreatment, .reopened: status = .inTreatment
    case .handled: status = .handled
    case .rescheduled(let dueOn, _, _): self.dueOn = dueOn
    case .published: isPublic = true
    case .withheld: isPublic = false
    }
  }
}

/// Every signal: those that still wait for something first, the earliest due on top.
public struct SignalsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM \(splice: point.rows(of: SignalRow.self)) AS signal
    ORDER BY status = 'handled', due_on NULLS LAST, raised_on DESC, key DESC
    """
  }

  public func answer(from rows: Rows) throws -> [SignalRow] {
    try rows.map(SignalRow.init(from:))
  }
}

/// One signal; nil when there is none, or none that the viewer may know of.
public struct SignalQuery: Query {
  public let signal: SignalID

  public init(_ signal: SignalID) { self.signal = signal }

  public func statement(at point: Point) -> Statement {
    "SELECT * FROM \(splice: point.rows(of: SignalRow.self)) AS signal WHERE key = \(signal)"
  }

  public func answer(from rows: Rows) throws -> SignalRow? {
    try rows.first.map(SignalRow.init(from:))
  }
}
