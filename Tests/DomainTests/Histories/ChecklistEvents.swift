import Domain
import TestCast

/// Every event of a checklist as the log keeps it, for ever.
extension Golden<Checklist> {
  static let checklists: [Self] = [
    Golden(
      Cooling.published,
      "checklist.published",
      #"""
      {"content":{"items":[{"key":"q1","legalBasis":"Artikel 3","question":\#
      "Is het logboek bij?","rule":"Regel"}],"programme":\#
      "00000000-0000-7000-8000-000000000001","title":"Koelinstallaties"},"edition":1,\#
      "on":"2026-03-02","organisation":"Inspectie Leefomgeving en Transport (ILT)"}
      """#),
    Golden(
      .published(
        edition: 2,
        content: Checklist.Content(
          "Algemeen", items: [Checklist.Item("q1", question: "Klopt het?", rule: "Regel")]),
        organisation: "ILT", on: monday),
      "checklist.published",
      #"""
      {"content":{"items":[{"key":"q1","question":"Klopt het?","rule":"Regel"}],"title":\#
      "Algemeen"},"edition":2,"on":"2026-03-02","organisation":"ILT"}
      """#),
    Golden(
      .retired(reason: "Oud", on: monday),
      "checklist.retired",
      #"""
      {"on":"2026-03-02","reason":"Oud"}
      """#),
  ]
}
