/// The binary tree over all positions, by which a plain index finds the ranges that a position lies in.
///
/// A number with k zero bits at its end stands at level k, over the numbers less than 2^k away. A range
/// hangs at the highest number in it, its fork. So every range around a position hangs at one of the some
/// forty numbers on the way down to that position, and an index on forks answers which.
///
/// Kriegel, Pötke and Seidl, "Managing Intervals Efficiently in Object-Relational Databases" (VLDB 2000).
public enum PositionTree {
  /// One above the level of the highest number that a range may hang at: 2^41 positions are enough.
  private static let levels = 42

  /// Where the range from `first` up to but not including `end` hangs.
  ///
  /// - Precondition: the range is not empty and holds no number below 1.
  public static func fork(from first: Int, upTo end: Int) -> Int {
    precondition(first > 0 && first < end, "no range of positions")
    let last = end - 1
    let highestDifference = Int.bitWidth - 1 - ((first - 1) ^ last).leadingZeroBitCount
    return (last >> highestDifference) << highestDifference
  }

  /// The numbers at which every range around `position` hangs.
  public static func path(to position: Int) -> [Int] {
    (0..<levels).map { level in ((position >> (level + 1)) << (level + 1)) | (1 << level) }
  }
}
