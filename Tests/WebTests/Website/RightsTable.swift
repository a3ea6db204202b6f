import Domain
import HTTPTypes

/// Who may use each route of the website, as a person wrote it down.
///
/// The routes say the same in rights. This table says it in roles and by hand, so that whoever changes who may do
/// something changes it twice.
enum RightsTable {
  /// One route.
  struct Row {
    let method: HTTPRequest.Method
    let pattern: String
    let who: Who
  }

  /// Who may use a route.
  enum Who: Hashable {
    /// Somebody who did not sign in, too.
    case everyone
    /// The organisation's directory, which comes with a key: to whoever is signed in the address says nothing.
    case directory
    case signedIn
    /// Those roles in the whole organisation, or in the programme that the address names.
    case roles(Set<Role>)
    /// Those roles, wherever they are played.
    case rolesAnywhere(Set<Role>)
    /// Those who may read, each their own part: who sees one programme finds an empty list.
    case readersOfLists
    /// Those who may read, of what belongs to no programme: who sees one programme finds nothing there.
    case readersOfTheOrganisation
  }

  static let readers: Set<Role> = [
    .programmeManager, .teamMember, .inspector, .analyst, .decisionMaker, .leadership, .partner,
    .privacyOfficer, .recordsManager,
  ]
  private static let explorers: Set<Role> = [.programmeManager, .teamMember, .analyst]
  private static let managers: Set<Role> = [.programmeManager]
  private static let deciders: Set<Role> = [.decisionMaker]
  private static let workers: Set<Role> = [.programmeManager, .teamMember, .inspector]
  private static let measurers: Set<Role> = [.programmeManager, .teamMember, .analyst]
  private static let administrators: Set<Role> = [.administrator]
  private static let reviewers: Set<Role> = [
    .leadership, .privacyOfficer, .recordsManager, .administrator,
  ]
  private static let operators: Set<Role> = [.leadership, .administrator]

  private static let privacyOfficers: Set<Role> = [.privacyOfficer]
  private static let glassBreakers: Set<Role> = [.programmeManager, .teamMember, .inspector]

  static let rows: [Row] =
    [
      page("", .signedIn),
      page("sign-in", .everyone),
      post("sign-in", .everyone),
      page("sign-in/as/:token", .everyone),
      post("sign-in/password", .everyone),
      page("sign-in/code", .everyone),
      post("sign-in/code", .everyone),
      post("sign-in/passkey", .everyone),
      page("sign-in/link/:token", .everyone),
      post("sign-in/link/:token", .everyone),
      page("sign-in/provider", .everyone),
      page("sign-in/return", .everyone),
      post("sign-out", .everyone),
      post("sign-out/by-provider", .everyone),
      page("account", .signedIn),
      post("account/sessions/end", .signedIn),
      post("account/sessions/:session/end", .signedIn),
      page("account/password", .signedIn),
      post("account/password", .signedIn),
      page("account/codes", .signedIn),
      post("account/codes", .signedIn),
      post("account/codes/end", .signedIn),
      page("account/passkeys", .signedIn),
      post("account/passkeys", .signedIn),
      post("account/passkeys/:passkey/removal", .signedIn),
      page("accessibility", .everyone),
      page("assets/:file", .everyone),
      page("components", .everyone),
      page("favicon.ico", .everyone),
      page("health/live", .everyone),
      page("health/ready", .everyone),
      page("robots.txt", .everyone),
      page(".well-known/security.txt", .everyone),
      page("handover", .readersOfLists),
      page("history", .readersOfLists),
      page("operations/parked", .roles(operators)),
    ] + explorations + programmes + signals + people + directory

  private static let explorations: [Row] =
    [
      page("explorations", .readersOfLists),
      page("explorations/:exploration", .readersOfTheOrganisation),
      page("explorations/:exploration/history", .readersOfTheOrganisation),
      page("explorations/:exploration/decisions/:decision", .readersOfTheOrganisation),
    ]
    + form("explorations/new", explorers)
    + form("explorations/:exploration/title", explorers)
    + form("explorations/:exploration/origin", explorers)
    + form("explorations/:exploration/problem", explorers)
    + form("explorations/:exploration/causes", explorers)
    + form("explorations/:exploration/influence", explorers)
    + form("explorations/:exploration/system", explorers)
    + form("explorations/:exploration/parties", explorers)
    + form("explorations/:exploration/parties/:party", explorers)
    + form("explorations/:exploration/parties/:party/removal", explorers)
    + form("explorations/:exploration/findings", explorers)
    + form("explorations/:exploration/findings/:finding/withdrawal", explorers)
    + form("explorations/:exploration/arguments", explorers)
    + form("explorations/:exploration/arguments/:argument/withdrawal", explorers)
    + form("explorations/:exploration/reopening", explorers)
    + form("explorations/:exploration/decisions", managers)
    + form("explorations/:exploration/decisions/:decision/withdrawal", managers)
    + form("explorations/:exploration/decisions/:decision/adoption", deciders)
    + form("explorations/:exploration/decisions/:decision/rejection", deciders)

