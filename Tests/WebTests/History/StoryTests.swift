import Domain
import EventSourcing
import Foundation
import Testing

@testable import Web

private let intruding = "<script>\"'&amp;<b>{sentence}"

private func teller(_ language: Language = .dutch) throws -> Teller {
  Teller(
    reader: try Reader.example(language), people: People(persons: [Cast.noor, Cast.amina]))
}

private func chapters(
  _ mark: String = "", _ language: Language = .dutch
) throws -> [Story.Chapter] {
  Story(try Happenings(mark: mark).recorded(), told: try teller(language)).chapters
}

/// All that a chapter puts on the page.
private func told(_ chapter: Story.Chapter, to reader: Reader) -> HTML {
  HTML(reader.text(chapter.tale.sentence)) + chapter.tale.details(for: reader)
}

@Test func `the stories of these tests hold every event there is`() throws {
  let told = Set(try chapters().map { try $0.recorded.event.stored().type })
  let root = TestSite.folder.appending(path: "../Sources/Domain").standardized
  let files = [
    "Explorations/Exploration", "Programmes/Programme", "Signals/Signal", "People/Account",
    "Toolbox/Analyses/Analysis", "Toolbox/References/References", "Toolbox/Bank/BankEntry",
    "Cases/CaseFile", "Cases/Templates/Template",
    "Entities/SupervisedEntity",
  ]
  let categories = [
    "supervisedentity": [SupervisedEntity.category], "casefile": [CaseFile.category],
    "template": [Checklist.category, LetterTemplate.category],
  ]
  for file in files {
    let source = try String(contentsOf: root.appending(path: file + ".swift"), encoding: .utf8)
    let name = try #require(file.split(separator: "/").last).lowercased()
    let events = source.split(separator: "\n").drop { !$0.contains("enum Event") }
      .prefix { $0 != "  }" }.filter { $0.hasPrefix("    case ") }
    #expect(!events.isEmpty)
    for event in events {
      for category in categories[name] ?? [name] {
        let type = "\(category).\(event.dropFirst(9).prefix { $0 != "(" })"
        #expect(told.contains(type), "\(type)")
      }
    }
  }
}

@Test(arguments: Language.allCases)
func `every event has its sentence and names for all it says`(language: Language) throws {
  let reader = try Reader.example(language)
  let unknown = reader.text("history.unknown")
  for chapter in try chapters("", language) {
    let text = told(chapter, to: reader).text
    let type = try chapter.recorded.event.stored().type
    #expect(!text.utf8.contains(UInt8(ascii: "{")), "\(type): \(text)")
    #expect(!text.contains("⟦"), "\(type): \(text)")
    #expect(!text.contains(unknown), "\(type): \(text)")
    #expect(chapter.title != unknown, "\(type)")
  }
}

@Test func `all that somebody wrote is told, and nothing of it becomes markup`() throws {
  let reader = try Reader.example()
  let harmless = try chapters("x")
  for (chapter, other) in zip(try chapters(intruding), harmless) {
    let type = try chapter.recorded.event.stored().type
    let html = told(chapter, to: reader)
    for text in try texts(of: chapter.recorded.event)
    where text.hasPrefix(intruding) && !chapter.recorded.event.isKeptUntilRoundCloses {
      #expect(html.text.contains(HTML(text).text), "\(type) does not tell \(text)")
    }
    let plain = told(other, to: reader)
    for mark in ["<", ">", "\""] {
      #expect(count(mark, in: html) == count(mark, in: plain), "\(type): \(html.text)")
    }
  }
}

@Test func `what was said with a score is told when the round is closed, and not before`() throws {
  let remarks = try ["vaak", "soms"].map {
    HTML(try Happenings(mark: "").prose($0).description).text
  }
  let reader = try Reader.example()
  var tellings: [String: String] = [:]
  for chapter in try chapters() {
    tellings[try chapter.recorded.event.stored().type, default: ""] +=
      told(chapter, to: reader).text
  }
  let closing = try #require(tellings["analysis.roundClosed"])
  tellings["analysis.roundClosed"] = nil
  for remark in remarks {
    #expect(closing.contains("<p>\(remark)</p>"))
    for (type, told) in tellings { #expect(!told.contains("<p>\(remark)</p>"), "\(type)") }
  }
  #expect(!closing.contains("Amina"))
}

@Test func `what the reference set has a name for is called by that name, and not by its key`()
  throws
{
  let events = try Happenings(mark: "").recorded()
  let edition = try #require(
    events.lazy.compactMap { recorded -> References.Edition? in
      guard case .references(.published(_, let edition, _, _, _)) = recorded.event else {
        return nil
      }
      return edition
    }.first)
  let named = try #require(edition.determinants.first)
  let reader = try Reader.example()
  func telling(_ edition: References.Edition?) -> String {
    let teller = Teller(reader: reader, people: People(persons: [Cast.noor]), edition: edition)
    return Story(events, told: teller) { if case .bankEntry = $0.event { true } else { false } }
      .chapters.map { told($0, to: reader).text }.joined()
  }
  let (byKey, byName) = (telling(nil), telling(edition))
  #expect(byKey.contains(named.code.description))
  #expect(!byKey.contains(named.name.description))
  #expect(byName.contains(named.name.description))
  #expect(!byName.contains(named.code.description))
}

@Test func `a case that goes to a programme or a group says what it was and what it became`() throws
{
  let reader = try Reader.example()
  let (spoor, vracht, reizigers) = (
    ProgrammeID(.fresh()), TargetGroupID(.fresh()), TargetGroupID(.fresh())
  )
  let reason = try Prose("Hoort daar")
  var teller = try teller()
  teller.known = [
    spoor.identity: "Veilig spoor", vracht.identity: "vrachtvervoer",
    reizigers.identity: "reizigersvervoer",
  ]
  func tale(of group: TargetGroupID, after history: [CaseFile.Event]) throws -> (String, String) {
    let day = try #require(Day(year: 2026, month: 3, day: 2))
    let tale = teller.tale(
      of: .attached(programme: spoor, targetGroup: group, reason: reason, on: day),
      after: CaseFile.state(after: history))
    return (reader.text(tale.sentence), plain(tale.details(for: reader)))
  }
  let opened = try Happenings(mark: "").recorded().compactMap { recorded -> CaseFile.Event? in
    guard case .caseFile(let event) = recorded.event else { return nil }
    return event
  }.prefix(1)
  let (joined, details) = try tale(of: vracht, after: Array(opened))
  #expect(joined == "Bij een programma gevoegd")
  #expect(details.contains("Veilig spoor") && details.contains("vrachtvervoer"))
  let day = try #require(Day(year: 2026, month: 3, day: 2))
  let attached = CaseFile.Event.attached(
    programme: spoor, targetGroup: vracht, reason: reason, on: day)
  let (changed, groups) = try tale(of: reizigers, after: opened + [attached])
  #expect(changed == "Doelgroep gewijzigd")
  #expect(groups.contains("vrachtvervoer") && groups.contains("reizigersvervoer"))
  #expect(!groups.contains("Veilig spoor"))
}

@Test func `a history with hostile text has no element more than one without`() throws {
  let reader = try Reader.example()
  func page(_ mark: String) throws -> HTML {
    Story(try Happenings(mark: mark).recorded(), told: try teller())
      .timeline(namingSubject: true).html(for: reader)
  }
  for mark in ["<", ">", "\""] {
    #expect(count(mark, in: try page(intruding)) == count(mark, in: try page("x")))
  }
}

@Test(arguments: [
  ("exploration.retitled", "taxi", "taxivervoer"),
  ("exploration.sectionRewritten", "oorzaak een", "oorzaak twee"),
  ("exploration.partyRevised", "politie", "korps"),
  ("exploration.partyRevised", "kijkt", "kijkt mee"),
  ("exploration.reclassified", "een risico uit de IBRA", "een verplichting"),
  ("programme.renamed", "spoor", "veilig spoor"),
  ("programme.renamed", "8 in planjaar 2026", "9 in planjaar 2026"),
  ("programme.problemRestated", "druk", "drukker"),
  ("programme.managerAppointed", "Noor de Wit", "Amina el Idrissi"),
  ("programme.extended", "30 maart 2026", "31 maart 2026"),
  ("programme.extended", "20 maart 2026", "25 maart 2026"),
  ("programme.gatePlanned", "5 maart 2026", "6 maart 2026"),
  ("programme.goalReworded", "doel een", "doel twee"),
  ("programme.targetGroupRenamed", "vervoerders", "bedrijven"),
  ("programme.partnerRevised", "era", "bureau"),
  ("programme.memberJoined", "inspecteur", "analist"),
  ("programme.interventionRevised", "bezoek", "bedrijfsbezoek"),
  ("programme.interventionEvaluationRevised", "gezien een", "gezien twee"),
  ("programme.evaluationRevised", "bijdrage een", "bijdrage twee"),
  ("signal.revised", "vuurwerk", "illegaal vuurwerk"),
  ("signal.revised", "onveilig", "zeer onveilig"),
  ("signal.rescheduled", "9 maart 2026", "12 maart 2026"),
  ("signal.handled", "in behandeling", "afgehandeld"),
  ("signal.published", "nee", "ja"),
  ("references.determinantWritten", "kennis oud", "kennis nieuw"),
  ("references.determinantWritten", "weet men het oud", "weet men het nieuw"),
  ("references.segmentWritten", "eerlijk oud", "eerlijk nieuw"),
  ("references.interventionTypeWritten", "bezoek oud", "bezoek nieuw"),
  ("analysis.subRiskRevised", "te hard rijden", "veel te hard rijden"),
  ("analysis.subRiskRevised", "telling", "meting"),
  ("analysis.subRiskWeighed", "4, groot", "5, heel groot"),
  (
    "analysis.prioritised", "door rood rijden en veel te hard rijden",
    "veel te hard rijden en door rood rijden"
  ),
  ("analysis.sessionRevised", "focusgroep", "werksessie"),
  ("analysis.sessionRevised", "3 maart 2026", "4 maart 2026"),
  ("analysis.sessionNoted", "druk bezocht", "veel besproken"),
  ("analysis.sectorNamed", "rail", "goederen"),
  ("analysis.sizeEstimated", "80 machinisten", "90 bestuurders"),
  ("analysis.segmentsEstimated", "honest 60 procent", "honest 70 procent"),
  ("analysis.segmentsEstimated", "-", "honest 60 procent"),
  ("analysis.determinantJudged", "1, staat sterk in de weg", "2, staat in de weg"),
  ("analysis.determinantJudged", "uitleg een", "uitleg twee"),
  ("analysis.influencerRevised", "club", "brancheclub"),
  ("bankentry.amended", "brief twee", "brief drie"),
  ("bankentry.amended", "literatuur", "praktijkvoorbeeld"),
  ("bankentry.takenOver", "bron een", "bron twee"),
])
func `a revision shows what was and what it became`(
  type: String, old: String, new: String
) throws {
  let changes = try chapters().filter { try $0.recorded.event.stored().type == type }
    .flatMap(\.tale.details).map { detail -> String in
      switch detail {
      case .said: ""
      case .changed(_, let from, let to): "\(plain(from)) -> \(plain(to))"
      }
    }
  #expect(changes.contains("\(old) -> \(new)"), "\(changes)")
}

@Test
func `a corrected measurement, a new target and a new estimate show the figures they replace`()
  throws
{
  func text(_ type: String) throws -> String {
    let chapter = try #require(
      try chapters().last { try $0.recorded.event.stored().type == type })
    return chapter.tale.details.map { detail in
      switch detail {
      case .said: ""
      case .changed(_, let from, let to): "\(plain(from)) -> \(plain(to))"
      }
    }.joined()
  }
  #expect(try text("programme.measurementCorrected").contains("12,5 procent -> 13 procent"))
  #expect(try text("programme.targetRevised").contains("65 procent"))
  #expect(try text("programme.targetRevised").contains("70 procent"))
  #expect(try text("programme.damageEstimated").contains("1 tot 1,5 miljoen euro"))
  #expect(try text("programme.damageEstimated").contains("2 tot 3 miljoen euro"))
}

