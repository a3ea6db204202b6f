public import EventSourcing

/// What somebody may do, and where, on one day: the grants that hold.
///
/// It gives no right that no grant gives.
public struct Authority: Hashable, Sendable {
  /// What gives rights, in the order in which it was granted.
  public let grounds: [Ground]

  public init(_ grounds: [Ground] = []) { self.grounds = grounds }

  /// One reason for which somebody may do something somewhere.
  public enum Ground: Hashable, Sendable {
    case role(Role, in: Grant.Scope)
    /// Emergency access to all of the organisation's work, until then.
    case emergency(EmergencyID, until: Instant)

    /// Whether it gives `right`.
    public func gives(_ right: Right) -> Bool {
      switch self {
      case .role(let role, _): role.may(right)
      case .emergency: right == .read
      }
    }

    /// Where it gives them.
    public var scope: Grant.Scope {
      switch self {
      case .role(_, let scope): scope
      case .emergency: .organisation
      }
    }
  }

  /// Where something is done.
  public enum Place: Hashable, Sendable {
    /// In what belongs to no programme, or to all.
    case organisation
    case programme(ProgrammeID)
    /// Anywhere at all: for what opens a door behind which each thing is judged by itself.
    case anywhere

    /// Where something happens to a stream for which it takes `right`.
    ///
    /// Who asks for emergency access asks to see beyond the own place, so the right to it may be held anywhere; and who
    /// handles cases somewhere keeps the register that all cases share. To which programme a case belongs, its stream
    /// does not say: whoever draws or takes a form about it looks that up.
    public static func of(_ stream: StreamName, for right: Right) -> Place {
      if right == .breakGlass || right == .inspect { return .anywhere }
      return [Programme.category, Analysis.category].contains(stream.category)
        ? .programme(ProgrammeID(stream.identity)) : .organisation
    }
  }

  /// Every reason for which `right` may be used at `place`; none when it may not.
  public func grounds(for right: Right, at place: Place) -> [Ground] {
    grounds.filter { $0.gives(right) && $0.scope.covers(place) }
  }

  /// Whether `right` may be used at `place`.
  public func may(_ right: Right, at place: Place = .anywhere) -> Bool {
    grounds.contains { $0.gives(right) && $0.scope.covers(place) }
  }

  /// The roles that are played, each once, in the order in which they were granted.
  public var roles: [Role] {
    grounds.reduce(into: []) { roles, ground in
      if case .role(let role, _) = ground, !roles.contains(role) { roles.append(role) }
    }
  }

  /// The emergency access that goes on; nil without any.
  public var emergency: (id: EmergencyID, until: Instant)? {
    for case .emergency(let id, let until) in grounds { return (id, until) }
    return nil
  }

  /// Whether it is emergency access alone that gives `right` at `place`.
  public func isEmergency(_ right: Right, at place: Place) -> Bool {
    let grounds = grounds(for: right, at: place)
    return !grounds.isEmpty
      && grounds.allSatisfy { if case .emergency = $0 { true } else { false } }
  }

  /// What may be seen.
  public var sight: Sight {
    var programmes: [ProgrammeID] = []
    for ground in grounds where ground.gives(.read) {
      switch ground.scope {
      case .organisation: return .organisation
      case .programme(let id): if !programmes.contains(id) { programmes.append(id) }
      case .caseType: break
      }
    }
    return .programmes(programmes)
  }

  /// Of which work somebody sees something.
  public enum Sight: Hashable, Sendable {
    case organisation
    /// What belongs to these programmes, and nothing else; with none, nothing.
    case programmes([ProgrammeID])
  }
}

extension Grant.Scope {
  /// Whether `place` lies within it.
  func covers(_ place: Authority.Place) -> Bool {
    switch (self, place) {
    case (.organisation, _), (_, .anywhere): true
    case (.programme(let id), .programme(let other)): id == other
    case (.programme, .organisation), (.caseType, .organisation), (.caseType, .programme): false
    }
  }
}
