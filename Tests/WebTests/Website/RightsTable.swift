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
    let proof: Proof
  }

  /// How old the proof of who somebody is may be.
  enum Proof: Hashable {
    /// As old as their session.
    case any
    /// A quarter of an hour, or they are asked to sign in once more.
    case fresh
  }

  /// Who may use a route.
  enum Who: Hashable {
    /// Somebody who did not sign in, too.
    case everyone
    /// The organisation's directory, which comes with a key: to whoever is signed in the address says nothing.
    case directory
    /// Who takes part by a personal link: one that never was leads to nothing.
    case guests
    case signedIn
    /// Those roles in the whole organisation, or in the programme that the address names.
    case roles(Set<Role>)
    /// Those roles, wherever they are played.
    case rolesAnywhere(Set<Role>)
    /// Those roles, of a case or checklist that they see: who sees one programme finds no other.
    case handlers(Set<Role>)
    /// Those who may read, each their own part: who sees one programme finds an empty list.
    case readersOfLists
    /// Those who may read, of what belongs to no programme: who sees one programme finds nothing there.
    case readersOfTheOrganisation
    /// Those who may read and handle cases somewhere, or see the whole organisation: who sees one programme only to read
    /// finds nothing there.
    case readersOfEntities
  }

  static let readers: Set<Role> = [
    .programmeManager, .teamMember, .inspector, .analyst, .decisionMaker, .leadership, .partner,
    .privacyOfficer, .recordsManager,
  ]
  private static let explorers: Set<Role> = [.programmeManager, .teamMember, .analyst]
  private static let managers: Set<Role> = [.programmeManager]
  private static let deciders: Set<Role> = [.decisionMaker]
  private static let workers: Set<Role> = [.programmeManager, .teamMember, .inspector]
  static let inspectors: Set<Role> = [.programmeManager, .teamMember, .inspector]
  private static let analysts: Set<Role> = [
    .programmeManager, .teamMember, .inspector, .analyst,
  ]
  private static let curators: Set<Role> = [.analyst]
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
      page("", .signedIn, .any),
      page("sign-in", .everyone, .any),
      post("sign-in", .everyone, .any),
      page("sign-in/as/:token", .everyone, .any),
      post("sign-in/password", .everyone, .any),
      page("sign-in/code", .everyone, .any),
      post("sign-in/code", .everyone, .any),
      post("sign-in/passkey", .everyone, .any),
      page("sign-in/link/:token", .everyone, .any),
      post("sign-in/link/:token", .everyone, .any),
      page("sign-in/provider", .everyone, .any),
      page("sign-in/return", .everyone, .any),
      post("sign-out", .everyone, .any),
      post("sign-out/by-provider", .everyone, .any),
      page("account", .signedIn, .any),
      post("account/sessions/end", .signedIn, .fresh),
      post("account/sessions/:session/end", .signedIn, .fresh),
      page("account/password", .signedIn, .fresh),
      post("account/password", .signedIn, .fresh),
      page("account/codes", .signedIn, .fresh),
      post("account/codes", .signedIn, .fresh),
      post("account/codes/end", .signedIn, .fresh),
      page("account/passkeys", .signedIn, .fresh),
      post("account/passkeys", .signedIn, .fresh),
      post("account/passkeys/:passkey/removal", .signedIn, .fresh),
      page("accessibility", .everyone, .any),
      page("assets/:file", .everyone, .any),
      page("components", .everyone, .any),
      page("favicon.ico", .everyone, .any),
      page("health/live", .everyone, .any),
      page("health/ready", .everyone, .any),
      page("robots.txt", .everyone, .any),
      page(".well-known/security.txt", .everyone, .any),
      page("handover", .readersOfLists, .any),
      page("history", .readersOfLists, .any),
      page("operations/parked", .roles(operators), .any),
    ] + explorations + programmes + signals + entities + people + directory + takePart + cases
    + enforcement + outcomes

  private static let entities: [Row] =
    [
      page("entities", .readersOfLists, .any),
      page("entities/:entity", .readersOfEntities, .any),
      page("entities/:entity/history", .readersOfEntities, .any),
    ]
    + form("entities/new", anywhere: inspectors, .any)
    + form("entities/:entity/particulars", anywhere: inspectors, .any)
    + form("entities/:entity/aliases", anywhere: inspectors, .any)
    + form("entities/:entity/aliases/:alias/removal", anywhere: inspectors, .any)
    + form("entities/:entity/relations", anywhere: inspectors, .any)
    + form("entities/:entity/relations/:relation/end", anywhere: inspectors, .any)
    + form("entities/:entity/visits", anywhere: inspectors, .any)
    + form("entities/:entity/visits/:visit/withdrawal", anywhere: inspectors, .any)
    + form("entities/:entity/merge", anywhere: inspectors, .any)
    + form("entities/:entity/merge/undo", anywhere: inspectors, .any)

  private static let explorations: [Row] =
    [
      page("explorations", .readersOfLists, .any),
      page("explorations/:exploration", .readersOfTheOrganisation, .any),
      page("explorations/:exploration/history", .readersOfTheOrganisation, .any),
      page("explorations/:exploration/decisions/:decision", .readersOfTheOrganisation, .any),
    ]
    + form("explorations/new", explorers, .any)
    + form("explorations/:exploration/title", explorers, .any)
    + form("explorations/:exploration/origin", explorers, .any)
    + form("explorations/:exploration/problem", explorers, .any)
    + form("explorations/:exploration/causes", explorers, .any)
    + form("explorations/:exploration/influence", explorers, .any)
    + form("explorations/:exploration/system", explorers, .any)
    + form("explorations/:exploration/parties", explorers, .any)
    + form("explorations/:exploration/parties/:party", explorers, .any)
    + form("explorations/:exploration/parties/:party/removal", explorers, .any)
    + form("explorations/:exploration/findings", explorers, .any)
    + form("explorations/:exploration/findings/:finding/withdrawal", explorers, .any)
    + form("explorations/:exploration/arguments", explorers, .any)
    + form("explorations/:exploration/arguments/:argument/withdrawal", explorers, .any)
    + form("explorations/:exploration/reopening", explorers, .any)
    + form("explorations/:exploration/decisions", managers, .any)
    + form("explorations/:exploration/decisions/:decision/withdrawal", managers, .any)
    + form("explorations/:exploration/decisions/:decision/adoption", deciders, .any)
    + form("explorations/:exploration/decisions/:decision/rejection", deciders, .any)

  private static let programmes: [Row] =
    [
      page("programmes", .readersOfLists, .any),
      page("programmes/:programme", .roles(readers), .any),
      page("programmes/:programme/history", .roles(readers), .any),
      page("programmes/:programme/indicators/:indicator", .roles(readers), .any),
      page("programmes/:programme/interventions/:intervention", .roles(readers), .any),
    ]
    + form("programmes/new", deciders, .any)
    + form("programmes/:programme/extension", deciders, .any)
    + form("programmes/:programme/name", managers, .any)
    + form("programmes/:programme/problem", managers, .any)
    + form("programmes/:programme/manager", managers, .any)
    + form("programmes/:programme/gate", managers, .any)
    + form("programmes/:programme/gate-days", managers, .any)
    + form("programmes/:programme/loop-back", managers, .any)
    + form("programmes/:programme/goals", managers, .any)
    + form("programmes/:programme/goals/:goal/wording", managers, .any)
    + form("programmes/:programme/goals/:goal/end", managers, .any)
    + form("programmes/:programme/damage", managers, .any)
    + form("programmes/:programme/damage/:estimate/withdrawal", managers, .any)
    + form("programmes/:programme/indicators", managers, .any)
    + form("programmes/:programme/indicators/:indicator/target", managers, .any)
    + form("programmes/:programme/indicators/:indicator/counting", managers, .any)
    + form("programmes/:programme/indicators/:indicator/end", managers, .any)
    + form("programmes/:programme/target-groups", managers, .any)
    + form("programmes/:programme/target-groups/:group/name", managers, .any)
    + form("programmes/:programme/target-groups/:group/end", managers, .any)
    + form("programmes/:programme/team", managers, .any)
    + form("programmes/:programme/team/:membership/end", managers, .any)
    + form("programmes/:programme/evaluation", managers, .any)
    + form("programmes/:programme/evaluation/revision", managers, .any)
    + form("programmes/:programme/end", managers, .any)
    + form("programmes/:programme/partners", workers, .any)
    + form("programmes/:programme/partners/:partner/details", workers, .any)
    + form("programmes/:programme/partners/:partner/agreements", workers, .any)
    + form("programmes/:programme/partners/:partner/end", workers, .any)
    + form("programmes/:programme/interventions", workers, .any)
    + form("programmes/:programme/interventions/:intervention/plan", workers, .any)
    + form("programmes/:programme/interventions/:intervention/start", workers, .any)
    + form("programmes/:programme/interventions/:intervention/result", workers, .any)
    + form("programmes/:programme/interventions/:intervention/cancellation", workers, .any)
    + form("programmes/:programme/interventions/:intervention/evaluation", workers, .any)
    + form(
      "programmes/:programme/interventions/:intervention/evaluation/revision", workers, .any)
    + form("programmes/:programme/achievements", workers, .any)
    + form("programmes/:programme/achievements/:achievement/withdrawal", workers, .any)
    + form("programmes/:programme/indicators/:indicator/count", measurers, .any)
    + form("programmes/:programme/indicators/:indicator/measurements", measurers, .any)
    + form(
      "programmes/:programme/indicators/:indicator/measurements/:measurement/correction",
      measurers, .any)

  private static let signals: [Row] =
    [
      page("signals", .readersOfLists, .any),
      page("signals/:signal", .readersOfTheOrganisation, .any),
      page("signals/:signal/history", .readersOfTheOrganisation, .any),
    ]
    + [
      page("programmes/:programme/toolbox", .roles(readers), .any),
      page("programmes/:programme/toolbox/history", .roles(readers), .any),
      page("programmes/:programme/toolbox/choose", .roles(readers), .any),
      page("programmes/:programme/toolbox/understand", .roles(readers), .any),
      page("programmes/:programme/toolbox/understand/:group", .roles(readers), .any),
      page("programmes/:programme/toolbox/act", .roles(readers), .any),
      page("programmes/:programme/toolbox/act/suggestions/:suggestion", .roles(readers), .any),
      page("programmes/:programme/toolbox/sessions/:session", .roles(readers), .any),
      page(
        "programmes/:programme/toolbox/sessions/:session/attachments/:attachment",
        .roles(readers), .any),
    ]
    + form("programmes/:programme/toolbox/beginning", managers, .any)
    + form("programmes/:programme/toolbox/edition", managers, .any)
    + form("programmes/:programme/toolbox/choose/conclusion", managers, .any)
    + form("programmes/:programme/toolbox/choose/reopening", managers, .any)
    + form("programmes/:programme/toolbox/choose/sub-risks", analysts, .any)
    + form("programmes/:programme/toolbox/choose/sub-risks/:risk/wording", analysts, .any)
    + form("programmes/:programme/toolbox/choose/sub-risks/:risk/weighing", analysts, .any)
    + form("programmes/:programme/toolbox/choose/sub-risks/:risk/end", analysts, .any)
    + form("programmes/:programme/toolbox/choose/priorities", analysts, .any)
    + form("programmes/:programme/toolbox/choose/focus", analysts, .any)
    + form("programmes/:programme/toolbox/understand/conclusion", managers, .any)
    + form("programmes/:programme/toolbox/understand/reopening", managers, .any)
    + form("programmes/:programme/toolbox/understand/skipping", managers, .any)
    + form("programmes/:programme/toolbox/understand/:group/sector", analysts, .any)
    + form("programmes/:programme/toolbox/understand/:group/size", analysts, .any)
    + form("programmes/:programme/toolbox/understand/:group/behaviour-goal", analysts, .any)
    + form("programmes/:programme/toolbox/understand/:group/segments", analysts, .any)
    + form(
      "programmes/:programme/toolbox/understand/:group/determinants/:determinant", analysts, .any)
    + form(
      "programmes/:programme/toolbox/understand/:group/determinants/:determinant/end", analysts,
      .any)
    + form("programmes/:programme/toolbox/understand/:group/influencers", analysts, .any)
    + form(
      "programmes/:programme/toolbox/understand/:group/influencers/:influencer/wording", analysts,
      .any)
    + form(
      "programmes/:programme/toolbox/understand/:group/influencers/:influencer/end", analysts, .any)
    + form("programmes/:programme/toolbox/act/conclusion", managers, .any)
    + form("programmes/:programme/toolbox/act/reopening", managers, .any)
    + form("programmes/:programme/toolbox/act/:group/suggestion", analysts, .any)
    + form("programmes/:programme/toolbox/act/:group/choices", analysts, .any)
    + form("programmes/:programme/toolbox/act/choices/:choice/end", analysts, .any)
    + form("programmes/:programme/toolbox/act/choices/:choice/plan", workers, .any)
    + form("programmes/:programme/toolbox/sessions", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/wording", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/participants", analysts, .any)
    + form(
      "programmes/:programme/toolbox/sessions/:session/participants/:participant/end", analysts,
      .any)
    + form("programmes/:programme/toolbox/sessions/:session/notes", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/sources", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/sources/:source/end", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/attachments", analysts, .any)
    + form(
      "programmes/:programme/toolbox/sessions/:session/attachments/:attachment/end", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/conclusion", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/reopening", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/rounds", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/rounds/:round/scores", analysts, .any)
    + form("programmes/:programme/toolbox/sessions/:session/rounds/:round/closing", analysts, .any)
    + [
      page("bank", .readersOfLists, .any),
      page("bank/:entry", .readersOfTheOrganisation, .any),
      page("bank/:entry/history", .readersOfTheOrganisation, .any),
      page("bank/:entry/versions/:version", .readersOfTheOrganisation, .any),
      page("bank/file", .readersOfLists, .any),
      page("bank/types", .readersOfLists, .any),
      page("bank/types/:type", .readersOfLists, .any),
      post("bank/import/takeover", .roles(curators), .any),
    ]
    + form("bank/new", analysts, .any)
    + form("bank/import", curators, .any)
    + form("bank/:entry/text", analysts, .any)
    + form("bank/:entry/acceptance", curators, .any)
    + form("bank/:entry/refusal", curators, .any)
    + form("bank/:entry/review", curators, .any)
    + form("bank/:entry/retirement", curators, .any)
    + [
      page("references", .readersOfLists, .any),
      page("references/history", .readersOfTheOrganisation, .any),
      page("references/editions/:edition", .readersOfLists, .any),
      page("references/rule", .readersOfLists, .any),
      page("references/draft", .roles(curators), .any),
    ]
    + form("references/adoption", curators, .any)
    + form("references/draft/proposal", curators, .any)
    + form("references/draft/publication", curators, .any)
    + form("references/draft/return", curators, .any)
    + form("references/draft/determinants", curators, .any)
    + form("references/draft/determinants/:determinant/wording", curators, .any)
    + form("references/draft/determinants/:determinant/end", curators, .any)
    + form("references/draft/segments", curators, .any)
    + form("references/draft/segments/:segment/wording", curators, .any)
    + form("references/draft/segments/:segment/end", curators, .any)
    + form("references/draft/types", curators, .any)
    + form("references/draft/types/:type/wording", curators, .any)
    + form("references/draft/types/:type/fits", curators, .any)
    + form("references/draft/types/:type/end", curators, .any)
    + form("signals/new", managers, .any)
    + form("signals/:signal/message", managers, .any)
    + form("signals/:signal/due-day", managers, .any)
    + form("signals/:signal/sending", managers, .any)
    + form("signals/:signal/treatment", managers, .any)
    + form("signals/:signal/responses", managers, .any)
    + form("signals/:signal/handling", managers, .any)
    + form("signals/:signal/reopening", managers, .any)
    + form("signals/:signal/publication", managers, .any)
    + form("signals/:signal/withholding", managers, .any)

  private static let takePart: [Row] = [
    page("take-part/:link", .guests, .any),
    page("take-part/:link/rounds/:round", .guests, .any),
    post("take-part/:link/rounds/:round", .guests, .any),
    page("take-part/:link/changes", .guests, .any),
    page("programmes/:programme/toolbox/sessions/:session/changes", .roles(readers), .any),
    page(
      "programmes/:programme/toolbox/sessions/:session/participants/:participant/link",
      .roles(analysts), .any),
    post(
      "programmes/:programme/toolbox/sessions/:session/participants/:participant/link",
      .roles(analysts), .any),
    post(
      "programmes/:programme/toolbox/sessions/:session/participants/:participant/link/end",
      .roles(analysts), .any),
  ]

  private static let people: [Row] =
    [
      page("people", .roles(reviewers), .any),
      page("people/review", .roles(reviewers), .any),
      page("people/review/file", .roles(reviewers), .fresh),
      page("people/why", .roles(reviewers), .any),
      page("people/:account", .roles(reviewers), .any),
      page("people/:account/history", .roles(reviewers), .any),
      page("people/:account/erasures", .roles(reviewers), .any),
      page("people/:account/held", .roles([.privacyOfficer]), .fresh),
      page("people/:account/held/file", .roles([.privacyOfficer]), .fresh),
      page("people/:account/held/data", .roles([.privacyOfficer]), .fresh),
      post("people/:account/invitation", .roles(administrators), .fresh),
      post("people/:account/sessions/end", .roles(administrators), .fresh),
    ]
    + [
      page("emergency", .rolesAnywhere(glassBreakers), .fresh),
      post("emergency", .rolesAnywhere(glassBreakers), .fresh),
      post("emergency/end", .signedIn, .any),
      page("emergencies", .roles(privacyOfficers), .any),
      page("reads", .roles(privacyOfficers), .any),
      page("reads/file", .roles(privacyOfficers), .fresh),
      page("emergencies/:emergency", .roles(privacyOfficers), .any),
    ]
    + form("emergencies/:emergency/review", privacyOfficers, .any)
    + form("people/new", administrators, .fresh)
    + form("people/:account/erasures/new", [.privacyOfficer], .fresh)
    + form("people/:account/erasures/:erasure/approval", [.recordsManager], .fresh)
    + form("people/:account/erasures/:erasure/declining", [.recordsManager], .fresh)
    + form("people/:account/holds", [.recordsManager], .fresh)
    + form("people/:account/holds/:hold/lifting", [.recordsManager], .fresh)
    + form("people/:account/details", administrators, .fresh)
    + form("people/:account/closing", administrators, .fresh)
    + form("people/:account/reopening", administrators, .fresh)
    + form("people/:account/grants", administrators, .fresh)
    + form("people/:account/grants/:grant/revocation", administrators, .fresh)
    + form("people/:account/grants/:grant/confirmation", reviewers, .fresh)
    + form("people/:account/grants/:grant/admission", administrators, .fresh)
    + form("people/:account/grants/:grant/declining", reviewers, .fresh)

  private static let directory: [Row] =
    ["ServiceProviderConfig", "ResourceTypes", "ResourceTypes/:id", "Schemas", "Schemas/:id"]
    .map { page("scim/v2/\($0)", .directory, .any) } + [post("scim/v2/.search", .directory, .any)]
    + ["scim/v2/Users", "scim/v2/Groups"].flatMap { all in
      [
        page(all, .directory, .any), post(all, .directory, .any),
        post("\(all)/.search", .directory, .any),
        page("\(all)/:id", .directory, .any),
      ]
        + [.put, .patch, .delete].map {
          Row(method: $0, pattern: "\(all)/:id", who: .directory, proof: .any)
        }
    }

  static func page(_ pattern: String, _ who: Who, _ proof: Proof) -> Row {
    Row(method: .get, pattern: pattern, who: who, proof: proof)
  }

  static func post(_ pattern: String, _ who: Who, _ proof: Proof) -> Row {
    Row(method: .post, pattern: pattern, who: who, proof: proof)
  }

  /// A form is drawn for whoever may send it.
  private static func form(_ pattern: String, _ roles: Set<Role>, _ proof: Proof) -> [Row] {
    [page(pattern, .roles(roles), proof), post(pattern, .roles(roles), proof)]
  }

  /// The same for those roles wherever they are played.
  private static func form(
    _ pattern: String, anywhere roles: Set<Role>, _ proof: Proof
  ) -> [Row] {
    [page(pattern, .rolesAnywhere(roles), proof), post(pattern, .rolesAnywhere(roles), proof)]
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
  /// Who plays every role in the whole organisation, and proved too long ago to be who they are.
  case unproven
}

extension RightsTable.Row {
  /// How the table has it that `asker` is answered.
  func reply(to asker: Asker) -> Reply {
    switch asker {
    case .stranger:
      who == .everyone ? .takesIn : who == .guests ? .findsNothing : .asksToSignIn
    case .role(let role): reply(to: role, seesOneProgramme: role == .partner)
    case .unproven where who == .guests: .forbids
    case .unproven: who == .directory || proof == .fresh ? .asksToSignIn : .takesIn
    case .elsewhere(let role):
      switch who {
      // The address names a programme, or takes a right in the whole organisation.
      case .roles, .guests: .forbids
      case .everyone, .directory, .signedIn, .rolesAnywhere, .handlers, .readersOfLists,
        .readersOfTheOrganisation, .readersOfEntities:
        reply(to: role, seesOneProgramme: true)
      }
    }
  }

  /// What it is about is looked for first: before anything of a document is taken in, or where there is nothing to fill in.
  private var looksFirst: Bool {
    [
      "cases/:case/documents", "cases/:case/documents/:document/version",
      "cases/:case/interventions",
      "cases/:case/surveys/:survey/link",
    ].contains(pattern)
  }

  private func reply(to role: Role, seesOneProgramme: Bool) -> Reply {
    switch who {
    case .everyone, .signedIn: .takesIn
    case .directory: .asksToSignIn
    case .guests: .forbids
    case .roles(let roles), .rolesAnywhere(let roles): roles.contains(role) ? .takesIn : .forbids
    // An empty form is sent back before anybody looks for what it is about.
    case .handlers(let roles):
      !roles.contains(role)
        ? .forbids
        : seesOneProgramme && (method == .get || looksFirst) ? .findsNothing : .takesIn
    case .readersOfLists: RightsTable.readers.contains(role) ? .takesIn : .forbids
    case .readersOfTheOrganisation:
      !RightsTable.readers.contains(role) ? .forbids : seesOneProgramme ? .findsNothing : .takesIn
    case .readersOfEntities where RightsTable.inspectors.contains(role): .takesIn
    case .readersOfEntities:
      !RightsTable.readers.contains(role) ? .forbids : seesOneProgramme ? .findsNothing : .takesIn
    }
  }
}
