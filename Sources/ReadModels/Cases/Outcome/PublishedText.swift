public import Domain
import EventSourcing
import Postgres

/// What everybody may read of the result of a case; its text is nil once its time is over.
public struct PublishedText: Sendable {
  public let id: PublicationID
  public let text: Publication.Text?
  public let publishedOn: Day
  /// The last day on which it is public.
  public let until: Day
}

/// What stands on one page of the list of what is published.
public struct PublishedTexts: Sendable {
  /// So many stand on a page.
  public static let countMax = 50

  /// The last published first.
  public let texts: [PublishedText]
  public let hasMore: Bool
}

/// Asked by nobody in particular: as a role that can call the two functions that answer, and see nothing else at all.
extension Library {
  /// What is public on `day`, after so many that were published later.
  public func published(
    of organisation: String, on day: Day, skipping count: Int
  ) async throws -> PublishedTexts {
    let rows = try await askAsPublic(
      """
      SELECT * FROM published_texts(\(organisation), \(day), \(count), \(PublishedTexts.countMax + 1))
      """)
    let texts = try rows.map(PublishedText.init(from:))
    return PublishedTexts(
      texts: Array(texts.prefix(PublishedTexts.countMax)),
      hasMore: texts.count > PublishedTexts.countMax)
  }

  /// One that was ever published; nil when none was.
  public func published(
    _ id: PublicationID, of organisation: String, on day: Day
  ) async throws -> PublishedText? {
    try await askAsPublic("SELECT * FROM published_text(\(organisation), \(day), \(id))")
      .first.map(PublishedText.init(from:))
  }

  private func askAsPublic(_ question: Statement) async throws -> Rows {
    let answers = try await database.batch([
      "SELECT set_config('role', 'koers_public', true)", question,
    ])
    guard answers.count == 2 else { throw LibraryError.unanswered }
    return answers[1]
  }
}

extension PublishedText {
  fileprivate init(from row: Row) throws {
    id = try row["key"]
    text = try row.wholeIfAny("text")
    publishedOn = try row["published_on"]
    until = try row["until"]
  }
}
