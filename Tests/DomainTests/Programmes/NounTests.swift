import Domain
import Testing

struct NounTests {
  @Test func `an event's noun is that of its topic`() {
    for golden in Golden<Programme>.programmes {
      #expect(golden.event.noun == noun(of: golden.event.topic), "\(golden.type)")
    }
  }

  @Test func `every noun has events`() {
    let nouns = Set(Golden<Programme>.programmes.map(\.event.noun))
    #expect(nouns == Set(Programme.Noun.allCases))
  }

  private func noun(of topic: Programme.Topic) -> Programme.Noun {
    switch topic {
    case .charter: .charter
    case .course: .course
    case .goal: .goal
    case .indicator: .indicator
    case .measurement: .measurement
    case .estimate: .estimate
    case .targetGroup: .targetGroup
    case .partner: .partner
    case .agreement: .agreement
    case .member: .member
    case .intervention: .intervention
    case .interventionEvaluation: .interventionEvaluation
    case .achievement: .achievement
    case .evaluation: .evaluation
    }
  }
}
