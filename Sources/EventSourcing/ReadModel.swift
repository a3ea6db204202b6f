/// A projection whose rows are kept in a table of their own, with their history and their scope.
///
/// The table is declared in `sql/read_models/<name>.sql` and holds nothing that the events do not say,
/// so it may be dropped and rebuilt at any time.
public protocol ReadModel: Projection where Row: Scoped {
  /// The name of its table, of its file and of its view.
  static var name: String { get }

  /// Raised when the fold changes what it makes of events already recorded: the table is then rebuilt
  /// at the next start, as it is when its SQL file or its columns change.
  static var schemaVersion: Int { get }

  /// Whether no later event ever touches a row again, so that nobody need look for it or remember it.
  static var rowsAreFinal: Bool { get }

  /// Whether each row is made of the events of one stream alone, under a key that these name as well once what is
  /// personal in them is erased: what was erased of one stream is then made anew without the others.
  static var rowsAreOfOneStream: Bool { get }

  /// The category of the streams whose events alone it takes; nil when it takes those of every stream.
  static var category: String? { get }

  /// Whose eyes its rows are for; within that, each row's scope decides.
  static var audience: Audience { get }

  /// Folds `events` into their rows; there is no need to write this.
  static func fold(_ events: EventShare<Event>, into history: inout RowHistory<Self>)

  /// The rows that `events` touch; there is no need to write this.
  static func keys(of events: EventShare<Event>) -> Set<Key>
}

extension ReadModel {
  public static var category: String? { nil }
  public static var rowsAreFinal: Bool { false }
  public static var rowsAreOfOneStream: Bool { false }
  public static var schemaVersion: Int { 1 }
  public static var audience: Audience { .work }
}

/// Whose eyes rows are for.
public enum Audience: String, CaseIterable, Sendable {
  /// Those who do the work.
  case work
  /// Everybody of the organisation, whichever part of its work they see: what is about none of it.
  case everyone
  /// Those who handle cases, and those who see the whole organisation's work.
  case inspection
  /// Those who let people in and grant them roles, and those who review that.
  case people
  /// Those who watch over the personal data of others.
  case privacy
  /// Those who see how the system itself is doing.
  case operations
  /// Those who do the work, and of a case with a closed circle those who handle it.
  case cases
  /// Whoever sees the case that they are about.
  case caseParts
  /// Whoever sees the case that they are about, and of every case those who watch over what must be kept.
  case records
}

/// A row that says who may see it.
public protocol Scoped {
  var scope: Scope { get }
}

/// Who may see a row: row-level security reads nothing else.
public struct Scope: Hashable, Sendable {
  /// The organisation whose people may see it.
  public let organisation: String
  /// The programme it belongs to, if it belongs to one.
  public let programme: Identity?
  /// From 0, for everyone in the organisation, upwards; a viewer sees up to the own clearance.
  public let confidentiality: Int

  public init(organisation: String, programme: Identity? = nil, confidentiality: Int = 0) {
    self.organisation = organisation
    self.programme = programme
    self.confidentiality = confidentiality
  }
}
