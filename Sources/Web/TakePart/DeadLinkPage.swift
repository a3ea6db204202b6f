import HTTPTypes
import Hummingbird
import Logging

/// What a personal link leads to that opens nothing, or nothing any more.
///
/// It is one page for a link that never was, has ended, was replaced or was withdrawn: which of them, it tells nobody. Of
/// a survey it says that it may be over, whatever the reason.
enum DeadLinkPage {
  /// The page at an address of this `pattern`, which says what the link would be for.
  static func answer(_ visit: Visit, at pattern: String) -> Response {
    let isSurvey = pattern == "\(SurveyArea.pattern)"
    visit.logger.notice("A personal link opened nothing")
    let reader = visit.reader
    return visit.show(
      Page(
        reader.text(isSurvey ? "survey.dead-title" : "take-part.dead-title"), width: .read,
        body: """
          <p class="lead">\(reader.text(isSurvey ? "survey.dead" : "take-part.dead"))</p>
          <p>\(reader.text(isSurvey ? "survey.dead-advice" : "take-part.dead-advice"))</p>
          """), status: .notFound)
  }
}
