import Domain
import EventSourcing
import ReadModels
import Reads

/// What people and subjects of the read log are called, as far as the pages about it need it.
struct SubjectNames {
  let accounts: [AccountRow]
  /// Those that lines name.
  let titles: [Identity: String]

  /// Accounts and `programmes` to choose from; explorations and signals are chosen by following a line.
  func choices(
    _ programmes: [ProgrammeNamesQuery.Name], for reader: Reader
  ) -> [(name: String?, choices: [Choice])] {
    [
      (
        reader.text(Read.Subject.Kind.account.name),
        accounts.map {
          Choice(
            Read.Subject(.account, $0.home.account.identity).description,
            $0.profile.name.description)
        }
      ),
      (
        reader.text(Read.Subject.Kind.programme.name),
        programmes.map {
          Choice(
            Read.Subject(.programme, $0.programme.identity).description,
            $0.label.name.description)
        }
      ),
    ]
  }

  /// The kind of a subject, with its name when it has one that the reader may know.
  func text(of subject: Read.Subject, for reader: Reader) -> String {
    let kind = reader.text(subject.kind.name)
    return titles[subject.identity].map { "\(kind): \($0)" } ?? kind
  }

  /// The name of who looked.
  func name(of person: PersonID, for reader: Reader) -> String {
    if person.isGuest { return reader.text("history.actor.guest") }
    return accounts.first { $0.person == person }?.profile.name.description ?? person.description
  }
}

extension Read.Subject.Kind {
  var name: Phrase {
    switch self {
    case .exploration: "reads.subject.exploration"
    case .programme: "reads.subject.programme"
    case .signal: "reads.subject.signal"
    case .entity: "reads.subject.entity"
    case .caseFile: "reads.subject.case"
    case .account: "reads.subject.account"
    case .emergency: "reads.subject.emergency"
    }
  }
}

extension Read.Kind {
  var name: Phrase {
    switch self {
    case .view: "reads.kind.view"
    case .search: "reads.kind.search"
    case .export: "reads.kind.export"
    }
  }
}

extension Reader {
  /// How what was asked for was answered.
  func result(of read: Read) -> String {
    switch read.status {
    case 200..<300:
      read.rowCount.map { text("reads.result.rows", count: $0) } ?? text("reads.result.shown")
    case 403: text("reads.result.refused")
    case 404: text("reads.result.not-found")
    case _: text("reads.result.answer", ["status": .text(String(read.status))])
    }
  }
}
