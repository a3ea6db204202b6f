import Domain
import ReadModels

/// For whom or what the publications of a case wait, and how they go on, among what comes next in it.
struct PublicationSteps {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  /// A sentence for each that waits.
  var waiting: [HTML] {
    awaited.map { row, awaited in "<p>\(words(for: awaited, row))</p>\n" }
  }

  /// What can be done about it now.
  var buttons: [(Phrase, Link?)] {
    awaited.compactMap { row, awaited in
      switch awaited {
      case .views: ("publication.next.view", about.form(of: row, "view"))
      case .decision: ("publication.next.decide", about.form(of: row, "decision"))
      case .agreement:
        (
          "publication.next.agree",
          about.form(of: row, "agreement", when: row.decidedBy != reader.visitor.person?.id)
        )
      case .sending: ("publication.next.make-known", about.form(of: row, "notice"))
      case .standstill: nil
      case .release: ("publication.next.release", about.form(of: row, "release"))
      }
    }
  }

  private var awaited: [(CasePublicationRow, Publication.Awaited)] {
    about.publications.compactMap { row in
      row.awaited(on: reader.dayShown).map { (row, $0) }
    }
  }

  private func words(for awaited: Publication.Awaited, _ row: CasePublicationRow) -> String {
    func dated(_ key: StaticString, _ day: Day) -> String {
      reader.text(key, ["day": .text(reader.day(day))])
    }
    return switch awaited {
    case .views(let day): dated("publication.waits.views", day)
    case .decision: reader.text("publication.waits.decision")
    case .agreement:
      reader.text(
        "publication.waits.agreement", ["person": .text(about.names.name(of: row.decidedBy))])
    case .sending: reader.text("publication.waits.sending")
    case .standstill(let day): dated("publication.waits.standstill", day)
    case .release: reader.text("publication.waits.release")
    }
  }
}

extension CaseSubject {
  /// The form at this part of the address of a publication; nil for who may not use it, or when it is not the time.
  func form(of row: CasePublicationRow, _ part: String, when isTime: Bool = true) -> Link? {
    let parts = part.split(separator: "/").map(String.init)
    let link = Link(segments: page.segments + ["publications", row.id.description] + parts)
    return form(at: link, when: isTime)
  }
}

extension CasePublicationRow {
  /// Whether a view can still be recorded.
  var mayTakeView: Bool { isUnsent && !hearings.withoutView.isEmpty }

  /// Whether there is a view to take back.
  var mayTakeBackView: Bool { isUnsent && hearings.hasView }

  /// Whether it was put to somebody who did not give a view on it.
  var mayTakeBackHearing: Bool { mayTakeView }
}
