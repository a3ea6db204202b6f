import HTTPTypes
import Hummingbird
import Logging

/// What a personal link leads to that opens nothing, or nothing any more.
///
/// It is one page for a link that never was, has ended, was replaced or was withdrawn: which of them, it tells nobody.
enum DeadLinkPage {
  static func answer(_ visit: Visit) -> Response {
    visit.logger.notice("A personal link opened nothing")
    let reader = visit.reader
    return visit.show(
      Page(
        reader.text("take-part.dead-title"), width: .read,
        body: """
          <p class="lead">\(reader.text("take-part.dead"))</p>
          <p>\(reader.text("take-part.dead-advice"))</p>
          """), status: .notFound)
  }
}
