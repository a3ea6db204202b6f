import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Analysis>

struct SessionTests {
  @Test func `a session is convened once, for one step`() {
    Story.given(TaxiAnalysis.found).when(.sessions(1, .convene(Table.convening), on: monday))
      .then(.sessionConvened(id: 1, convening: Table.convening, on: monday))
    Story.given(Table.convened).when(.sessions(1, .convene(Table.convening), on: monday))
      .refuses(.identifierInUse)
    let elsewhere = Analysis.Convening(
      "Focusgroep taxi", step: .act, form: .focusGroup, heldOn: wednesday)
    Story.given(Table.convened).when(.sessions(1, .revise(elsewhere), on: monday))
      .refuses(.sessionOfOtherStep)
    Story.given(TaxiAnalysis.found).when(.sessions(1, .note("x"), on: monday)).refuses(
      .unknownSession)
  }

  @Test func `everybody is invited once`() {
    Story.given(Table.convened).when(.sessions(1, .invite(1, Table.guest), on: monday))
      .then(.participantInvited(session: 1, id: 1, participant: Table.guest, on: monday))
    Story.given(Table.seated).when(.sessions(1, .invite(3, Table.guest), on: monday))
      .refuses(.alreadyInvited(2))
    Story.given(Table.seated).when(.sessions(1, .excuse(2, reason: "Ziek"), on: monday))
      .then(.participantExcused(session: 1, id: 2, reason: "Ziek", on: monday))
    Story.given(Table.scored).when(.sessions(1, .excuse(1, reason: "Ziek"), on: wednesday))
      .refuses(.hasScored(1))
  }

  @Test func `whoever takes part answers every question, for themselves`() {
    func score(_ answers: [Analysis.Answer], by participant: ParticipantID = 1) -> Analysis.Command
    {
      .sessions(1, .score(1, by: participant, answers), on: wednesday)
    }
    let story = Story.given(Table.asked)
    story.when(score(Table.answers))
      .then(
        .scored(session: 1, round: 1, participant: 1, answers: Table.answers, on: wednesday))
    story.when(score([.init(1, 4)])).refuses(.unanswered([2]))
    story.when(score(Table.answers, by: 3)).refuses(.unknownParticipant)
    story.when(score([.init(1, 4), .init(7, 4)])).refuses(.unknownQuestion(7))
    story.when(score([.init(1, 4), .init(1, 5)])).refuses(.questionTwice(1))
  }

  @Test func `one may think again until the round is closed`() throws {
    let again = [Analysis.Answer(1, 5), Analysis.Answer(2, 5)]
    let rescored = Analysis.Event.scored(
      session: 1, round: 1, participant: 1, answers: again, on: wednesday)
    Story.given(Table.scored).when(.sessions(1, .score(1, by: 1, Table.answers), on: wednesday))
      .nothingHappens()
    Story.given(Table.scored).when(.sessions(1, .score(1, by: 1, again), on: wednesday))
      .then(rescored)
    Story.given(Table.closed).when(.sessions(1, .score(1, by: 2, again), on: wednesday))
      .refuses(.roundClosed(on: wednesday))
    let session = Analysis.state(after: Table.scored + [rescored]).dossier?.sessions[1]
    #expect(session?.rounds[1]?.answers[1] == again)
  }

  @Test func `a round asks something, and is closed when somebody answered`() {
    Story.given(Table.seated).when(.sessions(1, .openRound(1, .init("Leeg", [])), on: wednesday))
      .refuses(.nothingAsked)
    Story.given(Table.asked).when(.sessions(1, .closeRound(1), on: wednesday))
      .refuses(.nobodyScored)
    Story.given(Table.scored).when(.sessions(1, .closeRound(1), on: wednesday))
      .then(.roundClosed(session: 1, id: 1, on: wednesday))
    Story.given(Table.scored).when(.sessions(1, .conclude, on: wednesday))
      .refuses(.roundsOpen([1]))
  }

  @Test func `what is settled rests on a round in which everybody had their say`() {
    let weighing = Analysis.Weighing(chance: 4, effect: 3, reason: "Zo", round: .init(1, 1))
    Story.given(Table.scored).when(.choosing(.weigh(1, weighing), on: wednesday))
      .refuses(.roundNotClosed)
    Story.given(Table.closed).when(.choosing(.weigh(1, weighing), on: wednesday))
      .then(.subRiskWeighed(id: 1, weighing: weighing, on: wednesday))
  }

  @Test func `after it was concluded nothing changes but by reopening`() {
    Story.given(Table.closed).when(.sessions(1, .conclude, on: wednesday))
      .then(.sessionConcluded(id: 1, on: wednesday))
    Story.given(Table.concluded).when(.sessions(1, .note("x"), on: thursday))
      .refuses(.sessionConcluded(on: wednesday))
    Story.given(Table.concluded).when(.sessions(1, .reopen(reason: "Vergeten"), on: thursday))
      .then(.sessionReopened(id: 1, reason: "Vergeten", on: thursday))
    Story.given(Table.closed).when(.sessions(1, .reopen(reason: "x"), on: thursday))
      .refuses(.sessionNotConcluded)
  }

  @Test func `notes and sources are free meanwhile`() {
    Story.given(Table.convened).when(.sessions(1, .note("Druk bezocht"), on: wednesday))
      .then(.sessionNoted(id: 1, notes: "Druk bezocht", on: wednesday))
    Story.given(Table.convened).when(.sessions(1, .addSource(1, meerjarenplan), on: wednesday))
      .then(.sourceAdded(session: 1, id: 1, source: meerjarenplan, on: wednesday))
    Story.given(Table.convened).when(.sessions(1, .removeSource(1), on: wednesday))
      .refuses(.unknownSource)
    Story.given(Table.convened).when(.sessions(1, .note("x"), on: sunday))
      .refuses(.beforeLast(on: monday))
  }

  @Test func `a spread shows what a mean would hide`() throws {
    let agreed = try #require(Spread(of: [3, 3, 3, 3]))
    let divided = try #require(Spread(of: [1, 5, 1, 5]))
    #expect(agreed.sum == divided.sum)
    #expect(!agreed.isWide)
    #expect(divided.isWide)
    #expect(divided.counts == [2, 0, 0, 0, 2])
    #expect(divided.medianDoubled == 6)
    #expect(Spread(of: []) == nil)
  }
}
