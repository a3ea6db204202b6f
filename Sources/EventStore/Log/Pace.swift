/// How soon what waits is sent to the database, told by what the last call cost (ADR 44).
///
/// Whoever was answered a moment ago often has the next append ready the next moment. Sent without it,
/// that append waits for a call of its own, and callers fall into two groups, each of which waits for the
/// flush of the other. Where a call costs much for each of its appends, as on a slow disk or with few
/// callers, it is worth letting them come along. Where it costs little, the time between an answer and the
/// next call is what is lost: a second call is sent before the first is answered, and the database goes on
/// with it at once.
struct Pace {
  /// About what an append costs the database; making one ready costs the program about half of that.
  private static let appendCost: Duration = .microseconds(25)
  /// What a call may cost beside its appends for two to be worth more than one that is larger.
  private static let overheadMax: Duration = .milliseconds(1)
  /// The part of the last call's time that looking around takes.
  private static let share = 4
  /// However long the last call took: it may have stood still for a reason of its own.
  private static let patienceMax: Duration = .milliseconds(2)
  /// The fewest appends that are sent before the last call is answered.
  private static let handfulMin = 8

  /// How long a writer looks around for more before it sends.
  private(set) var patience: Duration = .zero
  /// How many appends are worth a second call; nil when none are.
  ///
  /// Half of what the last one had: callers then fall into three groups, of which one is written, one
  /// waits at the database and one makes ready.
  private(set) var handful: Int?

  /// Takes in that a call with `count` appends took the database `time`.
  mutating func learn(_ count: Int, took time: Duration) {
    let appending = Self.appendCost * count
    let overhead = time - appending
    if overhead > appending {
      // Who was alone has nobody to wait for.
      patience = count > 1 ? min(time / Self.share, Self.patienceMax) : .zero
      handful = nil
    } else {
      patience = .zero
      handful = overhead < Self.overheadMax ? max(Self.handfulMin, count / 2) : nil
    }
  }
}
