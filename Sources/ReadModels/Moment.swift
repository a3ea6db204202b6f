public import Domain

/// As of when a question is asked: what was recorded then, under the rights of now.
public enum Moment: Hashable, Sendable {
  case now
  /// Everything up to and including this position of the log.
  case position(Int)
  /// Everything recorded up to the end of this day in the Netherlands.
  case endOf(Day)
}
