import Domain
import HTTPTypes
import Hummingbird
public import ReadModels

/// What everybody may read of the results of cases: the texts that were written to be public, and nothing else.
public struct PublishedArea: Area {
  private let library: Library

  /// - Parameter library: the read models, of which it asks what is public as somebody who sees nothing else.
  public init(library: Library) { self.library = library }

  public var routes: [Route] {
    [
      .get("published", for: .everyone, proof: .any, showing: .nothing, list),
      .get("published/:publication", for: .everyone, proof: .any, showing: .nothing, one),
    ]
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    guard !reader.looksBack else { return visit.go(to: Site.published) }
    let found = try await library.published(
      of: reader.house.organisation, on: reader.today,
      at: try visit.leaf("after", or: "published.place-unreadable"))
    let items = found.items.compactMap { published in
      published.text.map { item(published, $0, reader) }
    }
    let body: HTML =
      items.isEmpty
      ? EmptyState.html(reader.text("published.none"))
      : "<ul class=\"things\">\n\(items)</ul>\n"
    return visit.show(
      Page(
        reader.text("published.title"), width: .read,
        body: """
          <p class="lead">\(reader.text(
            "published.lead", ["organisation": .text(reader.house.organisation)]))</p>
          \(body)\(Pagination.html(found, of: Site.published, by: "after", for: reader))
          """))
  }

  private func item(
    _ published: PublishedText, _ text: Publication.Text, _ reader: Reader
  ) -> HTML {
    """
    <li><span><a href="\(reader.to(Site.published(published.id)))">\(text.title)</a>\
    \(text.name.map { "<br>\($0)" as HTML })\
    <br><span class="muted">\(reader.time(published.publishedOn))</span></span></li>

    """
  }

  @Sendable private func one(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    let id: PublicationID = try visit.parameter("publication")
    // What was public once is not public on that account.
    guard !reader.looksBack else { return visit.go(to: Site.published(id)) }
    let found = try await library.published(
      id, of: reader.house.organisation, on: reader.today)
    guard let found else { throw Problem.notFound }
    guard let text = found.text else { return gone(visit) }
    return visit.show(
      Page(
        text.title.description,
        kicker: reader.text(
          "published.kicker", ["organisation": .text(reader.house.organisation)]),
        trail: [Crumb(reader.text("published.title"), Site.published)], width: .read,
        body: """
          <p class="muted">\(reader.text(
            "published.days",
            ["from": .text(reader.day(found.publishedOn)), "until": .text(reader.day(found.until))]))</p>
          \(PublishedView.html(text, for: reader))
          """))
  }

  private func gone(_ visit: Visit) -> Response {
    let reader = visit.reader
    return visit.show(
      Page(
        reader.text("published.gone-title"),
        trail: [Crumb(reader.text("published.title"), Site.published)], width: .read,
        body: "<p class=\"lead\">\(reader.text("published.gone"))</p>"), status: .gone)
  }
}
