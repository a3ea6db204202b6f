/// Making the result of a case known to everybody: intended, put to each whom it is about, decided, agreed to by a second
/// person, made known, published, ended.
///
/// What is published is a text of its own. Nothing of the case goes along but what somebody wrote in it.
public enum Publication {
  /// How long a result stays public at most, the day on which it first was included (Staatsblad 2015, 532).
  private static let longest = LegalTerm.years(3)
  /// How long each whom it is about has at least to give their view.
  ///
  /// A reasonable term (Awb 4:8), for which two weeks is the usual minimum. Who answers sooner, or says to have no view, lets it
  /// go on from then.
  public static let viewTerm = LegalTerm.weeks(2)
  /// Between making the decision known and the publication lies the time in which a court can be asked to stop it (Woo,
  /// article 4.4, fifth paragraph).
  public static let standstill = LegalTerm.weeks(2)

  /// What may be asked of one publication.
  ///
  /// Terms run from an intention, a decision and a publication, so the day of these is the one on which they are recorded,
  /// and nobody's to say.
  public enum Command: Equatable, Sendable {
    /// Makes known to whom the case is about what will be published, and asks their view until a day (Awb 4:8).
    case intend(Text, viewUntil: Day)
    /// Makes it known to another whom it is about too, who has a term of their own. What was decided without them is decided
    /// anew.
    case put(HearingID, to: Line, viewUntil: Day)
    /// Of whom the case is about when no other is named. What was decided without it is decided anew.
    case noteView(Prose, of: HearingID? = nil)
    /// Takes back that it was put to somebody, which was recorded by mistake: nobody put it to them, or the term was
    /// another one, which then begins anew. What was decided on it is decided anew.
    case takeBackHearing(HearingID?, anewUntil: Day?, reason: Prose)
    /// Takes back a view that was recorded by mistake. What was decided with it is decided anew.
    case takeBackView(of: HearingID? = nil, reason: Prose)
    /// Puts another text to everybody to whom the first was put, and asks their views anew.
    case revise(Text, viewUntil: Day)
    /// Decides to publish; `viewChanged` says whether a view changed it, and is nil when there was none.
    case decide(Text, viewChanged: Bool?, by: PersonID)
    /// A second person agrees to the text that was decided. Where the decision does not keep who took it, that is the one
    /// who recorded it.
    case agree(by: PersonID, recorder: PersonID? = nil)
    /// Says that the decision was sent to whoever it is about, on the day of the command.
    case makeKnown
    /// Publishes until a day; a reason goes with one before the longest term.
    case publish(until: Day, reason: Prose?)
    /// Decides not to publish.
    case refrain(reason: Prose)
    /// Ends it before its day.
    case withdraw(reason: Prose)
  }

  /// What can have happened to one.
  public enum Event: Codable, Equatable, Sendable {
    /// To whom the case was about; nil when nobody had said who that was, and of what was intended before it was kept.
    case intended(text: Text, viewUntil: Day, subject: EntityID? = nil)
    case putTo(party: HearingID, name: Line, viewUntil: Day)
    /// Of whom the case is about when there is no party.
    case viewReceived(view: Prose, party: HearingID? = nil)
    /// Put anew until a day, or never put to them when there is none.
    case hearingTakenBack(party: HearingID?, anewUntil: Day?, reason: Prose)
    case viewTakenBack(party: HearingID?, reason: Prose)
    case revised(text: Text, viewUntil: Day)
    /// Nobody kept who decided before it took a second person.
    case decided(text: Text, viewChanged: Bool?, by: PersonID? = nil)
    case agreed(by: PersonID)
    case madeKnown
    case published(until: Day, reason: Prose?)
    case refrained(reason: Prose)
    case withdrawn(reason: Prose)
    /// What it rests on stands no more, so it goes on only by a new intention.
    case stopped(cause: Stop)
  }

  /// What took away what a publication rests on.
  public enum Stop: String, Codable, CaseIterable, Sendable {
    case caseReopened
    case reportWithdrawn
    /// A violation was taken back, or proved to be none, or one of another article.
    case violationTakenBack
    /// The case proved to be about somebody else, or about somebody where nobody had said who.
    case subjectChanged
    /// What was decided against a violation was withdrawn, or revoked after an objection.
    case measureTakenBack
  }

  /// Why something is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    /// Neither a report that stands nor an outcome.
    case nothingToPublish
    case alreadyUnderway
    case unknown
    case viewEndsTooEarly(first: Day)
    case viewEndsTooLate(last: Day)
    /// That belongs to an earlier or a later step.
    case notNow(Standing)
    case viewAlreadyReceived
    /// It was put to them before.
    case alreadyPut
    /// It was not put to them.
    case notPut
    /// They gave a view on what was put to them.
    case viewStands
    /// They gave none.
    case noView
    /// Whom the case is about is always heard, so a term of theirs that was wrong gets another one.
    case subjectUnheard
    /// The text is the one that was put to them, and nothing is decided that this would take back.
    case nothingRevised
    /// A view can still come in until then.
    case viewAwaited(until: Day)
    /// A view came in, so the decision says whether it changed anything; without one it cannot have.
    case viewUnweighed
    case viewMissing
    /// It says that the view changed the text, which is as it was put to them.
    case viewChangedNothing
    /// A name is made public that was not in what was put to whoever it is about (Awb 4:8).
    case nameNotPutToThem
    /// Something else is made public that was not in it; whatever a view changed is put to them again.
    case notPutToThem(Text.Part)
    /// Nobody but who decided has agreed to the text.
    case notAgreed
    case alreadyAgreed
    /// Two people see it, so nobody agrees to what they decided.
    case sameEyes
    /// Whoever it is about has not been sent the decision.
    case notMadeKnown
    case tooEarly(first: Day)
    case endsTooEarly
    case endsTooLate(last: Day)
    /// The same result was public before, and its time is over.
    case publicLongEnough(last: Day)
    case reasonMissing
    case beforeLast(on: Day)
  }

  /// How far one has come.
  public enum Standing: String, Codable, CaseIterable, Sendable {
    case intended
    case decided
    case madeKnown
    case published
    case refrained
    case withdrawn
    case stopped
  }
}

extension Publication {
  /// The last day on which a result may be public that first was on `first`: the day before the same date three years later.
  public static func lastDay(from first: Day) -> Day {
    let anniversary = longest.plainEnd(after: first)
    // Of 29 February there may be none, and three years are full with the 28th.
    return anniversary.day == first.day ? anniversary.adding(days: -1) : anniversary
  }

  /// The first day on which something may be published of which the decision was made known on `day`.
  public static func publishable(afterMakingKnownOn day: Day) -> Day {
    standstill.end(after: day).adding(days: 1)
  }

  /// The first day that may be the last one for a view that is asked on `day`.
  ///
  /// A letter sets it, so no law extends it.
  public static func viewEnds(atFirstAfter day: Day) -> Day {
    viewTerm.plainEnd(after: day)
  }

  /// The last day that may be the last one for a view that is asked on `day`; a later one is a slip of the pen.
  public static func viewEnds(atLastAfter day: Day) -> Day {
    LegalTerm.years(1).plainEnd(after: day)
  }
}
