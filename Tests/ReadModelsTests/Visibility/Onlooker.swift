import Domain
import EventSourcing
import Postgres
import TestCast
import TestStaging

@testable import ReadModels

/// Who may see none of the work of `Secrets`, and asks the database all the same, in SQL of their own.
enum Onlooker: CaseIterable {
  /// A page before anybody was named as its viewer.
  case nobody
  /// Who is in one programme, whose rows they see.
  case guest
  /// The same who then puts the role aside that a guest has.
  case guestWithoutRole
  /// The role of a guest before anybody was named as its viewer.
  case namelessGuest
  /// Whoever finds out who comes in.
  case door

  /// Where the onlooker belongs; the only work that one of them may see.
  static let own: ProgrammeID = 90

  /// What comes before the onlooker's own statements, in their transaction.
  private var introduction: [Statement] {
    let guest = Viewer(
      joris, of: TestStage.organisation, clearance: 9, sight: .programmes([Self.own]))
    return switch self {
    case .nobody, .door: []
    case .guest: [guest.statement]
    case .guestWithoutRole: [guest.statement, "SET LOCAL ROLE koers_web"]
    case .namelessGuest: ["SET LOCAL ROLE koers_guest"]
    }
  }

  /// What the database answers to the last of `statements`.
  func ask(_ statements: String..., of stage: TestStage) async throws(PostgresError) -> Rows {
    let database =
      switch self {
      case .nobody, .guest, .guestWithoutRole, .namelessGuest: stage.reader
      case .door: stage.entrance
      }
    // Pages only read; whoever asks in SQL of their own begins by putting that aside.
    let asked =
      ["SET LOCAL transaction_read_only = off"] + introduction
      + statements.map { Statement(trustedFile: $0) }
    let answers = try await database.batch(asked)
    return answers[answers.endIndex - 1]
  }

  /// Why the database refuses `statement`; nil when it does not.
  func refusal(_ statement: String, of stage: TestStage) async -> SQLState? {
    do throws(PostgresError) {
      _ = try await ask(statement, of: stage)
      return nil
    } catch {
      return error.sqlState
    }
  }
}

extension Onlooker {
  /// The roles that the onlookers ask as.
  static let roles = ["koers_web", "koers_guest", "koers_door"]
  /// Those who may read the tables of the work, were it not for the policies.
  static let readers = allCases.filter { $0 != .door }
}