@Test func `an event whose past is missing is still told`() throws {
  let teller = try teller()
  for recorded in try Happenings(mark: "").recorded() {
    let story = Story([recorded], told: teller)
    let chapter = try #require(story.chapters.first)
    let text = told(chapter, to: teller.reader).text
    #expect(!text.contains("⟦") && !text.utf8.contains(UInt8(ascii: "{")), "\(text)")
  }
}

@Test func `a sentence reads as one says it`() throws {
  let reader = try Reader.example()
  let sentences = try chapters().map { reader.text($0.tale.sentence) }
  #expect(sentences.contains("De verkenning ‘taxi’ is geopend."))
  #expect(sentences.contains("Amina el Idrissi heeft besloten om een programma te starten."))
  #expect(sentences.contains("De indicator ‘seinen’ is gemeten op 2 maart 2026."))
  #expect(sentences.contains("Het signaal is verstuurd aan het parlement."))
  #expect(sentences.contains("De stap Kiezen, versie 1, is afgerond."))
  #expect(sentences.contains("Voor een doelgroep is gekozen: politie laten handelen."))
  #expect(sentences.contains("bezoek nieuw past nu bij kennis nieuw."))
}

@Test func `who did it is named, also when it was no person`() throws {
  let teller = try teller()
  #expect(teller.name(ofActor: "noor") == "Noor de Wit")
  #expect(teller.name(ofActor: "koers-seed") == "Koers (begingegevens)")
  #expect(teller.name(ofActor: "koers-reminder") == "Koers (automatisch)")
  #expect(teller.name(ofActor: "piet") == "piet")
}

