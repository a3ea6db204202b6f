/// A command that not everyone may give.
public protocol Entitled: Sendable {
  /// The right that giving it takes.
  var right: Right { get }
}

extension Exploration.Command: Entitled {
  public var right: Right {
    switch self {
    case .open, .revise, .reopen: .explore
    case .propose, .withdrawProposal: .propose
    case .decide: .decide
    }
  }
}

extension Programme.Command: Entitled {
  /// Establishing one goes with adopting the decision that it follows from; taking over one that ran
  /// before stands in for such a decision.
  public var right: Right {
    switch self {
    case .establish, .adopt: .decide
    case .extend: .extend
    case .rename, .restateProblem, .appointManager, .course, .goals, .estimateDamage,
      .withdrawEstimate, .targetGroups, .team, .evaluation, .end:
      .manage
    case .indicators(let command, _): command.right
    case .partners, .interventions, .interventionEvaluation, .achievements: .work
    }
  }
}

extension Programme.IndicatorCommand {
  fileprivate var right: Right {
    switch self {
    case .define, .reviseTarget, .chooseCounting, .drop: .manage
    case .measure, .correctMeasurement: .measure
    }
  }
}

extension Signal.Command: Entitled {
  /// Raising one by decision goes with adopting that decision.
  public var right: Right {
    switch self {
    case .raise(_, _, .decision, _, _, _): .decide
    case .raise, .revise, .send, .respond, .treat, .handle, .reopen, .reschedule, .publish,
      .withhold:
      .signal
    }
  }
}

extension References.Command: Entitled {
  public var right: Right {
    switch self {
    case .adopt, .write, .propose, .publish, .sendBack: .curate
    }
  }
}

extension Analysis.Command: Entitled {
  /// Whoever manages the programme settles a step, or takes it upon them to skip one.
  public var right: Right {
    switch self {
    case .begin, .moveOn, .finish, .skipUnderstanding, .reopen: .manage
    // What is planned is work of the programme.
    case .acting(.plan, _): .work
    case .sessions, .choosing, .understanding, .acting: .analyse
    }
  }
}

extension CaseFile.Command: Entitled {
  /// Who watches over what must be kept judges what goes.
  public var right: Right {
    switch self {
    case .keeping: .keepRecords
    case .open, .handling, .planning, .logging, .documents, .enforcing, .reporting, .surveying,
      .publicizing, .close, .reopen:
      .inspect
    }
  }
}

extension Template.Command: Entitled {
  public var right: Right { .inspect }
}

extension BankEntry.Command: Entitled {
  /// Whoever does analyses may propose.
  public var right: Right {
    switch self {
    case .propose, .amend: .analyse
    case .accept, .decline, .confirm, .retire, .takeOver: .curate
    }
  }
}

extension SupervisedEntity.Command: Entitled {
  /// Whoever handles cases keeps the register that they share.
  public var right: Right {
    switch self {
    case .register, .revise, .addAlias, .removeAlias, .relate, .endRelation, .merge, .undoMerge,
      .absorb, .release, .noteAgency, .withdrawAgencyNote:
      .inspect
    }
  }
}

extension Account.Command: Entitled {
  /// Founding, appointing, letting go and following the directory are the program's own acts; no person gives them.
  ///
  /// The second pair of eyes may be whoever reviews rights, so that one administrator is enough to make another; when a
  /// group asks for it, it is an administrator's.
  public var right: Right {
    switch self {
    case .open, .restate, .close, .letGo, .reopen, .found, .appoint, .grant, .admit, .revoke,
      .follow:
      .administer
    case .confirm, .decline: .review
    case .breakGlass, .mendGlass: .breakGlass
    case .reviewEmergency: .protect
    case .erasure(let command, _): command.right
    }
  }
}

extension Account.ErasureCommand: Entitled {
  /// Who watches over personal data asks, and who watches over what must be kept judges.
  ///
  /// Completing is the program's own act; no person gives it.
  public var right: Right {
    switch self {
    case .request, .complete: .protect
    case .approve, .decline, .hold, .liftHold: .keepRecords
    }
  }
}
