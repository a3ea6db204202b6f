import Domain
import TestCast

/// Every event of an entry of the data bank as the log keeps it, for ever.
extension Golden<BankEntry> {
  static let bankEntries: [Self] = [
    Golden(
      .proposed(article: Letter.short, organisation: inspectorate, by: joris, on: monday),
      "bankentry.proposed",
      #"""
      {"article":{"determinants":[],"evidence":"observed","interventionTypes":[],"kind":\#
      "practice","text":"Na de brief kwamen er meer meldingen","title":"Een brief vooraf"},\#
      "by":"joris","on":"2026-03-02","organisation":\#
      "Inspectie Leefomgeving en Transport (ILT)"}
      """#),
    Golden(
      .proposed(article: Letter.whole, organisation: inspectorate, by: joris, on: monday),
      "bankentry.proposed",
      #"""
      {"article":{"burden":"Lezen","determinants":["T1","T7"],"evidence":"measured","fits":\#
      "Wie de regels niet kent","fitsNot":"Wie bewust overtreedt","interventionTypes":[\#
      "announcement"],"kind":"intervention","legalLimits":"Geen dreigende toon","sector":\#
      "Taxi","source":{"address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"text":"Na de brief kwamen er meer meldingen",\#
      "title":"Een brief vooraf"},"by":"joris","on":"2026-03-02","organisation":\#
      "Inspectie Leefomgeving en Transport (ILT)"}
      """#),
    Golden(
      .amended(article: Letter.short, by: joris, on: monday),
      "bankentry.amended",
      #"""
      {"article":{"determinants":[],"evidence":"observed","interventionTypes":[],"kind":\#
      "practice","text":"Na de brief kwamen er meer meldingen","title":"Een brief vooraf"},\#
      "by":"joris","on":"2026-03-02"}
      """#),
    Golden(
      .accepted(version: 2, article: Letter.short, by: noor, reviewOn: nextMonday, on: tuesday),
      "bankentry.accepted",
      #"""
      {"article":{"determinants":[],"evidence":"observed","interventionTypes":[],"kind":\#
      "practice","text":"Na de brief kwamen er meer meldingen","title":"Een brief vooraf"},\#
      "by":"noor","on":"2026-03-03","reviewOn":"2026-03-09","version":2}
      """#),
    Golden(
      .declined(by: noor, reason: "Dubbel", on: tuesday),
      "bankentry.declined",
      #"""
      {"by":"noor","on":"2026-03-03","reason":"Dubbel"}
      """#),
    Golden(
      .confirmed(by: noor, reviewOn: nextMonday, on: tuesday),
      "bankentry.confirmed",
      #"""
      {"by":"noor","on":"2026-03-03","reviewOn":"2026-03-09"}
      """#),
    Golden(
      .retired(by: noor, reason: "Achterhaald", on: wednesday),
      "bankentry.retired",
      #"""
      {"by":"noor","on":"2026-03-04","reason":"Achterhaald"}
      """#),
    Golden(
      .takenOver(
        version: 1, article: Letter.whole, provenance: Letter.provenance,
        organisation: inspectorate, by: noor, reviewOn: nextMonday, on: monday),
      "bankentry.takenOver",
      #"""
      {"article":{"burden":"Lezen","determinants":["T1","T7"],"evidence":"measured","fits":\#
      "Wie de regels niet kent","fitsNot":"Wie bewust overtreedt","interventionTypes":[\#
      "announcement"],"kind":"intervention","legalLimits":"Geen dreigende toon","sector":\#
      "Taxi","source":{"address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"text":"Na de brief kwamen er meer meldingen",\#
      "title":"Een brief vooraf"},"by":"noor","on":"2026-03-02","organisation":\#
      "Inspectie Leefomgeving en Transport (ILT)","provenance":{"licence":"CC-BY-4.0",\#
      "organisation":"Nederlandse Arbeidsinspectie","version":3},"reviewOn":"2026-03-09",\#
      "version":1}
      """#),
  ]
}
