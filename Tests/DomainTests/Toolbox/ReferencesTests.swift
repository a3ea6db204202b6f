import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<References>

struct ReferencesTests {
  @Test func `a reference set is taken over once, and whole`() {
    let adopt = References.Command.adopt(
      Small.edition, organisation: inspectorate, source: Small.source, on: monday)
    Story.given().when(adopt)
      .then(
        .adopted(
          edition: Small.edition, organisation: inspectorate, source: Small.source, on: monday))
    Story.given(Small.adopted).when(adopt).refuses(.alreadyAdopted)
    let bare = References.Edition(
      determinants: [Small.knowledge], segments: [], interventionTypes: [Small.leaflet], fits: [])
    Story.given()
      .when(.adopt(bare, organisation: inspectorate, source: Small.source, on: monday))
      .refuses(.incomplete([.noSegments, .nothingFits("T1"), .fitsNothing("leaflet")]))
    Story.given().when(.write(.determinant(Small.costs), on: monday)).refuses(.notAdopted)
  }

  @Test func `who writes an element again changes the draft and not the edition`() throws {
    Story.given(Small.adopted).when(.write(.interventionType(Small.renamed), on: tuesday))
      .then(.interventionTypeWritten(type: Small.renamed, on: tuesday))
    Story.given(Small.adopted).when(.write(.interventionType(Small.visit), on: tuesday))
      .nothingHappens()
    let dossier = try #require(References.state(after: Small.drafted).dossier)
    #expect(dossier.published == Small.edition)
    #expect(
      dossier.draft.interventionTypes.map(\.name) == ["Voorlichting", "Bezoek", "Deskinspectie"])
  }

  @Test func `an element that goes takes its fits along`() throws {
    Story.given(Small.adopted).when(.write(.removeDeterminant("T7"), on: tuesday))
      .then(.determinantRemoved(code: "T7", on: tuesday))
    let dossier = try #require(
      References.state(after: Small.adopted + [.determinantRemoved(code: "T7", on: tuesday)])
        .dossier)
    #expect(dossier.draft.fits.map(\.determinant) == ["T1", "T2", "T2"])
    Story.given(Small.adopted).when(.write(.removeDeterminant("T9"), on: tuesday))
      .refuses(.unknownDeterminant("T9"))
  }

  @Test func `what a type fits is written at once`() {
    Story.given(Small.adopted)
      .when(
        .write(
          .fits("visit", [Small.fit("visit", "T7"), Small.fit("visit", "T1")]), on: tuesday)
      )
      .then(
        .fitRemoved(intervention: "visit", determinant: "T2", on: tuesday),
        .fitWritten(fit: Small.fit("visit", "T1"), on: tuesday))
    Story.given(Small.adopted)
      .when(.write(.fits("leaflet", [Small.fit("leaflet", "T9")]), on: tuesday))
      .refuses(.unknownDeterminant("T9"))
  }

  @Test func `somebody else than who proposed it publishes`() throws {
    Story.given(Small.drafted).when(.propose(by: noor, note: "Korter", on: tuesday))
      .then(.proposed(by: noor, note: "Korter", on: tuesday))
    Story.given(Small.proposed).when(.publish(by: noor, on: wednesday))
      .refuses(.proposerCannotJudge(noor))
    Story.given(Small.proposed).when(.write(.segment(Small.honest), on: wednesday))
      .refuses(.proposalPending(by: noor))
    let draft = try #require(References.state(after: Small.proposed).dossier).draft
    let published = References.Event.published(
      number: 2, edition: draft, note: "Korter", by: amina, on: wednesday)
    Story.given(Small.proposed).when(.publish(by: amina, on: wednesday)).then(published)
    let after = try #require(References.state(after: Small.proposed + [published]).dossier)
    #expect(after.number == 2)
    #expect(after.published == draft)
  }

  @Test func `what is sent back can be written on`() {
    Story.given(Small.proposed).when(.sendBack(by: amina, reason: "Waarom?", on: wednesday))
      .then(.sentBack(by: amina, reason: "Waarom?", on: wednesday))
    Story.given(Small.proposed).and(.sentBack(by: amina, reason: "Waarom?", on: wednesday))
      .when(.write(.removeSegment("honest"), on: wednesday))
      .then(.segmentRemoved(key: "honest", on: wednesday))
    Story.given(Small.drafted).when(.publish(by: amina, on: wednesday)).refuses(.notProposed)
  }

  @Test func `only a change that leaves nothing without a fit is proposed`() {
    Story.given(Small.adopted).when(.propose(by: noor, note: "Zo", on: tuesday))
      .refuses(.nothingChanged)
    Story.given(Small.adopted)
      .and(.fitRemoved(intervention: "leaflet", determinant: "T1", on: tuesday))
      .when(.propose(by: noor, note: "Zo", on: tuesday))
      .refuses(.incomplete([.nothingFits("T1"), .fitsNothing("leaflet")]))
  }

  @Test func `nothing happens before what happened last`() {
    Story.given(Small.drafted).when(.write(.removeSegment("honest"), on: monday))
      .refuses(.beforeLast(on: tuesday))
  }
}
