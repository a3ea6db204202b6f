import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
public import ReadModels
import Reads

/// Who looked at what: the read log, for who watches over the personal data of others.
public struct ReadsArea: Area {
  private let library: Library

  /// - Parameter library: the read models, and the read log beside them.
  public init(library: Library) { self.library = library }

  public var navigation: [NavigationItem] { [NavigationItem("reads.title", Site.reads)] }

  public var routes: [Route] {
    [
      .get("reads", for: .holding(.protect), proof: .any, showing: .people(.view), show),
      .get("reads/file", for: .holding(.protect), proof: .fresh, showing: .people(.export), file),
    ]
  }

  @Sendable private func show(_ visit: Visit) async throws -> Response {
    let question = try ReadsQuestion(visit)
    let (viewer, moment) = (try visit.viewer(), visit.reader.moment)
    let found = try await library.look(
      ReadsQuery(question.choice, after: question.place, atMost: ReadsPage.linesMax + 1),
      ReadRemovalsQuery(), AccountsQuery(), ProgrammeNamesQuery(), as: viewer, at: moment)
    let titles = try await library.look(SubjectTitlesQuery(of: found.0), as: viewer, at: moment)
    visit.rows.note(min(found.0.count, ReadsPage.linesMax))
    let page = ReadsPage(
      reads: found.0, removals: found.1, names: SubjectNames(accounts: found.2, titles: titles),
      programmes: found.3, question: question)
    return visit.show(page.page(for: visit.reader))
  }

  @Sendable private func file(_ visit: Visit) async throws -> Response {
    let question = try ReadsQuestion(visit)
    let (viewer, moment) = (try visit.viewer(), visit.reader.moment)
    let found = try await library.look(
      ReadsQuery(question.choice, atMost: ReadsFile.linesMax + 1), AccountsQuery(), as: viewer,
      at: moment)
    // Half a file that does not say so would be taken for the whole.
    guard found.0.count <= ReadsFile.linesMax else {
      throw Problem(
        .badRequest, Phrase("reads.file-too-long", ["count": .number(ReadsFile.linesMax)]))
    }
    let titles = try await library.look(SubjectTitlesQuery(of: found.0), as: viewer, at: moment)
    visit.rows.note(found.0.count)
    return ReadsFile(reads: found.0, names: SubjectNames(accounts: found.1, titles: titles))
      .answer(to: visit.reader)
  }
}
