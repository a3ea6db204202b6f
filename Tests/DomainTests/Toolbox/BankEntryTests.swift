import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<BankEntry>

struct BankEntryTests {
  private static let article = article("Een brief vooraf helpt")
  private static let other = article("Een brief vooraf helpt soms")
  private static let provenance = BankEntry.Provenance(
    organisation: "Nederlandse Arbeidsinspectie", version: 1, licence: "CC-BY-4.0")
  private static let proposed = BankEntry.Event.proposed(
    article: article, organisation: inspectorate, by: joris, on: monday)
  private static let accepted = BankEntry.Event.accepted(
    version: 1, article: article, by: noor, reviewOn: nextMonday, on: tuesday)
  private static let takenOver = BankEntry.Event.takenOver(
    version: 1, article: article, provenance: provenance, organisation: inspectorate, by: noor,
    reviewOn: nextMonday, on: monday)

  private static func article(_ title: Line) -> BankEntry.Article {
    BankEntry.Article(
      .practice, title: title, text: "Na de brief kwamen er meer meldingen",
      interventionTypes: ["announcement"], determinants: ["T7"], sector: "Taxi",
      evidence: .observed, source: meerjarenplan)
  }

  private static func takeOver(
    _ article: BankEntry.Article, _ provenance: BankEntry.Provenance
  ) -> BankEntry.Command {
    .takeOver(
      article, provenance, organisation: inspectorate, by: noor, reviewOn: nextMonday, on: monday)
  }

  @Test func `anybody proposes, an editor accepts what somebody else proposed`() {
    Story.given()
      .when(.propose(Self.article, organisation: inspectorate, by: joris, on: monday))
      .then(Self.proposed)
    Story.given(Self.proposed).when(.accept(by: joris, reviewOn: nextMonday, on: tuesday))
      .refuses(.proposerCannotAccept(joris))
    Story.given(Self.proposed).when(.accept(by: noor, reviewOn: nextMonday, on: tuesday))
      .then(Self.accepted)
    Story.given(Self.proposed).when(.accept(by: noor, reviewOn: tuesday, on: tuesday))
      .refuses(.reviewNotAfter(tuesday))
  }

  @Test func `the accepted version stands until the next is accepted`() throws {
    let amended = BankEntry.Event.amended(article: Self.other, by: amina, on: wednesday)
    Story.given(Self.proposed, Self.accepted).when(.amend(Self.other, by: amina, on: wednesday))
      .then(amended)
    let dossier = try #require(
      BankEntry.state(after: [Self.proposed, Self.accepted, amended]).dossier)
    #expect(dossier.accepted?.article == Self.article)
    Story.given(Self.proposed, Self.accepted, amended)
      .when(.amend(Self.article, by: joris, on: wednesday)).refuses(.proposalPending(by: amina))
    Story.given(Self.proposed, Self.accepted, amended)
      .when(.accept(by: noor, reviewOn: nextMonday, on: wednesday))
      .then(
        .accepted(version: 2, article: Self.other, by: noor, reviewOn: nextMonday, on: wednesday))
    Story.given(Self.proposed, Self.accepted).when(.decline(by: noor, reason: "x", on: wednesday))
      .refuses(.nothingPending)
  }

  @Test func `what is still right gets another day to look again`() {
    Story.given(Self.proposed, Self.accepted)
      .when(.confirm(by: noor, reviewOn: "2027-03-01", on: nextMonday))
      .then(.confirmed(by: noor, reviewOn: "2027-03-01", on: nextMonday))
    Story.given(Self.proposed).when(.confirm(by: noor, reviewOn: "2027-03-01", on: nextMonday))
      .refuses(.notAccepted)
    Story.given(Self.proposed, Self.accepted, .retired(by: noor, reason: "x", on: wednesday))
      .when(.confirm(by: noor, reviewOn: "2027-03-01", on: nextMonday))
      .refuses(.retired(on: wednesday))
  }

  @Test func `what others share is taken over once, and again when it is newer`() {
    Story.given().when(Self.takeOver(Self.article, Self.provenance)).then(Self.takenOver)
    Story.given(Self.takenOver).when(Self.takeOver(Self.article, Self.provenance))
      .nothingHappens()
    let newer = BankEntry.Provenance(
      organisation: "Nederlandse Arbeidsinspectie", version: 2, licence: "CC-BY-4.0")
    Story.given(Self.takenOver).when(Self.takeOver(Self.other, newer))
      .then(
        .takenOver(
          version: 2, article: Self.other, provenance: newer, organisation: inspectorate,
          by: noor, reviewOn: nextMonday, on: monday))
    Story.given(Self.takenOver).when(Self.takeOver(Self.other, Self.provenance))
      .refuses(.notLaterThan(Self.provenance))
    Story.given(Self.proposed).when(Self.takeOver(Self.article, Self.provenance))
      .refuses(.ownEntry)
  }
}
