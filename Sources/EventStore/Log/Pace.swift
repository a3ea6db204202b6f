/// How soon what waits is sent to the database, told by what the last call cost (ADR 44).
///
/// Whoever was answered a moment ago often has the next append ready the next moment. Sent without it, that append waits
/// for a call of its own, and callers fall into two groups, each of which waits for the flush of the other. Where a call
/// costs much for each of its appends, as on a slow disk or with few callers, it is worth letting them come along. Where it
/// costs little, the time between an answer and the next call is what is lost: a second call is sent while the first is
/// under way, and the database goes on with it at once.
struct Pace {
  /// About what an append costs the database, and twice what it costs the program, whoever comes along.
  private static let appendCost: Duration = .microseconds(25)
  /// What a call may cost beside its appends for two to be worth more than one that is larger.
  private static let overheadMax: Duration = .milliseconds(1)
  /// The part of the last call's time that looking around takes at most.
  private static let share = 4
  /// The fewest appends that are sent while a call is under way.
  private static let handfulMin = 8

  /// How long the next call may look around for more.
  private(set) var patience: Duration = .zero
  /// How many appends are worth a second call; nil when none are.
  private(set) var handful: Int?

  /// Takes in that a call with `count` appends took `time`.
  mutating func learn(_ count: Int, took time: Duration) {
    let appending = Self.appendCost * count
    let overhead = time - appending
    // Who was alone has nobody to wait for.
    patience = count > 1 && overhead > appending ? time / Self.share : .zero
    handful = overhead < Self.overheadMax ? max(Self.handfulMin, count / 2) : nil
  }
}
