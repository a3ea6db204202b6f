public import Domain
public import Foundation
public import Logging
public import Postgres

/// Bounds how many requests one account or one network address makes.
public protocol RequestLimit: Sendable {
  /// How many seconds `requester` has to wait before another request; nil when this one may go on, and is counted.
  nonisolated(nonsending) func wait(of requester: Requester, at now: Date) async -> Int?
}

/// Whose requests are counted: an account's and the directory's wherever they come from, and a stranger's by the address.
public enum Requester: Hashable, Sendable {
  case person(PersonID)
  /// The organisation's directory, which came with its key.
  case directory
  case address(String)

  /// How it stands in the database.
  var subject: String {
    switch self {
    case .person(let id): "person \(id)"
    case .directory: "directory"
    case .address(let address): "address \(address)"
    }
  }
}

/// The bound that all nodes share through PostgreSQL.
///
/// A node takes requests out of the shared allowance by the lot and spends a lot from memory, so that one request in
/// a lot pays a round trip, to a table that is not flushed. What is spent is never more than was taken: two nodes
/// together let through what one would. What a node took and did not use within a minute is lost.
public actor SharedRequestLimit: RequestLimit {
  /// What a node holds of one requester's allowance.
  private struct Lot {
    var left: Int
    let until: Date
    /// Whether there is nothing more to ask for before then.
    let isLast: Bool
  }

  private static let secondsKept = 60.0

  private let database: Database
  private let perMinute: Int
  private let logger: Logger
  private var lots: [String: Lot] = [:]
  private var taking: [String: Task<Void, Never>] = [:]
  private var sweptAt: Date?

  /// - Parameters:
  ///   - database: connects as the role at the door.
  ///   - perMinute: how many requests refill in a minute, and how many there are at most; more than 0.
  ///   - logger: hears when the database cannot be asked.
  public init(
    _ database: Database, perMinute: Int, logger: Logger = Logger(label: "koers.requests")
  ) {
    self.database = database
    self.perMinute = perMinute
    self.logger = logger
  }

  /// A tenth, so that a lot is refilled in six seconds.
  private var lotSize: Int { max(1, perMinute / 10) }

  /// How long it takes until there is a lot again.
  private var secondsToWait: Int { (lotSize * 60 + perMinute - 1) / perMinute }

  public func wait(of requester: Requester, at now: Date) async -> Int? {
    let subject = requester.subject
    await sweep(at: now)
    while true {
      if let lot = lots[subject], now < lot.until {
        if lot.left > 0 {
          lots[subject]?.left -= 1
          return nil
        }
        if lot.isLast { return max(1, Int(lot.until.timeIntervalSince(now).rounded(.up))) }
      }
      await refill(subject, at: now)
    }
  }

  /// One asks for all who wait, and has put down what came before any of them goes on.
  private func refill(_ subject: String, at now: Date) async {
    let task =
      taking[subject]
      ?? Task {
        lots[subject] = await lot(for: subject, at: now)
        taking[subject] = nil
      }
    taking[subject] = task
    await task.value
  }

  private func lot(for subject: String, at now: Date) async -> Lot {
    do {
      let rows = try await database.run(
        "SELECT take_requests(\(subject), \(Int32(perMinute)), \(Int32(lotSize)), \(now)) AS taken")
      let taken: Int = try rows.only()["taken"]
      let seconds = taken > 0 ? Self.secondsKept : Double(secondsToWait)
      return Lot(left: taken, until: now.addingTimeInterval(seconds), isLast: taken == 0)
    } catch {
      // It guards how much is asked, not what is seen; whoever cannot ask the database gets no page with anything in it.
      logger.error("Requests are counted by this node alone", metadata: ["error": "\(error)"])
      return Lot(
        left: lotSize, until: now.addingTimeInterval(Double(secondsToWait)), isLast: true)
    }
  }

  /// Forgets, once a minute, who has not asked for a minute: their allowance is whole again.
  private func sweep(at now: Date) async {
    guard let last = sweptAt, now.timeIntervalSince(last) < Self.secondsKept else {
      let isFirst = sweptAt == nil
      sweptAt = now
      lots = lots.filter { now < $0.value.until }
      guard !isFirst else { return }
      let before = now.addingTimeInterval(-2 * Self.secondsKept)
      do {
        try await database.run("DELETE FROM request_allowance WHERE refilled_at < \(before)")
      } catch {
        logger.error("Allowances could not be swept", metadata: ["error": "\(error)"])
      }
      return
    }
  }
}