@Test func `a chapter says when it happened only if it was recorded on another day`() throws {
  let event = LogEvent.signal(.sent(on: try Happenings(mark: "").day(2)))
  #expect(event.happened(otherThan: TestSite.noon) == nil)
  let lateThatDay = try #require(try? Date("2026-03-02T22:30:00Z", strategy: .iso8601))
  #expect(event.happened(otherThan: lateThatDay) == nil)
  let nextDay = try #require(try? Date("2026-03-02T23:30:00Z", strategy: .iso8601))
  #expect(event.happened(otherThan: nextDay) == event.on)
}

@Test func `the newest stands first, with its own address and the way to how it was`() throws {
  let html = Story(try Happenings(mark: "").recorded(), told: try teller())
    .timeline { $0.recorded.stream.identity == Happenings.signal }
    .html(for: try Reader.example()).text
  let ids = html.matches(of: /<li id="event-([0-9]+)">/).compactMap { Int($0.1) }
  #expect(ids.count == 11)
  #expect(ids == ids.sorted(by: >))
  let last = try #require(ids.first)
  let page = "/signals/\(Happenings.signal)"
  #expect(html.contains("href=\"\(page)/history#event-\(last)\""))
  #expect(html.contains("href=\"\(page)?as-of=\(last)\""))
}

extension LogEvent {
  /// Whether it tells nothing of what was written with it until its round of scores is closed.
  fileprivate var isKeptUntilRoundCloses: Bool {
    guard case .analysis(.scored) = self else { return false }
    return true
  }
}

/// Every text in what the log keeps of `event`.
private func texts(of event: LogEvent) throws -> [String] {
  func texts(_ json: JSON) -> [String] {
    switch json {
    case .null, .bool, .integer, .number: []
    case .string(let text): [text]
    case .array(let values): values.flatMap(texts)
    case .object(let fields): fields.values.flatMap(texts)
    }
  }
  let payload = Data(try event.stored().payload)
  return texts(try JSONDecoder().decode(JSON.self, from: payload))
}

private func count(_ mark: String, in html: HTML) -> Int {
  html.bytes.count { $0 == mark.utf8.first }
}

/// The text of a detail without its paragraphs.
private func plain(_ html: HTML?) -> String {
  html?.text.replacing(/<[^>]*>/, with: "") ?? "-"
}
