import Domain
import TestCast

/// Every event of the reference set as the log keeps it, for ever.
extension Golden<References> {
  static let references: [Self] = [
    Golden(
      Small.adopted[0],
      "references.adopted",
      #"""
      {"edition":{"determinants":[{"certainty":"working","cluster":"knowing","code":"T1",\#
      "group":"spontaneous","name":"Kennis van regels"},{"certainty":"working","cluster":\#
      "wanting","code":"T2","group":"spontaneous","name":"Kosten en baten"},{"certainty":\#
      "working","cluster":"having","code":"T7","group":"control","name":"Controlekans"}],\#
      "fits":[{"certainty":"working","determinant":"T1","intervention":"leaflet"},{\#
      "certainty":"working","determinant":"T7","intervention":"visit"},{"certainty":\#
      "working","determinant":"T2","intervention":"visit"},{"certainty":"working",\#
      "determinant":"T7","intervention":"desk"},{"certainty":"working","determinant":"T2",\#
      "intervention":"desk"}],"interventionTypes":[{"burden":1,"certainty":"working","key":\#
      "leaflet","name":"Voorlichting"},{"burden":3,"certainty":"working","key":"visit",\#
      "name":"Inspectie"},{"burden":2,"certainty":"working","key":"desk","name":\#
      "Deskinspectie"}],"segments":[{"certainty":"sourced","complies":true,"key":"honest",\#
      "name":"Wil en kan naleven"},{"certainty":"sourced","complies":false,"key":\#
      "careless","name":"Overtreedt af en toe bewust"}]},"on":"2026-03-02","organisation":\#
      "Inspectie Leefomgeving en Transport (ILT)","source":{"text":"Toolbox"}}
      """#),
    Golden(
      .determinantWritten(determinant: Small.asked, on: tuesday),
      "references.determinantWritten",
      #"""
      {"determinant":{"certainty":"sourced","cluster":"knowing","code":"T1","group":\#
      "spontaneous","name":"Kennis van regels","question":"Kent men de regels?"},"on":\#
      "2026-03-03"}
      """#),
    Golden(
      .determinantRemoved(code: "T7", on: tuesday),
      "references.determinantRemoved",
      #"""
      {"code":"T7","on":"2026-03-03"}
      """#),
    Golden(
      .segmentWritten(segment: Small.honest, on: tuesday),
      "references.segmentWritten",
      #"""
      {"on":"2026-03-03","segment":{"certainty":"sourced","complies":true,"key":"honest",\#
      "name":"Wil en kan naleven"}}
      """#),
    Golden(
      .segmentRemoved(key: "honest", on: tuesday),
      "references.segmentRemoved",
      #"""
      {"key":"honest","on":"2026-03-03"}
      """#),
    Golden(
      .interventionTypeWritten(type: Small.renamed, on: tuesday),
      "references.interventionTypeWritten",
      #"""
      {"on":"2026-03-03","type":{"burden":3,"certainty":"working","key":"visit","name":\#
      "Bezoek"}}
      """#),
    Golden(
      .interventionTypeRemoved(key: "visit", on: tuesday),
      "references.interventionTypeRemoved",
      #"""
      {"key":"visit","on":"2026-03-03"}
      """#),
    Golden(
      .fitWritten(fit: Small.fit("visit", "T1"), on: tuesday),
      "references.fitWritten",
      #"""
      {"fit":{"certainty":"working","determinant":"T1","intervention":"visit"},"on":\#
      "2026-03-03"}
      """#),
    Golden(
      .fitRemoved(intervention: "visit", determinant: "T2", on: tuesday),
      "references.fitRemoved",
      #"""
      {"determinant":"T2","intervention":"visit","on":"2026-03-03"}
      """#),
    Golden(
      .proposed(by: noor, note: "Korter", on: tuesday),
      "references.proposed",
      #"""
      {"by":"noor","note":"Korter","on":"2026-03-03"}
      """#),
    Golden(
      .published(number: 2, edition: Small.edition, note: "Korter", by: amina, on: wednesday),
      "references.published",
      #"""
      {"by":"amina","edition":{"determinants":[{"certainty":"working","cluster":"knowing",\#
      "code":"T1","group":"spontaneous","name":"Kennis van regels"},{"certainty":"working",\#
      "cluster":"wanting","code":"T2","group":"spontaneous","name":"Kosten en baten"},{\#
      "certainty":"working","cluster":"having","code":"T7","group":"control","name":\#
      "Controlekans"}],"fits":[{"certainty":"working","determinant":"T1","intervention":\#
      "leaflet"},{"certainty":"working","determinant":"T7","intervention":"visit"},{\#
      "certainty":"working","determinant":"T2","intervention":"visit"},{"certainty":\#
      "working","determinant":"T7","intervention":"desk"},{"certainty":"working",\#
      "determinant":"T2","intervention":"desk"}],"interventionTypes":[{"burden":1,\#
      "certainty":"working","key":"leaflet","name":"Voorlichting"},{"burden":3,"certainty":\#
      "working","key":"visit","name":"Inspectie"},{"burden":2,"certainty":"working","key":\#
      "desk","name":"Deskinspectie"}],"segments":[{"certainty":"sourced","complies":true,\#
      "key":"honest","name":"Wil en kan naleven"},{"certainty":"sourced","complies":false,\#
      "key":"careless","name":"Overtreedt af en toe bewust"}]},"note":"Korter","number":2,\#
      "on":"2026-03-04"}
      """#),
    Golden(
      .sentBack(by: amina, reason: "Waarom?", on: wednesday),
      "references.sentBack",
      #"""
      {"by":"amina","on":"2026-03-04","reason":"Waarom?"}
      """#),
  ]
}
