public import Credentials
public import Domain

/// Every address of the site, in one list: a page never writes a path of its own.
public enum Site {
  /// The first page: the portfolio.
  public static let home = Link()
  public static let components = Link("components")
  public static let accessibility = Link("accessibility")
  public static let signIn = Link("sign-in")
  public static let signOut = Link("sign-out")
  static let password = Link("sign-in", "password")
  static let code = Link("sign-in", "code")
  static let provider = Link("sign-in", "provider")
  static let passkey = Link("sign-in", "passkey")
  static let ownAccount = Link("account")

  /// A part of the own account.
  static func ownAccount(_ parts: String...) -> Link { Link(segments: ["account"] + parts) }

  /// Where whoever was handed this token chooses a password.
  public static func link(_ token: OneTimeToken) -> Link { Link("sign-in", "link", token.written) }
  public static let live = Link("health", "live")
  public static let ready = Link("health", "ready")

  /// The address that signs in whoever the token was made for.
  public static func signIn(by token: OneTimeToken) -> Link { Link("sign-in", "as", token.written) }

  /// A file of the design, by its name.
  static func asset(_ name: String) -> Link { Link("assets", name) }

  // Explorations.

  public static let explorations = Link("explorations")
  public static let newExploration = Link("explorations", "new")

  public static func exploration(_ id: ExplorationID, _ parts: String...) -> Link {
    Link(segments: ["explorations", id.description] + parts)
  }

  /// The unfinished work of people who left.
  public static let handover = Link("handover")

  // Programmes.

  public static let programmes = Link("programmes")
  public static let newProgramme = Link("programmes", "new")

  public static func programme(_ id: ProgrammeID, _ parts: String...) -> Link {
    Link(segments: ["programmes", id.description] + parts)
  }

  /// The analysis behind a programme's interventions, or a part of it.
  public static func toolbox(_ id: ProgrammeID, _ parts: String...) -> Link {
    Link(segments: ["programmes", id.description, "toolbox"] + parts)
  }

  /// Where whoever was handed this token replies to a survey.
  static func survey(_ token: OneTimeToken) -> Link { Link("survey", token.written) }

  /// Where whoever was handed this token takes part in a session.
  public static func takePart(_ token: OneTimeToken) -> Link { Link("take-part", token.written) }

  /// Where one hears of changes to the page at `link`.
  static func changes(of link: Link) -> Link { Link(segments: link.segments + ["changes"]) }

  /// A round of the session at `link`.
  static func takePart(_ link: Link, _ round: RoundID) -> Link {
    Link(segments: link.segments + ["rounds", round.description])
  }

  // The toolbox that programmes share.

  /// The reference set: its editions and its draft.
  public static let references = Link("references")

  static let referencesDraft = Link("references", "draft")
  static let referencesHistory = Link("references", "history")
  /// The algorithm sheet of the rule by which the toolbox suggests.
  static let suggestionRule = Link("references", "rule")

  static func edition(_ number: References.EditionNumber) -> Link {
    Link("references", "editions", "\(number.rawValue)")
  }

  /// The data bank.
  public static let bank = Link("bank")
  static let newBankEntry = Link("bank", "new")
  /// The data bank as a file, and the way back.
  static let bankFile = Link("bank", "file")
  static let bankImport = Link("bank", "import")
  static let bankTakeover = Link("bank", "import", "takeover")
  /// What is known of each type of intervention.
  static let bankTypes = Link("bank", "types")

  static func bankType(_ key: References.InterventionType.Key) -> Link {
    Link("bank", "types", key.description)
  }

  public static func bankEntry(_ id: BankEntryID, _ parts: String...) -> Link {
    Link(segments: ["bank", id.description] + parts)
  }

  // Supervised parties and places.

  public static let entities = Link("entities")
  static let newEntity = Link("entities", "new")

  /// The page of a party or place, or a part of it.
  public static func entity(_ id: EntityID, _ parts: [String] = []) -> Link {
    Link(segments: ["entities", id.description] + parts)
  }

  // Signals.

  // Cases.

  public static let cases = Link("cases")
  public static let newCase = Link("cases", "new")
  /// The matrix by which findings are placed.
  static let matrix = Link("cases", "matrix")
  /// What those who were supervised say together.
  static let surveys = Link("cases", "surveys")
  /// The cases whose term is over, and those that were destroyed.
  static let retention = Link("cases", "retention")
  /// What of the results of cases everybody may read.
  static let published = Link("published")

  static func published(_ id: PublicationID) -> Link { Link("published", id.description) }
  public static let checklists = Link("checklists")

  public static func caseFile(_ id: CaseID, _ parts: String...) -> Link {
    Link(segments: ["cases", id.description] + parts)
  }

  public static let letters = Link("letters")

  public static func letter(_ id: LetterTemplateID, _ parts: String...) -> Link {
    Link(segments: ["letters", id.description] + parts)
  }

  /// A finding of a case, with its enforcement.
  static func finding(_ file: CaseID, _ id: CaseFindingID) -> Link {
    caseFile(file, "findings", id.description)
  }

  public static func checklist(_ id: ChecklistID, _ parts: String...) -> Link {
    Link(segments: ["checklists", id.description] + parts)
  }

  // Signals.

  public static let signals = Link("signals")
  public static let newSignal = Link("signals", "new")

  public static func signal(_ id: SignalID, _ parts: String...) -> Link {
    Link(segments: ["signals", id.description] + parts)
  }

  // History.

  /// What changed lately in everything.
  public static let history = Link("history")

  // People and what they may do.

  public static let people = Link("people")
  public static let newAccount = Link("people", "new")
  public static let rightsReview = Link("people", "review")
  public static let rightsFile = Link("people", "review", "file")
  public static let why = Link("people", "why")

  public static func account(_ id: AccountID, _ parts: String...) -> Link {
    Link(segments: ["people", id.description] + parts)
  }

  /// Where somebody takes emergency access.
  public static let emergency = Link("emergency")
  static let emergencyEnd = Link("emergency", "end")
  /// Every time that it was taken.
  public static let emergencies = Link("emergencies")

  static func emergency(_ id: EmergencyID, _ parts: String...) -> Link {
    Link(segments: ["emergencies", id.description] + parts)
  }

  /// The read log.
  public static let reads = Link("reads")
  static let readsFile = Link("reads", "file")

  // The system itself.

  /// What the read models could not be kept up to date with.
  public static let parked = Link("operations", "parked")
}