  private static let programmes: [Row] =
    [
      page("programmes", .readersOfLists),
      page("programmes/:programme", .roles(readers)),
      page("programmes/:programme/history", .roles(readers)),
      page("programmes/:programme/indicators/:indicator", .roles(readers)),
      page("programmes/:programme/interventions/:intervention", .roles(readers)),
    ]
    + form("programmes/new", deciders)
    + form("programmes/:programme/extension", deciders)
    + form("programmes/:programme/name", managers)
    + form("programmes/:programme/problem", managers)
    + form("programmes/:programme/manager", managers)
    + form("programmes/:programme/gate", managers)
    + form("programmes/:programme/gate-days", managers)
    + form("programmes/:programme/loop-back", managers)
    + form("programmes/:programme/goals", managers)
    + form("programmes/:programme/goals/:goal/wording", managers)
    + form("programmes/:programme/goals/:goal/end", managers)
    + form("programmes/:programme/damage", managers)
    + form("programmes/:programme/damage/:estimate/withdrawal", managers)
    + form("programmes/:programme/indicators", managers)
    + form("programmes/:programme/indicators/:indicator/target", managers)
    + form("programmes/:programme/indicators/:indicator/end", managers)
    + form("programmes/:programme/target-groups", managers)
    + form("programmes/:programme/target-groups/:group/name", managers)
    + form("programmes/:programme/target-groups/:group/end", managers)
    + form("programmes/:programme/team", managers)
    + form("programmes/:programme/team/:membership/end", managers)
    + form("programmes/:programme/evaluation", managers)
    + form("programmes/:programme/evaluation/revision", managers)
    + form("programmes/:programme/end", managers)
    + form("programmes/:programme/partners", workers)
    + form("programmes/:programme/partners/:partner/details", workers)
    + form("programmes/:programme/partners/:partner/agreements", workers)
    + form("programmes/:programme/partners/:partner/end", workers)
    + form("programmes/:programme/interventions", workers)
    + form("programmes/:programme/interventions/:intervention/plan", workers)
    + form("programmes/:programme/interventions/:intervention/start", workers)
    + form("programmes/:programme/interventions/:intervention/result", workers)
    + form("programmes/:programme/interventions/:intervention/cancellation", workers)
    + form("programmes/:programme/achievements", workers)
    + form("programmes/:programme/achievements/:achievement/withdrawal", workers)
    + form("programmes/:programme/indicators/:indicator/measurements", measurers)
    + form(
      "programmes/:programme/indicators/:indicator/measurements/:measurement/correction",
      measurers)

  private static let signals: [Row] =
    [
      page("signals", .readersOfLists),
      page("signals/:signal", .readersOfTheOrganisation),
      page("signals/:signal/history", .readersOfTheOrganisation),
    ]
    + form("signals/new", managers)
    + form("signals/:signal/message", managers)
    + form("signals/:signal/due-day", managers)
    + form("signals/:signal/sending", managers)
    + form("signals/:signal/treatment", managers)
    + form("signals/:signal/responses", managers)
    + form("signals/:signal/handling", managers)
    + form("signals/:signal/reopening", managers)
    + form("signals/:signal/publication", managers)
    + form("signals/:signal/withholding", managers)

