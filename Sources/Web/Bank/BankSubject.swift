import Domain
import EventSourcing
import ReadModels

/// One entry of the data bank, as its page shows it and its forms fill in.
struct BankSubject: Subject {
  let entry: BankEntryRow
  /// What types and determinants are called now; nil before there is a reference set.
  let edition: References.Edition?
  let change: Change
  let people: People
  let reader: Reader

  var id: BankEntryID { entry.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }
  var page: Link { Site.bankEntry(id) }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("bank.title"), Site.bank),
      Crumb(entry.article?.title.description ?? reader.text("bank.title"), page),
    ]
  }

  /// The form at this part of its address; nil for who may not use it, or when it is not the time.
  func form(_ part: String, when isTime: Bool) -> Link? {
    let link = Site.bankEntry(id, part)
    return isTime && entry.drop == nil && reader.mayPost(to: link) ? link : nil
  }
}
