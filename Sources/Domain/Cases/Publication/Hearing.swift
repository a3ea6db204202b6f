extension Publication {
  public typealias HearingID = Identifier<Hearing>

  /// That a text was put to one of those whom it is about, and what they said of it (Awb 4:8).
  ///
  /// Each has a term of their own, which the view of another does not end.
  public struct Hearing: Hashable, Codable, Sendable {
    /// Nil of whom the case is about.
    public let party: HearingID?
    /// What the other is called; nil of whom the case is about.
    public let name: Line?
    /// Whom the case was about when it was put to them; nil of another, and when that was not recorded.
    public let subject: EntityID?
    /// The day on which the text was last put to them.
    public private(set) var putOn: Day
    /// The last day for their view.
    public private(set) var viewUntil: Day
    public private(set) var view: Prose?
    public private(set) var viewOn: Day?

    init(_ party: HearingID, name: Line, on day: Day, viewUntil: Day) {
      self.party = party
      self.name = name
      subject = nil
      putOn = day
      self.viewUntil = viewUntil
    }

    init(of subject: EntityID?, on day: Day, viewUntil: Day) {
      party = nil
      name = nil
      self.subject = subject
      putOn = day
      self.viewUntil = viewUntil
    }
  }
}

extension Publication.Hearing {
  /// Whether they said what they had to say, or let the time for it pass before `day`.
  public func isOver(on day: Day) -> Bool { view != nil || day > viewUntil }

  fileprivate mutating func hear(_ view: Prose, on day: Day) {
    self.view = view
    viewOn = day
  }

  fileprivate mutating func takeBackView() {
    view = nil
    viewOn = nil
  }

  fileprivate mutating func begin(anew day: Day, viewUntil: Day) {
    putOn = day
    self.viewUntil = viewUntil
    takeBackView()
  }
}

extension [Publication.Hearing] {
  /// The last day on which a view may still come in of those who were not heard by `day`; nil when all were.
  public func awaited(on day: Day) -> Day? {
    filter { !$0.isOver(on: day) }.map(\.viewUntil).max()
  }

  /// Those who gave no view.
  public var withoutView: [Publication.Hearing] { filter { $0.view == nil } }

  /// Whether anybody gave a view.
  public var hasView: Bool { contains { $0.view != nil } }

  /// What `event` says of them.
  public mutating func take(_ event: Publication.Event, on day: Day) {
    switch event {
    case .intended(_, let viewUntil, let subject):
      self = [Publication.Hearing(of: subject, on: day, viewUntil: viewUntil)]
    case .putTo(let party, let name, let viewUntil):
      append(Publication.Hearing(party, name: name, on: day, viewUntil: viewUntil))
    case .viewReceived(let view, let party):
      if let place = place(of: party) { self[place].hear(view, on: day) }
    case .hearingTakenBack(let party, let anewUntil, _):
      guard let place = place(of: party) else { return }
      if let anewUntil {
        self[place].begin(anew: day, viewUntil: anewUntil)
      } else {
        remove(at: place)
      }
    case .viewTakenBack(let party, _):
      if let place = place(of: party) { self[place].takeBackView() }
    case .revised(_, let viewUntil):
      for place in indices { self[place].begin(anew: day, viewUntil: viewUntil) }
    case .decided, .agreed, .madeKnown, .published, .refrained, .withdrawn, .stopped: break
    }
  }

  private func place(of party: Publication.HearingID?) -> Index? {
    firstIndex { $0.party == party }
  }
}
