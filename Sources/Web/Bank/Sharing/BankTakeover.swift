import Domain
import EventSourcing
import ReadModels

/// What taking over a file would come to, entry by entry: the rules are asked, and nothing is recorded.
struct BankTakeover: Sendable {
  /// What would come of one entry.
  enum Verdict: Equatable, Sendable {
    case new
    /// It replaces this version here.
    case replaces(version: Int, isAmendedHere: Bool)
    case same
    case refused(BankEntry.Refusal)
  }

  /// One entry of the file.
  struct Item: Sendable {
    /// Its place in the file.
    let number: Int
    let entry: BankFile.Entry
    let verdict: Verdict
    /// What it names and the reference set here lacks.
    let unknownTypes: [References.InterventionType.Key]
    let unknownDeterminants: [References.Determinant.Code]
    fileprivate let command: BankEntry.Command
  }

  /// Who takes over, for whom and when.
  struct Act: Sendable {
    let person: PersonID
    let organisation: Line
    /// The day on which what is taken over is looked at again.
    let reviewOn: Day
    let today: Day
  }

  let file: BankFile
  let items: [Item]

  /// - Parameters:
  ///   - file: what others share.
  ///   - states: how those of its entries stand that are here.
  ///   - edition: the reference set; nil when there is none yet.
  ///   - act: who takes over, for whom and when.
  init(
    of file: BankFile, onto states: [BankEntryID: BankEntry.State],
    knowing edition: References.Edition?, by act: Act
  ) {
    self.file = file
    items = file.entries.enumerated().map { number, entry in
      let command = BankEntry.Command.takeOver(
        entry.article, entry.provenance, organisation: act.organisation, by: act.person,
        reviewOn: act.reviewOn, on: act.today)
      return Item(
        number: number, entry: entry,
        verdict: Verdict(of: command, on: states[entry.id] ?? BankEntry.initial),
        unknownTypes: entry.article.interventionTypes.filter {
          edition?.interventionType($0) == nil
        },
        unknownDeterminants: entry.article.determinants.filter {
          edition?.determinant($0) == nil
        }, command: command)
    }
  }

  /// The entries that would change something here.
  var changing: [Item] { items.filter(\.verdict.isChange) }

  /// What is to be done for those.
  var orders: [NumberedOrder<BankEntry>] {
    get throws {
      try changing.map { item in
        NumberedOrder(
          number: item.number, order: Order<BankEntry>(item.command, on: item.entry.id.identity),
          content: try Payload.encode(item.entry.json))
      }
    }
  }
}

extension BankTakeover.Verdict {
  fileprivate init(of command: BankEntry.Command, on state: BankEntry.State) {
    do throws(BankEntry.Refusal) {
      let events = try BankEntry.decide(command, state)
      self =
        if events.isEmpty { .same } else if let accepted = state.dossier?.accepted {
          .replaces(version: accepted.version, isAmendedHere: !accepted.isAsShared)
        } else { .new }
    } catch {
      self = .refused(error)
    }
  }

  var isChange: Bool {
    switch self {
    case .new, .replaces: true
    case .same, .refused: false
    }
  }
}
