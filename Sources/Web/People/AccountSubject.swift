import Domain
import EventSourcing
import ReadModels
import Reads

/// One account with what was granted, as its page shows it and its forms fill in.
struct AccountSubject: Subject {
  let account: AccountRow
  let grants: [GrantRow]
  let emergencies: [EmergencyRow]
  let erasures: [ErasureRow]
  let holds: [HoldRow]
  let programmes: [ProgrammeNamesQuery.Name]
  let reader: Reader

  var id: AccountID { account.home.account }
  var identity: Identity { id.identity }
  var version: Int { account.version }
  var page: Link { Site.account(id) }

  /// How the read log calls it.
  var subjectOfReads: Read.Subject { Read.Subject(.account, identity) }

  /// Everything by which the read log names it: the account, and each emergency access of it.
  var subjectsOfReads: [Read.Subject] {
    [subjectOfReads] + emergencies.map { Read.Subject(.emergency, $0.id.identity) }
  }

  /// Whether it is the reader's own.
  var isReader: Bool { account.person == reader.visitor.person?.id }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("people.title"), Site.people),
      Crumb(account.profile.name.description, page),
    ]
  }

  /// The form at this part of its address; nil for who may not use it, or when it is not the time.
  func form(_ parts: String..., when isTime: Bool) -> Link? {
    let link = Link(segments: page.segments + parts)
    return isTime && reader.mayPost(to: link) ? link : nil
  }

  /// The grant that the address names.
  func grant(_ visit: Visit) throws(Problem) -> GrantRow {
    let id: GrantID = try visit.parameter("grant")
    guard let grant = grants.first(where: { $0.id == id }) else { throw .notFound }
    return grant
  }

  /// The wish to erase that the address names.
  func erasure(_ visit: Visit) throws(Problem) -> ErasureRow {
    let id: ErasureID = try visit.parameter("erasure")
    guard let erasure = erasures.first(where: { $0.id == id }) else { throw .notFound }
    return erasure
  }

  /// The duty to keep that the address names.
  func hold(_ visit: Visit) throws(Problem) -> HoldRow {
    let id: HoldID = try visit.parameter("hold")
    guard let hold = holds.first(where: { $0.id == id }) else { throw .notFound }
    return hold
  }

  func name(of scope: Grant.Scope) -> HTML { reader.scope(scope, among: programmes) }
}
