import Domain
import EventSourcing
import Foundation
import Testing

@testable import Web

/// Every kind of event there is, in stories that could have happened; every text in them begins with the
/// same mark.
struct Happenings {
  let mark: String

  static let exploration = Identity.numbered(1)
  static let established = Identity.numbered(2)
  static let adopted = Identity.numbered(3)
  static let signal = Identity.numbered(4)
  static let account = Identity.numbered(5)
  static let references = Identity.numbered(6)
  static let written = Identity.numbered(7)
  static let shared = Identity.numbered(8)
  static let handled = Identity.numbered(9)
  static let listed = Identity.numbered(10)
  static let entity = Identity.numbered(11)
  static let begun = Identity.numbered(12)

  /// Everything, as the log would give it back.
  func recorded() throws -> [Recorded<LogEvent>] {
    let streams: [(StreamName, [LogEvent])] = [
      (StreamName(Exploration.category, Self.exploration), try explored()),
      (StreamName(Programme.category, Self.established), try programmed()),
      (StreamName(Programme.category, Self.adopted), try takenOver()),
      (StreamName(Signal.category, Self.signal), try signalled()),
      (StreamName(Account.category, Self.account), try joined()),
      (StreamName(References.category, Self.references), try referred()),
      (StreamName(Analysis.category, Self.adopted), try analysed()),
      (StreamName(BankEntry.category, Self.written), try banked()),
      (StreamName(BankEntry.category, Self.shared), try shared()),
      (StreamName(CaseFile.category, Self.handled), try handled()),
      (StreamName(Checklist.category, Self.listed), try listed()),
      (StreamName(SupervisedEntity.category, Self.entity), try supervised()),
      (StreamName(LetterTemplate.category, Self.begun), try begun()),
    ]
    var position = 0
    return streams.flatMap { stream, events in
      events.enumerated().map { index, event in
        position += 1
        return Recorded(
          event, in: stream, of: "ilt", version: index + 1, position: position, actor: "noor",
          command: .numbered(1000 + position), recordedAt: TestSite.noon)
      }
    }
  }

