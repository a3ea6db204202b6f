import Domain
import TestCast

/// Every event of a checklist as the log keeps it, for ever.
extension Golden<Checklist> {
  static let checklists: [Self] = [
    Golden(
      Cooling.published,
      "checklist.published",
      #"""
      {}
      """#),
    Golden(
      .published(
        edition: 2,
        content: Checklist.Content(
          "Algemeen", items: [Checklist.Item("q1", question: "Klopt het?", rule: "Regel")]),
        organisation: "ILT", on: monday),
      "checklist.published",
      #"""
      {}
      """#),
    Golden(
      .retired(reason: "Oud", on: monday),
      "checklist.retired",
      #"""
      {}
      """#),
  ]
}
