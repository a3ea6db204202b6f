extension Publication {
  /// All that one is now.
  public struct Dossier: PublicationCourse, Equatable, Sendable {
    public internal(set) var standing = Standing.intended
    /// As it was last put to those whom it is about.
    public internal(set) var put: Text
    /// As it was decided, or as it was put until then.
    public internal(set) var text: Text
    public internal(set) var hearings: [Hearing] = []
    public internal(set) var decidedOn: Day?
    public internal(set) var decidedBy: PersonID?
    /// Who else agreed to the text; nil while nobody did.
    public internal(set) var agreedBy: PersonID?
    public internal(set) var madeKnownOn: Day?
    public internal(set) var publishedOn: Day?
    /// What it told of; nil before it was published.
    var told: Told?
    /// The last day on which it is public.
    public internal(set) var publicUntil: Day?
    public internal(set) var lastOn: Day

    init(_ text: Text, on day: Day) {
      put = text
      self.text = text
      lastOn = day
    }
  }
}

extension Publication.Dossier {
  /// This one with what `event` says; nil for one that nobody intended.
  static func after(
    _ event: Publication.Event, _ held: Publication.Dossier?, of told: Publication.Told, on day: Day
  ) -> Publication.Dossier? {
    var held = held
    if case .intended(let text, _, _) = event { held = Publication.Dossier(text, on: day) }
    held?.take(event, of: told, on: day)
    return held
  }

  private mutating func take(_ event: Publication.Event, of told: Publication.Told, on day: Day) {
    hearings.take(event, on: day)
    switch event {
    case .intended: break
    case .putTo, .viewReceived, .hearingTakenBack, .viewTakenBack: putBack()
    case .revised(let text, _):
      put = text
      putBack()
    case .decided(let text, _, let by):
      (self.text, standing) = (text, .decided)
      (decidedOn, decidedBy, agreedBy) = (day, by, nil)
    case .agreed(let by): agreedBy = by
    case .madeKnown: (madeKnownOn, standing) = (day, .madeKnown)
    case .published(let until, _):
      publishedOn = day
      self.told = told
      publicUntil = until
      standing = .published
    case .refrained: standing = .refrained
    case .withdrawn: standing = .withdrawn
    case .stopped: standing = .stopped
    }
    lastOn = max(lastOn, day)
  }

  /// To before it was decided.
  private mutating func putBack() {
    (text, standing) = (put, .intended)
    (decidedOn, decidedBy, agreedBy) = (nil, nil, nil)
  }
}
