/// The part someone plays; one person may play several.
public enum Role: String, CaseIterable, Codable, Sendable {
  case programmeManager
  case teamMember
  /// Carries out interventions with the parties that are supervised.
  case inspector
  /// Finds out how things stand, and measures.
  case analyst
  /// Takes decisions on explorations and on extensions.
  case decisionMaker
  /// Sees everything, and how the system is doing; changes nothing.
  case leadership
  /// Somebody of another organisation, in one programme that both work on.
  case partner
  /// Watches over the personal data of others (GDPR, article 39).
  case privacyOfficer
  /// Watches over what must be kept, and for how long (Archiefwet 1995).
  case recordsManager
  /// Lets people in and grants them roles; sees none of their work.
  case administrator
}

/// Something a role may do.
public enum Right: String, CaseIterable, Codable, Sendable {
  /// See the portfolio, explorations, programmes, signals and their history.
  case read
  /// Open, write and reopen an exploration.
  case explore
  /// Propose a decision and withdraw the proposal.
  case propose
  /// Adopt or reject a proposal.
  case decide
  /// Steer a programme: its name, people, goals, course, evaluation and end.
  case manage
  /// Do a programme's work: interventions, agreements, achievements.
  case work
  /// Open and handle cases, and keep the register of who is supervised.
  case inspect
  /// Do the steps of the toolbox: find, score, judge and choose.
  case analyse
  /// Edit and publish reference sets, and accept entries of the data bank.
  case curate
  /// Record and correct what was measured.
  case measure
  /// Let a programme run longer.
  case extend
  /// Raise, send and follow a signal.
  case signal
  /// See how the system itself is doing.
  case operate
  /// Open and close accounts, and grant and revoke roles.
  case administer
  /// Review who may do and see what, and why.
  case review
  /// Read who looked at what, and erase or hand out what is held about somebody.
  case protect
  /// Hold what may not be erased, and judge whether something may be.
  case keepRecords
  /// Open in an emergency, for a while and for a reason, what is otherwise closed.
  case breakGlass
}

extension Role {
  /// All that the role may do, each right once.
  ///
  /// As a list: a page asks about every link that it draws, and a set would be made for each.
  public var rights: [Right] {
    switch self {
    case .programmeManager:
      [
        .read, .explore, .propose, .manage, .work, .inspect, .analyse, .measure, .signal,
        .breakGlass,
      ]
    case .teamMember: [.read, .explore, .work, .inspect, .analyse, .measure, .breakGlass]
    case .inspector: [.read, .work, .inspect, .analyse, .breakGlass]
    case .analyst: [.read, .explore, .analyse, .curate, .measure]
    case .decisionMaker: [.read, .decide, .extend]
    case .leadership: [.read, .operate, .review]
    case .partner: [.read]
    case .privacyOfficer: [.read, .review, .protect]
    case .recordsManager: [.read, .review, .keepRecords]
    case .administrator: [.operate, .administer, .review]
    }
  }

  /// Whether the role may do it.
  public func may(_ right: Right) -> Bool { rights.contains(right) }

  /// Whether who plays it shows more than a password to come in: it lets others in, or decides over what is known of them.
  public var takesTwoFactors: Bool {
    switch self {
    case .privacyOfficer, .recordsManager, .administrator: true
    case .programmeManager, .teamMember, .inspector, .analyst, .decisionMaker, .leadership,
      .partner:
      false
    }
  }

  /// Where the role can be played.
  public var reach: Reach {
    switch self {
    case .programmeManager, .teamMember, .inspector, .analyst: .anywhere
    case .decisionMaker, .leadership, .privacyOfficer, .recordsManager, .administrator:
      .organisation
    case .partner: .programme
    }
  }

  /// Whether granting it takes a second person.
  public var needsFourEyes: Bool { self == .administrator }

  /// Where a role can be played.
  public enum Reach: Hashable, Sendable {
    /// In the whole organisation, or in a part of its work.
    case anywhere
    /// In the whole organisation and nowhere less.
    case organisation
    /// In one programme and nowhere more.
    case programme
  }
}
