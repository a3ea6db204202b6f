import Domain
import ReadModels

/// That something stops being published, above a form that takes away what it rests on.
enum StopNotice {
  /// The notice, which says what would take it away where the form itself need not; nothing where nothing would stop.
  static func html(
    _ about: CaseSubject, _ warning: Phrase = "publication.stop.warning"
  ) -> HTML {
    let reader = about.reader
    let stops = about.publications.contains { $0.isUnderway || $0.isPublic(on: reader.today) }
    guard stops else { return .nothing }
    return """
      <div class="message message-warn"><p>\(reader.text(warning))</p></div>

      """
  }
}
