import Domain
import TestCast

/// Every event of a party or place as the log keeps it, for ever.
extension Golden<SupervisedEntity> {
  static let entities: [Self] = [
    Golden(
      Carrier.registered,
      "entity.registered",
      #"""
      {"kind":"organisation","on":"2026-03-02","particulars":{"address":{"dutch":{\#
      "houseNumber":"1 bis","postcode":"1234 AB","street":"Dijk","town":"Zomerhaven"}},\#
      "chainRole":"vervoerder","coordinates":"52.0705,4.3007","name":"Tuimelaar BV",\#
      "notes":"Rijdt 's nachts","numbers":[{"number":"12345678","register":"kvk"}],\#
      "sector":"Afval"}}
      """#),
    Golden(
      .registered(
        kind: .person, particulars: SupervisedEntity.Particulars(name: "Wubbo"), on: monday),
      "entity.registered",
      #"""
      {"kind":"person","on":"2026-03-02","particulars":{"name":"Wubbo","numbers":[]}}
      """#),
    Golden(
      .revised(
        particulars: Carrier.moved, dropped: [Carrier.kvk], reason: "Typefout", on: tuesday),
      "entity.revised",
      #"""
      {"dropped":[{"number":"12345678","register":"kvk"}],"on":"2026-03-03","particulars":{\#
      "address":{"foreign":{"country":"Duitsland","lines":["Straße 1","10115 Berlin"]}},\#
      "name":"Tuimelaar Groep BV","numbers":[{"number":"123456782","register":"rsin"}]},\#
      "reason":"Typefout"}
      """#),
    Golden(
      .aliasAdded(id: 1, alias: Carrier.alias, on: monday),
      "entity.aliasAdded",
      #"""
      {"alias":{"name":"De Dolfijn","note":"handelsnaam"},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .aliasRemoved(id: 1, on: monday),
      "entity.aliasRemoved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .related(id: 1, relation: Carrier.operates, on: monday),
      "entity.related",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","relation":{\#
      "kind":"operates","other":"00000000-0000-7000-8000-000000000003"}}
      """#),
    Golden(
      .relationEnded(id: 1, on: monday),
      "entity.relationEnded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      Carrier.merged,
      "entity.merged",
      #"""
      {"into":"00000000-0000-7000-8000-000000000002","on":"2026-03-03","reason":"Zelfde adres"}
      """#),
    Golden(
      .mergeUndone(reason: "Toch niet", on: monday),
      "entity.mergeUndone",
      #"""
      {"on":"2026-03-02","reason":"Toch niet"}
      """#),
    Golden(
      .absorbed(entity: Carrier.twin, on: monday),
      "entity.absorbed",
      #"""
      {"entity":"00000000-0000-7000-8000-000000000002","on":"2026-03-02"}
      """#),
    Golden(
      .released(entity: Carrier.twin, on: monday),
      "entity.released",
      #"""
      {"entity":"00000000-0000-7000-8000-000000000002","on":"2026-03-02"}
      """#),
    Golden(
      .agencyNoted(id: 1, visit: Carrier.visit, on: monday),
      "entity.agencyNoted",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","visit":{\#
      "agency":"Politie","visitedOn":"2026-03-02"}}
      """#),
    Golden(
      .agencyNoteWithdrawn(id: 1, reason: "Was elders", on: monday),
      "entity.agencyNoteWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Was elders"}
      """#),
  ]
}
