import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<SupervisedEntity>

/// A party or place from registering to merging and back.
struct SupervisedEntityTests {
  private let registered = Story.given(Carrier.registered)
  private var merged: Story { registered.and(Carrier.merged) }

  @Test func `it is registered once, and nothing is done before that`() {
    Story.given().when(.register(.organisation, Carrier.particulars, on: monday))
      .then(Carrier.registered)
    registered.when(.register(.organisation, Carrier.particulars, on: monday))
      .refuses(.alreadyRegistered)
    for command: SupervisedEntity.Command in [
      .revise(Carrier.moved, reason: nil, on: tuesday), .addAlias(1, Carrier.alias, on: tuesday),
      .undoMerge(reason: "x", on: tuesday), .absorb(1, on: tuesday),
      .noteAgency(1, Carrier.visit, on: tuesday),
    ] {
      Story.given().when(command).refuses(.notRegistered)
    }
  }

  @Test func `each kind has the numbers of its own registers, one of each, and a person none`() {
    let ship = SupervisedEntity.Particulars(name: "Noord", numbers: [Carrier.kvk])
    Story.given().when(.register(.ship, ship, on: monday)).refuses(.numberOfAnotherKind(.kvk))
    Story.given().when(.register(.person, ship, on: monday)).refuses(.numberOfAnotherKind(.kvk))
    let twice = SupervisedEntity.Particulars(
      name: "Noord", numbers: [Carrier.kvk, Carrier.number(.kvk, "87654321")])
    Story.given().when(.register(.organisation, twice, on: monday)).refuses(.secondNumber(.kvk))
  }

  @Test(arguments: [
    "123456782", "1234.56.782", "bsn 123 456 782!", "geboren 1980 123456782", "123456782 06",
    "7 123 - 456 - 782", "12345\u{00A0}6782",
  ])
  func `a citizen service number is kept nowhere`(number: String) throws {
    let (line, prose) = (try Line("Jan \(number)"), try Prose("Zijn nummer:\n\(number)"))
    for particulars in [
      SupervisedEntity.Particulars(name: line),
      SupervisedEntity.Particulars(name: "Jan", sector: line),
      SupervisedEntity.Particulars(name: "Jan", chainRole: line),
      SupervisedEntity.Particulars(name: "Jan", notes: prose),
    ] {
      Story.given().when(.register(.person, particulars, on: monday))
        .refuses(.citizenServiceNumber)
      registered.when(.revise(particulars, reason: nil, on: tuesday))
        .refuses(.citizenServiceNumber)
    }
    for alias in [SupervisedEntity.Alias(line), SupervisedEntity.Alias("J", note: line)] {
      registered.when(.addAlias(1, alias, on: tuesday)).refuses(.citizenServiceNumber)
    }
    registered.when(
      .noteAgency(1, SupervisedEntity.AgencyVisit(by: line, on: monday), on: tuesday)
    ).refuses(.citizenServiceNumber)
    registered.when(
      .merge(Carrier.id, into: Carrier.twin, ofKind: .organisation, reason: prose, on: tuesday)
    ).refuses(.citizenServiceNumber)
  }

  @Test func `other numbers may stand in a text`() throws {
    for text in [
      "123456789", "06 12345678", "1234567821", "000000000", "K 12-3", "20-11-2026 2",
    ] {
      let particulars = SupervisedEntity.Particulars(name: "Jan", notes: try Prose(text))
      Story.given().when(.register(.person, particulars, on: monday))
        .then(.registered(kind: .person, particulars: particulars, on: monday))
    }
  }

  @Test func `what is known changes, with a reason when it was wrong`() {
    registered.when(.revise(Carrier.moved, reason: "Typefout", on: tuesday))
      .then(
        .revised(
          particulars: Carrier.moved, dropped: [Carrier.kvk], reason: "Typefout", on: tuesday))
    registered.when(.revise(Carrier.moved, reason: nil, on: tuesday))
      .then(
        .revised(particulars: Carrier.moved, dropped: [Carrier.kvk], reason: nil, on: tuesday))
    registered.when(.revise(Carrier.particulars, reason: nil, on: tuesday)).nothingHappens()
    registered.when(.revise(Carrier.moved, reason: nil, on: sunday))
      .refuses(.beforeRegistered(on: monday))
  }

