import ReadModels
import Reads

/// Lines of the read log that are about somebody, the last first.
struct HeldReads {
  /// How many a page shows.
  private static let shownMax = 100

  let lines: [Read]
  /// Whether the file has more of them.
  let isCut: Bool

  /// The last lines of `choices`, for a page.
  static func last(
    of choices: [ReadsChoice], in library: Library, as viewer: Viewer, at moment: Moment
  ) async throws -> HeldReads {
    var lines: [Read] = []
    for choice in choices {
      lines += try await library.look(
        ReadsQuery(choice, atMost: shownMax + 1), as: viewer, at: moment)
    }
    let sorted = lines.sorted { $0.at > $1.at }
    return HeldReads(lines: Array(sorted.prefix(shownMax)), isCut: sorted.count > shownMax)
  }

  /// Every line of `choices`, for a file, asked for in portions however many there are.
  static func all(
    of choices: [ReadsChoice], in library: Library, as viewer: Viewer, at moment: Moment,
    portion: Int = 10_000
  ) async throws -> HeldReads {
    var lines: [Read] = []
    for choice in choices {
      var place: ReadsQuery.Place?
      repeat {
        let found = try await library.look(
          ReadsQuery(choice, after: place, atMost: portion), as: viewer, at: moment)
        lines += found
        place = found.count < portion ? nil : found.last.map { .init(at: $0.at, key: $0.key) }
      } while place != nil
    }
    return HeldReads(lines: lines.sorted { $0.at > $1.at }, isCut: false)
  }
}

extension Read {
  /// Whether anything was shown; it may have been refused, or not be there.
  var isShown: Bool { (200..<300).contains(status) }
}
