import Domain
import ReadModels

/// That something stops being published, above a form that takes away what it rests on.
enum StopNotice {
  /// The notice, which says what would take it away where the form itself need not; nothing where nothing would stop.
  static func html(
    _ about: CaseSubject, _ warning: Phrase = "publication.stop.warning"
  ) -> HTML {
    let reader = about.reader
    guard about.publications.contains(where: { $0.stops(on: reader.today) }) else {
      return .nothing
    }
    return """
      <div class="message message-warn"><p>\(reader.text(warning))</p></div>

      """
  }
}

extension CasePublicationRow {
  /// Whether it is public on `day`, or may become so.
  fileprivate func stops(on day: Day) -> Bool {
    switch standing {
    case .intended, .decided, .madeKnown: true
    case .published: isPublic(on: day)
    case .refrained, .withdrawn, .stopped: false
    }
  }
}