  @Test func `a number is taken with the one that has it, given back, and kept when merged`() {
    let stream = StreamName(SupervisedEntity.category, Carrier.id.identity)
    func claims(_ event: SupervisedEntity.Event) -> [Claim] {
      SupervisedEntity.claims(of: event, in: stream)
    }
    let kvk = Claim(.take, scope: "entity-kvk", key: "12345678")
    #expect(claims(Carrier.registered) == [kvk])
    #expect(
      claims(
        .revised(particulars: Carrier.moved, dropped: [Carrier.kvk], reason: nil, on: tuesday))
        == [
          Claim(.release, scope: "entity-kvk", key: "12345678"),
          Claim(.take, scope: "entity-rsin", key: "123456782"),
        ])
    #expect(claims(Carrier.merged).isEmpty)
  }

  @Test func `it goes by other names`() {
    let named = registered.and(.aliasAdded(id: 1, alias: Carrier.alias, on: tuesday))
    registered.when(.addAlias(1, Carrier.alias, on: tuesday))
      .then(.aliasAdded(id: 1, alias: Carrier.alias, on: tuesday))
    named.when(.addAlias(2, Carrier.alias, on: tuesday)).refuses(.nameKnown)
    named.when(.addAlias(1, SupervisedEntity.Alias("Ander"), on: tuesday))
      .refuses(.identifierInUse)
    registered
      .when(.addAlias(1, SupervisedEntity.Alias(Carrier.particulars.name), on: tuesday))
      .refuses(.nameKnown)
    named.when(.removeAlias(1, on: wednesday)).then(.aliasRemoved(id: 1, on: wednesday))
    named.when(.removeAlias(2, on: wednesday)).refuses(.aliasUnknown)
    let removed = named.and(.aliasRemoved(id: 1, on: wednesday))
    removed.when(.addAlias(1, Carrier.alias, on: wednesday)).refuses(.identifierInUse)
  }

  @Test func `it is tied to others for as long as that goes on`() {
    let relate = SupervisedEntity.Command.relate(
      1, Carrier.operates, of: Carrier.id, otherKind: .ship, on: tuesday)
    registered.when(relate)
      .then(.related(id: 1, relation: Carrier.operates, on: tuesday))
    let related = registered.and(.related(id: 1, relation: Carrier.operates, on: tuesday))
    related.when(relate).refuses(.identifierInUse)
    related.when(
      .relate(2, Carrier.operates, of: Carrier.id, otherKind: .ship, on: wednesday)
    ).refuses(.relationKnown)
    registered.when(
      .relate(
        1, SupervisedEntity.Relation(.owns, Carrier.id), of: Carrier.id,
        otherKind: .organisation, on: tuesday)
    ).refuses(.relatedToItself)
    registered.when(
      .relate(1, Carrier.operates, of: Carrier.id, otherKind: .location, on: tuesday)
    ).refuses(.relationOfOtherKinds)
    related.when(.endRelation(1, on: wednesday)).then(.relationEnded(id: 1, on: wednesday))
    related.when(.endRelation(1, on: monday)).refuses(.beforeRelated(on: tuesday))
    related.when(.endRelation(2, on: wednesday)).refuses(.relationUnknown)
    related.and(.relationEnded(id: 1, on: wednesday))
      .when(.relate(2, Carrier.operates, of: Carrier.id, otherKind: .ship, on: thursday))
      .then(.related(id: 2, relation: Carrier.operates, on: thursday))
  }

  @Test func `each tie joins the kinds that can have it`() {
    let ties: [(SupervisedEntity.Relation.Kind, String)] = SupervisedEntity.Relation.Kind.allCases
      .map { tie in
        let pairs = SupervisedEntity.Kind.allCases.flatMap { one in
          SupervisedEntity.Kind.allCases.filter { tie.ties(one, to: $0) }
            .map { "\(one)-\($0)" }
        }
        return (tie, pairs.joined(separator: " "))
      }
    #expect(
      ties.map(\.1) == [
        "organisation-ship organisation-vehicle organisation-site person-ship person-vehicle "
          + "person-site",
        "organisation-organisation organisation-location organisation-ship organisation-vehicle "
          + "organisation-site person-organisation person-location person-ship person-vehicle "
          + "person-site",
        "person-organisation",
        "organisation-location organisation-site person-location person-site location-site "
          + "ship-location ship-site vehicle-location vehicle-site site-location",
        "organisation-organisation location-location ship-ship vehicle-vehicle site-site",
      ])
  }

  @Test func `two that prove to be one are merged, for a reason`() {
    registered.when(
      .merge(
        Carrier.id, into: Carrier.twin, ofKind: .organisation, reason: "Zelfde adres", on: tuesday)
    ).then(Carrier.merged)
    registered.when(
      .merge(Carrier.id, into: Carrier.id, ofKind: .organisation, reason: "x", on: tuesday)
    )
    .refuses(.mergedIntoItself)
    registered.when(.merge(Carrier.id, into: Carrier.ship, ofKind: .ship, reason: "x", on: tuesday))
      .refuses(.mergedWithOtherKind)
    registered.when(.absorb(Carrier.twin, on: tuesday))
      .then(.absorbed(entity: Carrier.twin, on: tuesday))
    registered.and(.absorbed(entity: Carrier.twin, on: tuesday))
      .when(.absorb(Carrier.twin, on: tuesday)).nothingHappens()
  }

  @Test func `one that was merged stands still, and absorbs no other, so that no circle arises`() {
    for command: SupervisedEntity.Command in [
      .revise(Carrier.moved, reason: nil, on: wednesday),
      .addAlias(1, Carrier.alias, on: wednesday), .removeAlias(1, on: wednesday),
      .relate(1, Carrier.operates, of: Carrier.id, otherKind: .ship, on: wednesday),
      .endRelation(1, on: wednesday),
      .merge(Carrier.id, into: Carrier.ship, ofKind: .organisation, reason: "x", on: wednesday),
      .absorb(Carrier.twin, on: wednesday), .noteAgency(1, Carrier.visit, on: wednesday),
      .withdrawAgencyNote(1, reason: "x", on: wednesday),
    ] {
      merged.when(command).refuses(.merged(into: Carrier.twin))
    }
  }

  @Test func `a merge is undone for a reason, and not when there is none`() {
    merged.when(.undoMerge(reason: "Toch niet", on: wednesday))
      .then(.mergeUndone(reason: "Toch niet", on: wednesday))
    merged.when(.undoMerge(reason: "Toch niet", on: monday))
      .refuses(.beforeMerged(on: tuesday))
    registered.when(.undoMerge(reason: "Toch niet", on: wednesday)).refuses(.notMerged)
    merged.and(.mergeUndone(reason: "Toch niet", on: wednesday))
      .when(.undoMerge(reason: "Nog eens", on: wednesday)).refuses(.notMerged)
    registered.when(.release(Carrier.twin, on: wednesday)).refuses(.notAbsorbed)
    // Also of one that was itself merged since.
    registered.and(.absorbed(entity: Carrier.ship, on: tuesday), Carrier.merged)
      .when(.release(Carrier.ship, on: wednesday))
      .then(.released(entity: Carrier.ship, on: wednesday))
  }

  @Test func `that another agency was there is noted and withdrawn`() {
    registered.when(.noteAgency(1, Carrier.visit, on: tuesday))
      .then(.agencyNoted(id: 1, visit: Carrier.visit, on: tuesday))
    registered.when(.noteAgency(1, Carrier.visit, on: sunday))
      .refuses(.visitToCome(on: monday))
    let noted = registered.and(.agencyNoted(id: 1, visit: Carrier.visit, on: tuesday))
    noted.when(.noteAgency(1, Carrier.visit, on: tuesday)).refuses(.identifierInUse)
    noted.when(.withdrawAgencyNote(1, reason: "Was elders", on: tuesday))
      .then(.agencyNoteWithdrawn(id: 1, reason: "Was elders", on: tuesday))
    noted.when(.withdrawAgencyNote(2, reason: "x", on: tuesday)).refuses(.agencyNoteUnknown)
  }
}
