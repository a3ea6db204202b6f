import Synchronization
import Testing

@testable import EventStore

struct JointQuestionTests {
  /// The questions that were asked, of which the first is answered when it is told to.
  private final class Desk: Sendable {
    struct Closed: Error {}

    private let asked = Mutex<[[Int]]>([])
    private let (opening, door) = AsyncStream<Void>.makeStream()

    var questions: [[Int]] { asked.withLock { $0 } }

    func open() { door.finish() }

    func answer(_ things: [Int]) async throws -> [Int: String] {
      asked.withLock { $0.append(things.sorted()) }
      for await _ in opening {}
      guard !things.contains(0) else { throw Closed() }
      return Dictionary(uniqueKeysWithValues: things.map { ($0, "\($0)") })
    }
  }

  @Test func `those who come while one is answered are asked for together`() async throws {
    let desk = Desk()
    let question = JointQuestion<Int, String> { try await desk.answer($0) }
    try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask { try await question.answers(about: [1])[1] }
      while desk.questions.isEmpty { await Task.yield() }
      for thing in [2, 3, 3] {
        group.addTask { try await question.answers(about: [thing])[thing] }
      }
      while question.waitingCount < 3 { await Task.yield() }
      desk.open()
      var answers: [String] = []
      for try await answer in group { answers.append(try #require(answer)) }
      #expect(answers.sorted() == ["1", "2", "3", "3"])
    }
    #expect(desk.questions == [[1], [2, 3]])
  }

  @Test func `what goes wrong is told to those who waited for it, and the next is asked anew`()
    async throws
  {
    let desk = Desk()
    desk.open()
    let question = JointQuestion<Int, String> { try await desk.answer($0) }
    await #expect(throws: Desk.Closed.self) { try await question.answers(about: [0]) }
    #expect(try await question.answers(about: [4]) == [4: "4"])
  }
}
