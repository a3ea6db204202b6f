import Testing

@testable import OpenIDConnect

/// Which roles come with which groups.
struct GroupRuleTests {
  private enum Part: Hashable, Sendable { case manager, leader, member }

  private let rule = GroupRule<Part>([
    ("koers-programme-managers", .manager), ("koers-leadership", .leader),
    ("koers-leadership", .member), ("caf\u{E9}", .member),
  ])

  @Test func `each group gives its roles`() {
    #expect(rule.roles(in: ["koers-programme-managers"]) == [.manager])
    #expect(
      rule.roles(in: ["koers-programme-managers", "koers-leadership"])
        == [.manager, .leader, .member])
  }

  @Test(arguments: [
    "Koers-Leadership", "koers-leadership ", "koers-leadershi", "koers-leadership-x", "", "*",
    "cafe\u{301}",
  ])
  func `a group that is not named exactly so gives nothing`(_ group: String) {
    #expect(rule.roles(in: [group]).isEmpty)
  }

  @Test func `nobody's groups give nothing`() { #expect(rule.roles(in: []).isEmpty) }
}
