import Domain
import ReadModels

/// Every time that emergency access was taken: who, when, why, until when, and whether somebody looked it over.
struct EmergenciesPage {
  let emergencies: [EmergencyRow]
  let accounts: [AccountRow]

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("emergency.list.title"),
      body: """
        <p class="lead">\(reader.text("emergency.list.lead"))</p>
        \(emergencies.isEmpty ? EmptyState.html(reader.text("emergency.list.empty")) : table(reader))
        """)
  }

  private func table(_ reader: Reader) -> HTML {
    var table = DataTable(
      "emergencies", caption: reader.text("emergency.title"), isCaptionHidden: true)
    table.column(reader.text("people.column.person"))
    table.column(reader.text("emergency.column.from"))
    table.column(reader.text("emergency.column.until"))
    table.column(reader.text("emergency.column.standing"), .words)
    table.column(reader.text("history.reason"), .sentences)
    for emergency in emergencies {
      let account = accounts.first { $0.home == emergency.home }
      table.row(
        """
        <a href="\(reader.to(Site.emergency(emergency.id)))">\(account?.profile.name.description ?? "")</a>
        """,
        HTML(reader.minute(emergency.from)), HTML(reader.minute(emergency.until)),
        Self.standing(of: emergency, reader), emergency.reason.html)
    }
    return table.html(for: reader)
  }

  /// Whether it goes on, waits to be looked over or was.
  static func standing(of emergency: EmergencyRow, _ reader: Reader) -> HTML {
    if emergency.holds(at: reader.now) {
      return StatusBadge.html(reader.text("emergency.standing.goes-on"), .info)
    }
    return emergency.review == nil
      ? StatusBadge.html(reader.text("emergency.standing.new"), .warn)
      : StatusBadge.html(reader.text("emergency.standing.reviewed"), .ok)
  }
}
