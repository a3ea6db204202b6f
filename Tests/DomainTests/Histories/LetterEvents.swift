import Domain
import TestCast

/// Every event of a letter to begin from as the log keeps it, for ever.
extension Golden<LetterTemplate> {
  static let letters: [Self] = [
    Golden(
      Announcement.published,
      "letter.published",
      #"""
      {"content":{"kind":"visitAnnouncement","text":\#
      "Geachte {partij}, op {datum} komen wij.","title":"Aankondiging"},"edition":1,\#
      "on":"2026-03-02","organisation":"Inspectie Leefomgeving en Transport (ILT)"}
      """#),
    Golden(
      .retired(reason: "Oud", on: monday),
      "letter.retired",
      #"""
      {"on":"2026-03-02","reason":"Oud"}
      """#),
  ]
}
