import Domain
import ReadModels

/// That a type of intervention, used for one reason, helped in some sectors and harmed in others.
struct SectorContrast: Equatable {
  /// Where more of those evaluated improved than worsened.
  let helped: [Line]
  /// Where more of those evaluated worsened than improved.
  let harmed: [Line]
  /// Whether a sector among them has too few cases to say much.
  let isOfFew: Bool

  /// What stands out in `groups`, which are of one type and one reason; nil when no sector goes against another.
  ///
  /// A group whose sector nobody named tells nothing about a sector.
  init?(in groups: [TrialGroup]) {
    let named = groups.compactMap { group in group.sector.map { (sector: $0, tally: group.tally) } }
    let better = named.filter { $0.tally.improved > $0.tally.worsened }
    let worse = named.filter { $0.tally.worsened > $0.tally.improved }
    guard !better.isEmpty, !worse.isEmpty else { return nil }
    helped = better.map(\.sector)
    harmed = worse.map(\.sector)
    isOfFew = (better + worse).contains { !$0.tally.tells }
  }
}
