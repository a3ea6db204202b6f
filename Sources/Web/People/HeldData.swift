import Authentication
import Domain
import EventSourcing
import Foundation
import Hummingbird
import ReadModels
import Reads

/// Everything that is held about one person as data, for a program to read.
extension HeldFile {
  private struct Contents: Encodable {
    let account: String
    let person: String
    let name: String
    let mail: String?
    let openedOn: Day
    let closedOn: Day?
    let grants: [Grant]
    let signIn: SignInRecord
    let events: [HeldEvents.Event]
    let reads: [OwnRead]
    let readsByOthers: [ReadByOther]
  }

  /// A line of the read log about what the person asked for.
  private struct OwnRead: Encodable {
    let at: Date
    let session: String
    let kind: String
    let route: String
    let subject: String?
    let right: String
    let emergency: String?
    let asOf: String?
    let status: Int
    let isShown: Bool
    let rowCount: Int?

    init(_ read: Read) {
      at = read.at
      session = read.session.description
      kind = read.kind.rawValue
      route = read.route
      subject = read.subject?.description
      right = read.right.rawValue
      emergency = read.emergency?.description
      asOf = read.asOf
      status = read.status
      isShown = read.isShown
      rowCount = read.rowCount
    }
  }

  /// A line of the read log about the person, without who asked: that is about the other.
  private struct ReadByOther: Encodable {
    let at: Date
    let kind: String
    let route: String
    let subject: String?
    let status: Int
    let isShown: Bool

    init(_ read: Read) {
      at = read.at
      kind = read.kind.rawValue
      route = read.route
      subject = read.subject?.description
      status = read.status
      isShown = read.isShown
    }
  }

  func data() throws -> Response {
    let account = about.account
    let contents = Contents(
      account: about.id.description, person: account.person.description,
      name: account.profile.name.description, mail: account.profile.mail?.description,
      openedOn: account.openedOn, closedOn: account.closing?.on,
      grants: about.grants.map(\.grant), signIn: signIn,
      events: try HeldEvents(about: about, traces: traces).data(),
      reads: reads.lines.map(OwnRead.init), readsByOthers: readsByOthers.lines.map(ReadByOther.init)
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return attachment(
      String(decoding: try encoder.encode(contents), as: UTF8.self), type: "application/json",
      name: "json")
  }
}
