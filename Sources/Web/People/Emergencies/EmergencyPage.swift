import Domain
import Foundation
import ReadModels
import Reads

/// One time that emergency access was taken, and what came of it.
enum EmergencyPage {
  static func page(_ about: EmergencySubject) -> Page {
    let reader = about.reader
    return Page(
      about.title, kicker: reader.text("emergency.title"),
      trail: [Crumb(reader.text("emergency.list.title"), Site.emergencies)],
      body: """
        \(facts(about))
        \(review(about))
        <h2>\(reader.text("emergency.reads"))</h2>
        \(reads(about))
        """)
  }

  private static func reads(_ about: EmergencySubject) -> HTML {
    let reader = about.reader
    guard !about.reads.isEmpty else {
      return EmptyState.html(reader.text("emergency.reads-empty"))
    }
    let rest = Site.reads.with("person", about.account.person.description)
      .with("from", Self.day(of: about.emergency.from)).with(
        "until", Self.day(of: about.emergency.until))
    return """
      \(ReadsTable.html(about.reads, about.names, for: reader))
      <p><a href="\(reader.to(rest))">\(reader.text("emergency.reads-all"))</a></p>
      """
  }

  private static func day(of instant: Instant) -> String {
    Day(Date(timeIntervalSince1970: Double(instant.seconds)), in: Reader.netherlands).description
  }

  /// Who took it, when, why and until when, and what was found.
  static func facts(_ about: EmergencySubject) -> HTML {
    let (reader, emergency) = (about.reader, about.emergency)
    var list = SummaryList()
    list.add(
      reader.text("people.column.person"),
      "<a href=\"\(reader.to(Site.account(about.account.home.account)))\">\(about.account.profile.name)</a>"
    )
    list.add(reader.text("emergency.column.from"), text: reader.minute(emergency.from))
    list.add(reader.text("emergency.column.until"), text: reader.minute(emergency.until))
    list.add(reader.text("history.reason"), emergency.reason.html)
    list.add(
      reader.text("emergency.column.standing"), EmergenciesPage.standing(of: emergency, reader))
    if let review = emergency.review {
      list.add(
        reader.text("emergency.reviewed-by"),
        text: reader.text(
          "emergency.reviewed",
          [
            "person": .text(reader.people.name(ofActor: review.by, for: reader)),
            "day": .text(reader.day(review.on)),
          ]))
      list.add(reader.text("emergency.finding"), review.finding.html)
    }
    return list.html(for: reader)
  }

  private static func review(_ about: EmergencySubject) -> HTML {
    let link = Site.emergency(about.emergency.id, "review")
    guard about.isToReview, about.reader.mayPost(to: link) else { return .nothing }
    let button = Button.link(
      about.reader.text("emergency.review.title"), to: about.reader.to(link))
    return "<p class=\"row\">\(button)</p>\n"
  }
}