  func line(_ text: String) throws -> Line { try Line(mark + text) }
  func prose(_ text: String) throws -> Prose { try Prose(mark + text) }
  func person(_ id: String) throws -> PersonID { try #require(PersonID(id)) }
  func id<Subject>(_ number: Int) -> Identifier<Subject> { Identifier(.numbered(number)) }
  func source(_ text: String) throws -> Domain.Source {
    Domain.Source(try line(text), at: WebAddress("https://example.nl/bron"))
  }

  func key<Element>(_ text: String) throws -> ElementKey<Element> {
    try #require(ElementKey(text))
  }
  func score(_ score: Int) throws -> Score { try #require(Score(rawValue: score)) }
  func edition(_ number: Int) throws -> References.EditionNumber {
    try #require(References.EditionNumber(rawValue: number))
  }
  func burden(_ burden: Int) throws -> References.Burden {
    try #require(References.Burden(rawValue: burden))
  }

  func day(_ day: Int) throws -> Day { try #require(Day(year: 2026, month: 3, day: day)) }

  private func explored() throws -> [LogEvent] {
    let day = try day(2)
    let noor = try person("noor")
    let ruling = Exploration.Ruling(
      by: try person("amina"), grounds: try prose("overtuigend"),
      dissent: [.init(by: noor, try prose("te duur"))])
    func proposed(_ number: Int, _ outcome: Exploration.Outcome) throws -> Exploration.Event {
      .decisionProposed(
        id: id(number),
        proposal: .init(
          outcome, grounds: try prose("gronden"), alternatives: try prose("niets doen"), by: noor),
        on: day)
    }
    let events: [Exploration.Event] = [
      .opened(
        title: try line("taxi"), origin: .ibraRisk, organisation: try line("inspectie"), on: day),
      .retitled(title: try line("taxivervoer"), on: day),
      .reclassified(origin: .obligation, on: day),
      .sectionRewritten(section: .causes, text: try prose("oorzaak een"), on: day),
      .sectionRewritten(section: .causes, text: try prose("oorzaak twee"), on: day),
      .partyAdded(
        id: id(1), party: .init(name: try line("politie"), role: try line("kijkt")), on: day),
      .partyRevised(
        id: id(1), party: .init(name: try line("korps"), role: try line("kijkt mee")), on: day),
      .partyRemoved(id: id(1), reason: try prose("weg"), on: day),
      .findingRecorded(
        id: id(1), finding: .init(try prose("gezien"), source: try source("veld")), on: day),
      .findingWithdrawn(id: id(1), reason: try prose("fout"), on: day),
      .argumentPut(id: id(1), argument: .init(.inFavour, try prose("schade")), on: day),
      .argumentPut(id: id(2), argument: .init(.against, try prose("kosten")), on: day),
      .argumentWithdrawn(id: id(1), reason: try prose("weerlegd"), on: day),
      try proposed(1, .project(description: try prose("pilot"), owner: noor)),
      .proposalWithdrawn(id: id(1), by: noor, reason: try prose("nog niet"), on: day),
      try proposed(2, .lineActivity(description: try prose("vergunning"), owner: noor)),
      .decisionRejected(id: id(2), ruling: ruling, on: day),
      try proposed(3, .noAction(lookAgainOn: try self.day(9))),
      .decisionAdopted(id: id(3), ruling: ruling, on: day),
      .reopened(by: noor, reason: try prose("nieuw"), on: day),
      try proposed(4, .signal(id: id(4))),
      .decisionAdopted(id: id(4), ruling: ruling, on: day),
      .reopened(by: noor, reason: try prose("nog meer"), on: day),
      try proposed(5, .programme(id: id(2))),
      .decisionAdopted(id: id(5), ruling: ruling, on: day),
    ]
    return events.map(LogEvent.exploration)
  }

  func charter() throws -> Programme.Charter {
    Programme.Charter(
      organisation: try line("inspectie"), label: try label(8, "spoor"),
      problem: try prose("druk"), manager: try person("noor"),
      term: .init(start: try day(2), review: try day(20), end: try day(30)))
  }

  func label(_ number: Int, _ name: String) throws -> Programme.Label {
    Programme.Label(
      planYear: try #require(Year(rawValue: 2026)), number: number, name: try line(name))
  }

  private func takenOver() throws -> [LogEvent] {
    let adoption = Programme.Adoption(
      plan: try line("meerjarenplan"), source: try source("plan"), certainty: .sourced)
    return [
      .programme(
        .adopted(charter: try charter(), adoption: adoption, phase: .execution, on: try day(2)))
    ]
  }

  private func signalled() throws -> [LogEvent] {
    let day = try day(2)
    let message = Signal.Message(
      title: try line("vuurwerk"), text: try prose("onveilig"), kind: .askingAction,
      addressee: .minister)
    let revised = Signal.Message(
      title: try line("illegaal vuurwerk"), text: try prose("zeer onveilig"), kind: .informing,
      addressee: .parliament)
    let events: [Signal.Event] = [
      .raised(
        message: message, organisation: try line("inspectie"),
        origin: .known(source: try source("plan"), certainty: .derived), dueOn: try self.day(9),
        isPublic: false, on: day),
      .revised(message: revised, on: day),
      .sent(on: day),
      .responded(
        id: id(1), response: .init(try prose("we passen aan"), from: try line("directie")),
        on: day),
      .takenInTreatment(on: day),
      .handled(on: day),
      .reopened(reason: try prose("opnieuw"), on: day),
      .rescheduled(dueOn: try self.day(12), reason: try prose("haast"), on: day),
      .published(on: day),
      .withheld(reason: try prose("onderzoek"), on: day),
      .raised(
        message: message, organisation: try line("inspectie"),
        origin: .decision(reference: DecisionReference(id(1), id(4))), dueOn: nil,
        isPublic: true, on: day),
    ]
    return events.map(LogEvent.signal)
  }
}

extension Identity {
  /// The identity whose UUID ends in `number`.
  static func numbered(_ number: Int) -> Identity {
    let bytes = UInt32(number).bigEndian
    return withUnsafeBytes(of: bytes) { tail in
      Identity(
        uuid: UUID(
          uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, tail[0], tail[1], tail[2], tail[3])))
    }
  }
}
