/// How far a publication came, and what it waits for.
public protocol PublicationCourse {
  var standing: Publication.Standing { get }
  /// To whom it was put, whom the case is about first.
  var hearings: [Publication.Hearing] { get }
  /// Who else agreed to the text; nil while nobody did.
  var agreedBy: PersonID? { get }
  var madeKnownOn: Day? { get }
  /// The last day on which it is public.
  var publicUntil: Day? { get }
}

extension Publication {
  /// What has to come before a publication goes on.
  public enum Awaited: Hashable, Sendable {
    /// Views can come in, the last of them until that day.
    case views(until: Day)
    case decision
    /// Somebody else than who decided has to agree to it.
    case agreement
    /// The decision has to be sent to whoever it is about.
    case sending
    /// A court can be asked to stop it, until the day before `first`.
    case standstill(first: Day)
    case release
  }
}

extension PublicationCourse {
  /// The first day on which it may be published; nil before the decision is made known.
  public var publishableFrom: Day? {
    madeKnownOn.map { Publication.publishable(afterMakingKnownOn: $0) }
  }

  /// Whether it is public on `day`.
  public func isPublic(on day: Day) -> Bool {
    switch standing {
    case .published: day <= publicUntil ?? .last
    case .intended, .decided, .madeKnown, .refrained, .withdrawn, .stopped: false
    }
  }

  /// Whether anything can still become of it.
  public var isUnderway: Bool {
    switch standing {
    case .intended, .decided, .madeKnown: true
    case .published, .refrained, .withdrawn, .stopped: false
    }
  }

  /// Whether no decision about it was sent; one that was stands as it is.
  public var isUnsent: Bool {
    switch standing {
    case .intended, .decided: true
    case .madeKnown, .published, .refrained, .withdrawn, .stopped: false
    }
  }

  /// Whether it is decided, and nobody else agreed to that.
  public var awaitsAgreement: Bool {
    switch standing {
    case .decided, .madeKnown: agreedBy == nil
    case .intended, .published, .refrained, .withdrawn, .stopped: false
    }
  }

  /// What it waits for on `day`; nil when nothing comes of it any more, or everything came.
  public func awaited(on day: Day) -> Publication.Awaited? {
    switch standing {
    case .intended: hearings.awaited(on: day).map { .views(until: $0) } ?? .decision
    case .decided: awaitsAgreement ? .agreement : .sending
    case .madeKnown:
      if awaitsAgreement {
        .agreement
      } else if let first = publishableFrom, day < first {
        .standstill(first: first)
      } else {
        .release
      }
    case .published, .refrained, .withdrawn, .stopped: nil
    }
  }
}

extension NextLegalDay {
  /// Every day of a publication that is waited for, earliest first; what has passed is gone.
  public static func all(for course: some PublicationCourse, on today: Day) -> [NextLegalDay] {
    let days: [NextLegalDay] =
      switch course.standing {
      case .intended:
        // Several have until the same day: that is one day to wait for.
        Set(course.hearings.withoutView.map(\.viewUntil))
          .map { NextLegalDay($0, .viewOnPublication, .hearing) }
      case .madeKnown:
        course.publishableFrom
          .map { [NextLegalDay($0.adding(days: -1), .standstill, .standstill)] } ?? []
      case .published:
        course.publicUntil.map { [NextLegalDay($0, .publicity, .publicity)] } ?? []
      case .decided, .refrained, .withdrawn, .stopped: []
      }
    return days.filter { $0.day >= today }.sorted { $0.day < $1.day }
  }
}
