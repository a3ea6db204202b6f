import Testing

@testable import Credentials

struct SignInDelayTests {
  private let now = 1_800_000_000

  /// The waits after the first, second, and further failures, each made as soon as it may be.
  private func waits(_ delay: SignInDelay, failures count: Int) -> [Int] {
    var failures: SignInFailures?
    var moment = now
    return (0..<count).map { _ in
      failures = delay.failures(after: failures, failingAt: moment)
      let wait = delay.wait(after: failures, at: moment)
      moment += wait
      return wait
    }
  }

  @Test func `who never failed does not wait`() {
    for delay in [SignInDelay.account, .address, .secondFactor] {
      #expect(delay.wait(after: nil, at: now) == 0)
    }
  }

  @Test func `the wait for a password grows to half a minute`() {
    #expect(waits(.account, failures: 11) == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30])
  }

  @Test func `the wait for a code grows to a quarter of an hour`() {
    #expect(
      waits(.secondFactor, failures: 13)
        == [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
  }

  @Test func `an office may mistype twenty times before anybody there waits`() {
    #expect(waits(.address, failures: 20).allSatisfy { $0 == 0 })
    #expect(waits(.address, failures: 32).suffix(3) == [512, 900, 900])
  }

  @Test func `nobody is ever locked out`() {
    let many = SignInFailures(count: 1_000_000_000, lastAt: now)
    for delay in [SignInDelay.account, .address, .secondFactor] {
      #expect(delay.wait(after: many, at: now) == delay.secondsMax)
      #expect(delay.wait(after: many, at: now + delay.secondsMax) == 0)
    }
  }

  @Test func `the wait passes second by second`() {
    let failures = SignInFailures(count: 6, lastAt: now)
    #expect(
      (0...5).map { SignInDelay.account.wait(after: failures, at: now + $0) } == [4, 3, 2, 1, 0, 0])
  }

  @Test func `what turned out right does not count`() {
    #expect(SignInFailures(count: 1, lastAt: now).withoutLast == nil)
    #expect(
      SignInFailures(count: 22, lastAt: now).withoutLast == SignInFailures(count: 21, lastAt: now))
  }

  @Test func `after a day without a failure all is forgotten`() {
    let failures = SignInFailures(count: 40, lastAt: now)
    let day = 24 * 60 * 60
    #expect(SignInDelay.account.failures(after: failures, failingAt: now + day - 1).count == 41)
    #expect(SignInDelay.account.failures(after: failures, failingAt: now + day).count == 1)
  }

  @Test func `a clock that was set back makes nobody wait longer than the most`() {
    let failures = SignInFailures(count: 9, lastAt: now + 100_000)
    #expect(SignInDelay.account.wait(after: failures, at: now) == 30)
  }
}
