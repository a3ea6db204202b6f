import Domain
import EventSourcing
import ReadModels
import Reads

/// One time that emergency access was taken, as its page shows it.
struct EmergencySubject: Subject {
  let emergency: EmergencyRow
  /// Of whoever took it.
  let account: AccountRow
  /// The last of what was seen by it alone, and what those things are called.
  let reads: [Read]
  let names: SubjectNames
  let reader: Reader

  var identity: Identity { account.home.account.identity }
  var version: Int { account.version }
  var page: Link { Site.emergency(emergency.id) }

  /// Whether it is for the reader to look over, now that it is over.
  var isToReview: Bool {
    emergency.review == nil && emergency.until <= reader.now
      && account.person != reader.visitor.person?.id
  }

  func trail(for reader: Reader) -> [Crumb] {
    [Crumb(reader.text("emergency.list.title"), Site.emergencies), Crumb(title, page)]
  }

  var title: String {
    reader.text(
      "emergency.of",
      [
        "person": .text(account.profile.name.description),
        "from": .text(reader.minute(emergency.from)),
      ])
  }
}

/// Looking over emergency access that is over: what the privacy officer found.
enum EmergencyReview {
  static let form = CommandForm<Account, EmergencySubject>(
    "emergencies/:emergency/review", for: .protect, title: "emergency.review.title",
    lead: "emergency.review.lead", button: "emergency.review.button", guarding: .none,
    fields: { sheet, about, _ in
      sheet.html(EmergencyPage.facts(about))
      sheet.prose(
        "finding", label: "emergency.finding", hint: "emergency.review.finding-hint")
    },
    command: { form, about, visit in
      let reader = visit.reader
      return try form.prose("finding").map {
        .reviewEmergency(
          about.emergency.id, finding: $0, by: try visit.actor(), at: reader.now,
          on: reader.today)
      }
    })
}
