public import EventSourcing

/// How long a case is kept after its result, what forbids its destruction, and its destruction itself.
///
/// The term hangs on the result and runs from the day on which the case was closed; reopening stops it. Destroying takes
/// two people (Archiefwet 1995, article 3; the statement of destruction: Archiefbesluit 1995, article 8).
public enum Retention {
  /// What may be asked of the keeping of a case.
  public enum Command: Equatable, Sendable {
    /// Forbids destruction until somebody lifts it.
    case hold(reason: Prose)
    case liftHold(reason: Prose)
    /// Under the schedule that holds; the term hangs on how the case ended.
    case propose(RetentionSchedule, by: PersonID)
    /// A second person lets it be carried out; there is no way back.
    case approve(by: PersonID)
    case decline(reason: Prose, by: PersonID)
    /// Says that it was carried out: the program's own act, after the key was destroyed.
    case complete(Statement)
  }

  /// What can have happened to it.
  public enum Event: Codable, Equatable, Sendable {
    case held(reason: Prose)
    case holdLifted(reason: Prose)
    case destructionProposed(term: Term, by: PersonID)
    case destructionApproved(by: PersonID)
    case destructionDeclined(reason: Prose, by: PersonID)
    case destroyed(statement: Statement)
  }

  /// Why something is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case onHold
    case notOnHold
    /// What goes on is kept.
    case notClosed
    case notOver(until: Day)
    /// Something of it is public, or may become so.
    case stillPublic
    case alreadyProposed
    case notProposed
    /// Two people see it, so nobody approves what they proposed.
    case sameEyes
    /// Two people agreed on its destruction; nothing changes any more.
    case destroyed
    case notApproved
  }

  /// All that the keeping of a case is now.
  public struct Dossier: Equatable, Sendable {
    public internal(set) var isHeld = false
    public internal(set) var stage = Stage.kept
    /// Who proposed to destroy it; nil while nobody did.
    public internal(set) var proposedBy: PersonID?
  }

  /// How far the destruction of a case has come.
  public enum Stage: String, Codable, CaseIterable, Sendable {
    case kept
    case proposed
    case approved
    case destroyed
  }
}

extension EntityID {
  /// The identifier itself; nil when it is what is read in its place of a case whose key is destroyed.
  public var unlessErased: EntityID? {
    self == EntityID("00000000-0000-0000-0000-000000000000") ? nil : self
  }
}

extension Retention {
  /// So many days after a case was closed that may be recorded without who keeps the records being told.
  public static let recordingDaysMax = 31

  /// Whether that a case was closed on `day` was recorded so much later that who destroys it should look at that day.
  public static func isLate(closingOn day: Day, recordedOn recorded: Day) -> Bool {
    recorded > day.adding(days: recordingDaysMax)
  }

  /// What is read as the title of a case whose key is destroyed.
  public static let titleOfDestroyed = Line(recorded: "[gewist]")

  /// Of what a term runs: a category of the selection list, and how long it keeps.
  public struct Category: Hashable, Codable, Sendable {
    /// Its number or letter in the list.
    public let key: Line
    public let name: Line
    public let years: Int
    /// The list that says so.
    public let source: Line

    public init(_ key: Line, _ name: Line, years: Int, source: Line) {
      self.key = key
      self.name = name
      self.years = years
      self.source = source
    }
  }

  /// A category with the day from which it runs.
  public struct Term: Hashable, Codable, Sendable {
    public let category: Category
    public let from: Day
    public let result: CaseFile.Result

    public init(_ category: Category, from day: Day, after result: CaseFile.Result) {
      self.category = category
      from = day
      self.result = result
    }

    /// The last day on which the case is kept.
    public var until: Day { from.adding(months: 12 * category.years) }
  }

  /// What went, in numbers: it says nothing about whom the case was about.
  public struct Statement: Hashable, Codable, Sendable {
    /// When the key was destroyed under which the file lay.
    public let destroyedAt: Instant
    /// How many events lay under it.
    public let eventCount: Int
    /// How many documents, reports and letters were taken away.
    public let documentCount: Int
    /// Out of how many read models, with their histories, it was taken.
    public let readModelCount: Int

    public init(
      destroyedAt: Instant, eventCount: Int, documentCount: Int, readModelCount: Int
    ) {
      self.destroyedAt = destroyedAt
      self.eventCount = eventCount
      self.documentCount = documentCount
      self.readModelCount = readModelCount
    }
  }
}

/// As a part of the events of a case file; each case is a field with fields of its own.
extension Retention.Event: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "held": .fields(["reason": .text]),
    "holdLifted": .fields(["reason": .text]),
    "destructionProposed": .fields([
      "term": .part(Retention.Term.self), "by": .pseudonym,
    ]),
    "destructionApproved": .fields(["by": .pseudonym]),
    "destructionDeclined": .fields(["reason": .text, "by": .pseudonym]),
    "destroyed": .fields(["statement": .part(Retention.Statement.self)]),
  ]
}

extension Retention.Term: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "category": .part(Retention.Category.self), "from": .impersonal, "result": .impersonal,
  ]
}

extension Retention.Category: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "key": .impersonal, "name": .impersonal, "years": .impersonal, "source": .impersonal,
  ]
}

extension Retention.Statement: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "destroyedAt": .impersonal, "eventCount": .impersonal, "documentCount": .impersonal,
    "readModelCount": .impersonal,
  ]
}
