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

extension PublishedText {
  /// So many stand on a page of the list.
  public static let countMax = 50

  /// Where one stands in the list of all: by its first day, and among those of one day by its identity.
  public struct Place: Hashable, Sendable, LosslessStringConvertible {
    let publishedOn: Day
    let id: PublicationID

    init(_ text: PublishedText) {
      publishedOn = text.publishedOn
      id = text.id
    }

    /// Reads what `description` writes; nil for anything else.
    public init?(_ description: String) {
      let parts = description.utf8.split(separator: UInt8(ascii: "_"), maxSplits: 1)
      guard parts.count == 2, let day = Day(String(decoding: parts[0], as: UTF8.self)),
        let id = PublicationID(String(decoding: parts[1], as: UTF8.self))
      else { return nil }
      publishedOn = day
      self.id = id
    }

    public var description: String { "\(publishedOn)_\(id)" }
  }

  /// A page of the list, the last published first.
  public typealias Page = Leaves<PublishedText, Place>
}

/// Asked by nobody in particular: as a role that can call the functions that answer, and see nothing else at all.
extension Library {
  /// What is public on `day`, a page of it.
  public func published(
    of organisation: String, on day: Day, at leaf: Leaf<PublishedText.Place>,
    atMost limit: Int = PublishedText.countMax
  ) async throws -> PublishedText.Page {
    let question: Statement =
      switch leaf {
      case .first:
        "SELECT * FROM published_texts(\(organisation), \(day), NULL, NULL, \(limit + 1))"
      case .after(let place):
        """
        SELECT * FROM published_texts(
          \(organisation), \(day), \(place.publishedOn), \(place.id), \(limit + 1))
        """
      case .before(let place):
        """
        SELECT * FROM published_texts_since(
          \(organisation), \(day), \(place.publishedOn), \(place.id), \(limit + 1))
        """
      }
    let found = try await askAsPublic(question).map(PublishedText.init(from:))
    if case .before = leaf, found.isEmpty {
      return try await published(of: organisation, on: day, at: .first, atMost: limit)
    }
    return PublishedText.Page(found, at: leaf, atMost: limit, place: PublishedText.Place.init)
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
