import Testing

@testable import EventStore

/// How soon what waits is sent to the database.
@Suite struct PaceTests {
  @Test func `who appends alone waits for nobody, however slow the disk`() {
    #expect(pace(after: [(1, .milliseconds(20))]).patience == .zero)
  }

  @Test func `a call that cost much for each append is followed by a look around, shorter than it`()
  {
    #expect(pace(after: [(16, .milliseconds(4))]).patience == .milliseconds(1))
    #expect(pace(after: [(16, .seconds(4))]).patience == .milliseconds(2))
  }

  @Test func `a call that cost little for each is followed by the next at once`() {
    #expect(pace(after: [(100, .milliseconds(3))]).patience == .zero)
  }

  @Test func `where calls are quick a second one goes for half as many appends as the last had`() {
    #expect(pace(after: [(100, .milliseconds(3))]).handful == 50)
    #expect(pace(after: [(10, .microseconds(400))]).handful == 8)
  }

  @Test func `no second call goes where each waits for a slow disk, or before one was answered`() {
    #expect(pace(after: [(100, .milliseconds(4))]).handful == nil)
    #expect(pace(after: [(10, .milliseconds(1))]).handful == nil)
    #expect(Pace().handful == nil)
  }

  @Test func `only the last call counts`() {
    let pace = pace(after: [(16, .milliseconds(4)), (16, .microseconds(500))])
    #expect(pace.patience == .zero)
    #expect(pace.handful == 8)
  }

  private func pace(after calls: [(Int, Duration)]) -> Pace {
    var pace = Pace()
    for (count, time) in calls { pace.learn(count, took: time) }
    return pace
  }
}
