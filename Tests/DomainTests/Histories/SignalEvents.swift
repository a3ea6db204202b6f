import Domain
import TestCast

/// Every event of a signal as the log keeps it, for ever.
extension Golden<Signal> {
  static let signals: [Self] = [
    Golden(
      Fireworks.raised,
      "signal.raised",
      #"""
      {"dueOn":"2026-03-09","isPublic":false,"message":{"addressee":"minister",\#
      "kind":"askingAction","text":"75 procent voldoet niet",\#
      "title":"CE-markering vuurwerk"},"on":"2026-03-02",\#
      "organisation":"Inspectie Leefomgeving en Transport (ILT)","origin":{"decision":{\#
      "reference":{"decision":"00000000-0000-7000-8000-000000000001",\#
      "exploration":"00000000-0000-7000-8000-000000000001"}}}}
      """#),
    Golden(
      .raised(
        message: Fireworks.informing, organisation: "ILT",
        origin: .known(source: meerjarenplan, certainty: .sourced), dueOn: nil, isPublic: true,
        on: monday),
      "signal.raised",
      #"""
      {"isPublic":true,"message":{"addressee":"minister","kind":"informing",\#
      "text":"75 procent voldoet niet","title":"CE-markering vuurwerk"},"on":"2026-03-02",\#
      "organisation":"ILT","origin":{"known":{"certainty":"sourced","source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"}}}}
      """#),
    Golden(
      .revised(message: Fireworks.asking, on: monday),
      "signal.revised", schema: 2,
      #"""
      {"message":{"addressee":"minister","kind":"askingAction",\#
      "text":"75 procent voldoet niet","title":"CE-markering vuurwerk"},"on":"2026-03-02"}
      """#),
    Golden(
      .revised(message: Fireworks.asking, dueOn: nextMonday, on: monday),
      "signal.revised", schema: 2,
      #"""
      {"dueOn":"2026-03-09","message":{"addressee":"minister","kind":"askingAction",\#
      "text":"75 procent voldoet niet","title":"CE-markering vuurwerk"},"on":"2026-03-02"}
      """#),
    Golden(
      .sent(on: monday),
      "signal.sent",
      #"""
      {"on":"2026-03-02"}
      """#),
    Golden(
      .responded(id: 1, response: Fireworks.response, on: monday),
      "signal.responded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","response":{\#
      "from":"Directie Omgeving","text":"We passen de regels aan"}}
      """#),
    Golden(
      .takenInTreatment(on: monday),
      "signal.takenInTreatment",
      #"""
      {"on":"2026-03-02"}
      """#),
    Golden(
      .handled(on: monday),
      "signal.handled",
      #"""
      {"on":"2026-03-02"}
      """#),
    Golden(
      .reopened(reason: "Nieuw", on: monday),
      "signal.reopened",
      #"""
      {"on":"2026-03-02","reason":"Nieuw"}
      """#),
    Golden(
      .rescheduled(dueOn: nextMonday, reason: "Haast", on: monday),
      "signal.rescheduled",
      #"""
      {"dueOn":"2026-03-09","on":"2026-03-02","reason":"Haast"}
      """#),
    Golden(
      .published(on: monday),
      "signal.published",
      #"""
      {"on":"2026-03-02"}
      """#),
    Golden(
      .withheld(reason: "Lopend onderzoek", on: monday),
      "signal.withheld",
      #"""
      {"on":"2026-03-02","reason":"Lopend onderzoek"}
      """#),
  ]
}