  private static let people: [Row] =
    [
      page("people", .roles(reviewers)),
      page("people/review", .roles(reviewers)),
      page("people/review/file", .roles(reviewers)),
      page("people/why", .roles(reviewers)),
      page("people/:account", .roles(reviewers)),
      page("people/:account/history", .roles(reviewers)),
      page("people/:account/erasures", .roles(reviewers)),
      page("people/:account/held", .roles([.privacyOfficer])),
      page("people/:account/held/file", .roles([.privacyOfficer])),
      page("people/:account/held/data", .roles([.privacyOfficer])),
      post("people/:account/invitation", .roles(administrators)),
    ]
    + [
      page("emergency", .rolesAnywhere(glassBreakers)),
      post("emergency", .rolesAnywhere(glassBreakers)),
      post("emergency/end", .signedIn),
      page("emergencies", .roles(privacyOfficers)),
      page("reads", .roles(privacyOfficers)),
      page("reads/file", .roles(privacyOfficers)),
      page("emergencies/:emergency", .roles(privacyOfficers)),
    ]
    + form("emergencies/:emergency/review", privacyOfficers)
    + form("people/new", administrators)
    + form("people/:account/erasures/new", [.privacyOfficer])
    + form("people/:account/erasures/:erasure/approval", [.recordsManager])
    + form("people/:account/erasures/:erasure/declining", [.recordsManager])
    + form("people/:account/holds", [.recordsManager])
    + form("people/:account/holds/:hold/lifting", [.recordsManager])
    + form("people/:account/details", administrators)
    + form("people/:account/closing", administrators)
    + form("people/:account/reopening", administrators)
    + form("people/:account/grants", administrators)
    + form("people/:account/grants/:grant/revocation", administrators)
    + form("people/:account/grants/:grant/confirmation", reviewers)
    + form("people/:account/grants/:grant/admission", administrators)
    + form("people/:account/grants/:grant/declining", reviewers)

  private static let directory: [Row] =
    ["ServiceProviderConfig", "ResourceTypes", "ResourceTypes/:id", "Schemas", "Schemas/:id"]
    .map { page("scim/v2/\($0)", .directory) } + [post("scim/v2/.search", .directory)]
    + ["scim/v2/Users", "scim/v2/Groups"].flatMap { all in
      [
        page(all, .directory), post(all, .directory), post("\(all)/.search", .directory),
        page("\(all)/:id", .directory),
      ]
        + [.put, .patch, .delete].map {
          Row(method: $0, pattern: "\(all)/:id", who: .directory)
        }
    }

  private static func page(_ pattern: String, _ who: Who) -> Row {
    Row(method: .get, pattern: pattern, who: who)
  }

  private static func post(_ pattern: String, _ who: Who) -> Row {
    Row(method: .post, pattern: pattern, who: who)
  }

  /// A form is drawn for whoever may send it.
  private static func form(_ pattern: String, _ roles: Set<Role>) -> [Row] {
    [page(pattern, .roles(roles)), post(pattern, .roles(roles))]
  }
}

/// How the website answers somebody at an address.
enum Reply: Hashable {
  /// It takes them in; a form that is empty is sent back, but by the page behind the door.
  case takesIn
  /// There is nothing there for them.
  case findsNothing
  case forbids
  /// They have to sign in first.
  case asksToSignIn
}

/// Somebody who asks for every address of the website.
enum Asker: Hashable {
  case stranger
  /// Who plays the role in the whole organisation, and a partner in the programme that is asked for.
  case role(Role)
  /// Who plays the role in another programme alone.
  case elsewhere(Role)
}

extension RightsTable.Row {
  /// How the table has it that `asker` is answered.
  func reply(to asker: Asker) -> Reply {
    switch asker {
    case .stranger: who == .everyone ? .takesIn : .asksToSignIn
    case .role(let role): reply(to: role, seesOneProgramme: role == .partner)
    case .elsewhere(let role):
      switch who {
      // The address names a programme, or takes a right in the whole organisation.
      case .roles: .forbids
      case .everyone, .directory, .signedIn, .rolesAnywhere, .readersOfLists,
        .readersOfTheOrganisation:
        reply(to: role, seesOneProgramme: true)
      }
    }
  }

  private func reply(to role: Role, seesOneProgramme: Bool) -> Reply {
    switch who {
    case .everyone, .signedIn: .takesIn
    case .directory: .asksToSignIn
    case .roles(let roles), .rolesAnywhere(let roles): roles.contains(role) ? .takesIn : .forbids
    case .readersOfLists: RightsTable.readers.contains(role) ? .takesIn : .forbids
    case .readersOfTheOrganisation:
      !RightsTable.readers.contains(role) ? .forbids : seesOneProgramme ? .findsNothing : .takesIn
    }
  }
}
