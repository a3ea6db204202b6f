public import Domain
public import EventSourcing
import Foundation
import Hummingbird
public import ReadModels
import Reads

/// The pages of the reference set: what the toolbox chooses from, in editions, and the draft of the next one.
public struct ReferencesArea: Area {
  /// The set that comes along with the program, for who has none yet.
  public struct Supplied: Sendable {
    public let edition: References.Edition
    public let source: Source

    public init(_ edition: References.Edition, source: Source) {
      self.edition = edition
      self.source = source
    }
  }

  private let library: Library
  private let commands: any CommandGateway
  private let supplied: Supplied
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - supplied: the set that comes along with the program.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway, supplied: Supplied,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.supplied = supplied
    self.changes = changes
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("references.navigation", Site.references)]
  }

  public var routes: [Route] {
    [
      .get("references", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        visit.show(ReferencesPage.page(try await subject(visit)))
      },
      .get("references/editions/:edition", for: .holding(.read), proof: .any, showing: .work(.view))
      {
        visit in
        let written: Int = try visit.parameter("edition")
        guard let number = References.EditionNumber(rawValue: written) else {
          throw Problem.notFound
        }
        let row = try await library.look(
          EditionQuery(number), as: try visit.viewer(), at: visit.reader.moment)
        guard let row else { throw Problem.notFound }
        return visit.show(EditionPage.page(row, for: visit.reader))
      },
      .get("references/rule", for: .holding(.read), proof: .any, showing: .nothing) { visit in
        visit.show(AlgorithmPage.page(for: visit.reader))
      },
      .get("references/draft", for: .holding(.curate), proof: .any, showing: .work(.view)) {
        visit in
        let about = try await subject(visit)
        guard about.draft != nil else { throw Problem.notFound }
        return visit.show(DraftPage.page(about))
      },
    ] + desk.routes(ReferencesForms.all)
  }

  private var desk: CommandDesk<References, ReferencesSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: { refusal, about, reader in
        ReferencesRefusals.explain(refusal, about, reader)
      })
  }

  @Sendable private func subject(_ visit: Visit) async throws -> ReferencesSubject {
    let stream = StreamName(References.category, ReferencesArea.identity)
    let found = try await library.look(
      DraftQuery(), EditionsQuery(), LastChangeQuery(of: stream), as: try visit.viewer(),
      at: visit.reader.moment)
    return ReferencesSubject(
      draft: found.0, editions: found.1, change: found.2, supplied: supplied,
      people: visit.reader.people, reader: visit.reader)
  }
}

extension ReferencesArea {
  /// A log has one reference set, so its identity is always the same.
  public static let identity = Identity(
    uuid: UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1)))
}

/// The reference set, as its pages show it and its forms fill in.
struct ReferencesSubject: Subject {

  /// Nil before a set was taken over.
  let draft: DraftRow?
  /// The last one first.
  let editions: [EditionRow]
  let change: Change?
  let supplied: ReferencesArea.Supplied
  let people: People
  let reader: Reader

  var identity: Identity { ReferencesArea.identity }
  var version: Int { change?.version ?? 0 }

  /// The draft, or the whole for a form that is not about the draft.
  var page: Link {
    reader.here.segments.dropFirst().first == "draft" ? Site.referencesDraft : Site.references
  }

  func trail(for reader: Reader) -> [Crumb] {
    let whole = Crumb(reader.text("references.title"), Site.references)
    guard page == Site.referencesDraft else { return [whole] }
    return [whole, Crumb(reader.text("references.draft"), Site.referencesDraft)]
  }

  /// What is written in the draft.
  var written: References.Edition {
    draft?.edition
      ?? References.Edition(determinants: [], segments: [], interventionTypes: [], fits: [])
  }

  /// The form at these parts of the draft's address; nil for who may not use it, or when it is not the time.
  func form(_ parts: String..., when isTime: Bool = true) -> Link? {
    let link = Link(segments: Site.referencesDraft.segments + parts)
    return isTime && reader.mayPost(to: link) ? link : nil
  }

  /// The form at these parts, as long as the draft may be written.
  func writing(_ parts: String...) -> Link? {
    let link = Link(segments: Site.referencesDraft.segments + parts)
    return draft?.proposal == nil && reader.mayPost(to: link) ? link : nil
  }
}

/// The element that an address names.
extension ReferencesSubject {
  func determinant(_ visit: Visit) throws -> References.Determinant {
    try visit.part("determinant", among: written.determinants, by: \.code)
  }

  func segment(_ visit: Visit) throws -> References.Segment {
    try visit.part("segment", among: written.segments, by: \.key)
  }

  func type(_ visit: Visit) throws -> References.InterventionType {
    try visit.part("type", among: written.interventionTypes, by: \.key)
  }
}
