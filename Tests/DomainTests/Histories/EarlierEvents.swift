import Domain
import TestCast

/// Events of a programme in the shapes that they had before today's.
extension Golden<Programme> {
  static let earlierProgrammes: [Self] = [
    Golden(
      .measurementCorrected(
        indicator: 1, id: 1, value: .number(value: "13"), reason: "Telfout", on: monday),
      "programme.measurementCorrected", schema: 1,
      #"""
      {"id":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Telfout","value":{"number":{"value":"13"}}}
      """#),
    Golden(
      .measured(indicator: 1, id: 1, measurement: Rail.measurement, on: monday),
      "programme.measured", schema: 1,
      #"""
      {"id":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001","measurement":{"source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"value":{"number":{"value":"12.5"}}},\#
      "on":"2026-03-02"}
      """#),
  ]
}

/// Events of a signal in the shapes that they had before today's.
extension Golden<Signal> {
  static let earlierSignals: [Self] = [
    Golden(
      .revised(message: Fireworks.asking, on: monday),
      "signal.revised", schema: 1,
      #"""
      {"message":{"addressee":"minister","kind":"askingAction",\#
      "text":"75 procent voldoet niet","title":"CE-markering vuurwerk"},"on":"2026-03-02"}
      """#)
  ]
}

/// Events of a case in the shapes that they had before today's.
extension Golden<CaseFile> {
  static let earlierCases: [Self] = [
    Golden(
      .publicized(id: 3, event: .viewReceived(view: "Niet waar"), on: monday),
      "case.publicized", schema: 1,
      #"""
      {"event":{"viewReceived":{"view":"Niet waar"}},\#
      "id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    Golden(
      .publicized(
        id: 3,
        event: .decided(
          text: Publication.Text("Lek", summary: "Het lekte"), viewChanged: true), on: monday),
      "case.publicized", schema: 1,
      #"""
      {"event":{"decided":{"text":{"findings":[],"summary":"Het lekte","title":"Lek"},\#
      "viewChanged":true}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
  ]
}
