import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

struct SurveyTests {
  private static let answers = Survey.Answers([.clear: five, .fair: five], remark: "Netjes")
  private static let five: Score = Score.allCases[4]
  private static let asked = surveyed(.asked(intervention: 1, until: nextMonday), on: tuesday)
  private let visited = Story.given(Warehouse.opened, Warehouse.logged)
  private let asked = Story.given(Warehouse.opened, Warehouse.logged, asked)

  private static func surveyed(_ event: Survey.Event, on day: Day) -> CaseFile.Event {
    .surveyed(id: 1, event: event, on: day)
  }

  private func command(_ command: Survey.Command, on day: Day) -> CaseFile.Command {
    .surveying(1, command, on: day)
  }

  @Test func `what was logged can be looked back on, and the whole once the case is closed`() {
    visited.when(command(.ask(1, until: nextMonday), on: tuesday)).then(Self.asked)
    Story.given(Warehouse.opened).when(command(.ask(1, until: nextMonday), on: tuesday))
      .refuses(.survey(.nothingDone))
    visited.when(command(.ask(nil, until: nextMonday), on: tuesday))
      .refuses(.survey(.nothingDone))
    visited.and(.closed(outcome: Warehouse.restored, on: wednesday))
      .when(command(.ask(nil, until: nextMonday), on: wednesday))
      .then(Self.surveyed(.asked(intervention: nil, until: nextMonday), on: wednesday))
    visited.when(command(.ask(1, until: monday), on: tuesday))
      .refuses(.survey(.endsBeforeItBegins))
  }

  @Test func `nobody is asked twice about the same, until nobody replied in time`() {
    let again = CaseFile.Command.surveying(2, .ask(1, until: nextMonday), on: wednesday)
    asked.when(again).refuses(.survey(.alreadyAsked))
    asked.and(Self.surveyed(.declined, on: tuesday)).when(again).refuses(.survey(.alreadyAsked))
    let late = nextMonday.adding(days: 1)
    asked.when(.surveying(2, .ask(1, until: late), on: late))
      .then(.surveyed(id: 2, event: .asked(intervention: 1, until: late), on: late))
    asked.and(Self.surveyed(.withdrawn(reason: "Fout"), on: tuesday)).when(again)
      .then(.surveyed(id: 2, event: .asked(intervention: 1, until: nextMonday), on: wednesday))
  }

  @Test func `somebody replies once, in time, and says something`() {
    let answer = command(.answer(Self.answers), on: wednesday)
    let answered = Self.surveyed(.answered(answers: Self.answers), on: wednesday)
    asked.when(answer).then(answered)
    asked.and(answered).when(answer).refuses(.survey(.alreadyAnswered))
    asked.and(answered).when(command(.decline, on: thursday)).refuses(.survey(.alreadyAnswered))
    asked.when(command(.decline, on: wednesday)).then(Self.surveyed(.declined, on: wednesday))
    asked.when(command(.answer(Survey.Answers([:])), on: wednesday))
      .refuses(.survey(.nothingSaid))
    asked.when(command(.answer(Self.answers), on: nextMonday.adding(days: 1)))
      .refuses(.survey(.over(on: nextMonday)))
    visited.when(answer).refuses(.survey(.notAsked))
  }

  @Test func `what nobody asks any more nobody answers`() {
    let withdrawn = Self.surveyed(.withdrawn(reason: "Verkeerde zaak"), on: wednesday)
    asked.when(command(.withdraw(reason: "Verkeerde zaak"), on: wednesday)).then(withdrawn)
    asked.and(withdrawn).when(command(.decline, on: wednesday)).refuses(.survey(.withdrawn))
  }

  @Test func `a closed case still takes what somebody says of it`() {
    asked.and(.closed(outcome: Warehouse.restored, on: wednesday))
      .when(command(.decline, on: thursday)).then(Self.surveyed(.declined, on: thursday))
  }

  @Test func `only what the one who is asked says is a reply`() {
    #expect(command(.decline, on: monday).isReply(to: 1))
    #expect(command(.answer(Self.answers), on: monday).isReply(to: 1))
    #expect(!command(.decline, on: monday).isReply(to: 2))
    #expect(!command(.withdraw(reason: "x"), on: monday).isReply(to: 1))
    #expect(!CaseFile.Command.reopen(reason: "x", on: monday).isReply(to: 1))
  }
}
