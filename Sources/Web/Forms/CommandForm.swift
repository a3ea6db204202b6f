public import Domain
public import EventSourcing
import Hummingbird

/// What a form acts on: one thing with a stream, as its own page shows it.
public protocol Subject: Sendable {
  var identity: Identity { get }
  /// The version of its stream that was read.
  var version: Int { get }
  /// Its own page.
  var page: Link { get }
  /// The way to its page, itself included.
  func trail(for reader: Reader) -> [Crumb]
  /// Where something is done to it, when its address does not say so.
  var place: Authority.Place { get }
}

extension Subject {
  public var place: Authority.Place { .anywhere }
}

/// One form that gives one command to one thing, at one address: drawn by GET, sent by POST.
///
/// Written as values, so that a slice of work is its fields and how they are read; everything else, from
/// the conflict page to the harmless second click, is the same for all forms.
public struct CommandForm<Acts: Decider, About: Subject>: Sendable {
  /// Whether others may have changed something meanwhile.
  public enum Guard: Sendable {
    /// Refuse when what stood in its fields was changed: for a form that replaces what its writer saw.
    case fields
    /// Refuse when anything was changed: for a form by which its writer judges the whole.
    case whole
    /// Go on: for a form that only adds, or that the rules judge by themselves.
    case none
  }

  let pattern: StaticString
  let right: Right
  let title: Phrase
  let lead: Phrase?
  let button: Phrase
  let weight: Button.Weight
  let guarding: Guard
  let closed: @Sendable (About, Visit) throws -> Phrase?
  let landing: @Sendable (About, Acts.Command, Visit) -> Link
  let filled: @Sendable (About, Visit) throws -> [String: String]
  let fields: @Sendable (inout FormSheet, About, Visit) throws -> Void
  let command: @Sendable (inout Form, About, Visit) throws -> Acts.Command?

  /// - Parameters:
  ///   - pattern: its address, such as `programmes/:programme/goals`.
  ///   - right: who may.
  ///   - title: the title of the page.
  ///   - lead: what to know before filling it in.
  ///   - button: what pressing it does.
  ///   - weight: how important, or how grave, that is.
  ///   - guarding: what to do when others were first.
  ///   - closed: what to say instead of it when there is nothing to fill in; nil when there is. Whoever sends it all the
  ///     same has their answer from the rules.
  ///   - landing: the page after it was sent.
  ///   - filled: what stands in the fields to begin with.
  ///   - fields: writes the fields in order.
  ///   - command: reads the fields; nil when one of them has a problem.
  public init(
    _ pattern: StaticString, for right: Right, title: Phrase, lead: Phrase? = nil,
    button: Phrase, weight: Button.Weight = .primary, guarding: Guard,
    closed: @escaping @Sendable (About, Visit) throws -> Phrase? = { _, _ in nil },
    landing: @escaping @Sendable (About, Acts.Command, Visit) -> Link = { about, _, _ in about.page
    },
    filled: @escaping @Sendable (About, Visit) throws -> [String: String] = { _, _ in [:] },
    fields: @escaping @Sendable (inout FormSheet, About, Visit) throws -> Void,
    command: @escaping @Sendable (inout Form, About, Visit) throws -> Acts.Command?
  ) {
    self.pattern = pattern
    self.right = right
    self.title = title
    self.lead = lead
    self.button = button
    self.weight = weight
    self.guarding = guarding
    self.closed = closed
    self.landing = landing
    self.filled = filled
    self.fields = fields
    self.command = command
  }
}

/// Where the forms about one kind of thing are drawn and taken in.
public struct CommandDesk<Acts: Decider, About: Subject>: Sendable where Acts.Command: Entitled {
  let commands: any CommandGateway
  let proof: Proof
  let showing: Disclosure
  let find: @Sendable (Visit) async throws -> About
  let changes: @Sendable (Conflict, Visit) async throws -> Timeline
  let explaining: @Sendable (Acts.Refusal, About, Reader) -> FormProblem
  let taken: @Sendable (Claim) -> FormProblem
  let above: @Sendable (Form, About, Visit) async throws -> HTML

  /// - Parameters:
  ///   - commands: the door through which state changes.
  ///   - proof: how old the proof may be of who draws or sends its forms.
  ///   - showing: what its forms show of that thing.
  ///   - find: the thing that the address names.
  ///   - changes: what others did since a form was drawn.
  ///   - explaining: the sentence for a refusal, and the field it concerns.
  ///   - taken: the sentence for a name that another holds.
  ///   - above: what stands above a form, as it was drawn or came back.
  public init(
    commands: any CommandGateway, proof: Proof, showing: Disclosure,
    find: @escaping @Sendable (Visit) async throws -> About,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline,
    explaining: @escaping @Sendable (Acts.Refusal, About, Reader) -> FormProblem,
    taken: @escaping @Sendable (Claim) -> FormProblem = { _ in FormProblem("form.taken") },
    above: @escaping @Sendable (Form, About, Visit) async throws -> HTML = { _, _, _ in .nothing }
  ) {
    self.commands = commands
    self.proof = proof
    self.showing = showing
    self.find = find
    self.changes = changes
    self.explaining = explaining
    self.taken = taken
    self.above = above
  }

  /// The two routes of each form.
  public func routes(_ forms: [CommandForm<Acts, About>]) -> [Route] {
    forms.flatMap { form in
      let routes = [
        Route.get(form.pattern, for: .holding(form.right), proof: proof, showing: showing) {
          try await draw(form, $0)
        },
        Route.post(form.pattern, for: .holding(form.right), proof: proof, showing: showing) {
          try await take(form, $0)
        },
      ]
      return routes.map { route in
        var route = route
        route.formTitle = form.title
        return route
      }
    }
  }

  private func draw(_ form: CommandForm<Acts, About>, _ visit: Visit) async throws -> Response {
    let about = try await found(for: form, visit)
    if let reason = try form.closed(about, visit) {
      return visit.show(nothing(to: form, about, reason, visit.reader))
    }
    let blank = Form(
      for: visit.reader, version: about.version, filled: try form.filled(about, visit))
    return visit.show(try await page(form, about, blank, nil, visit))
  }

  private func take(_ form: CommandForm<Acts, About>, _ visit: Visit) async throws -> Response {
    var filled = try await visit.form()
    let about = try await found(for: form, visit)
    guard let command = try form.command(&filled, about, visit), filled.isSound else {
      return visit.again(try await page(form, about, filled, nil, visit))
    }
    let order = Order<Acts>(
      command, on: about.identity, expecting: try expected(form, filled, about, visit))
    return try await visit.submit(
      order, from: filled, through: commands, then: form.landing(about, command, visit),
      explaining: { explaining($0, about, visit.reader) }, taken: taken
    ) { filled, conflict in
      try await page(form, about, filled, conflict, visit)
    }
  }

  private func nothing(
    to form: CommandForm<Acts, About>, _ about: About, _ reason: Phrase, _ reader: Reader
  ) -> Page {
    Page(
      reader.text(form.title), trail: about.trail(for: reader), width: .read,
      body: EmptyState.html(
        reader.text(reason),
        action: Button.link(reader.text("form.back"), to: reader.to(about.page), .secondary)))
  }

  /// The thing that the address names, for somebody who may use `form` there.
  private func found(for form: CommandForm<Acts, About>, _ visit: Visit) async throws -> About {
    let about = try await find(visit)
    try visit.check(form.right, at: about.place)
    return about
  }

  /// The version on which the command may be carried out; a guarded form that comes without one is held
  /// against the newest.
  private func expected(
    _ form: CommandForm<Acts, About>, _ filled: Form, _ about: About, _ visit: Visit
  ) throws -> Int? {
    switch form.guarding {
    case .none: return nil
    case .whole: return filled.version ?? about.version
    case .fields:
      let isUntouched = filled.basis == FormBasis(try form.filled(about, visit))
      return isUntouched ? about.version : filled.version ?? about.version
    }
  }

  private func page(
    _ form: CommandForm<Acts, About>, _ about: About, _ filled: Form, _ conflict: Conflict?,
    _ visit: Visit
  ) async throws -> Page {
    let reader = visit.reader
    var notice = HTML.nothing
    if let conflict {
      notice = ConflictNotice.html(try await changes(conflict, visit), for: reader)
    }
    var problem: (any Error)?
    let sheet = FormSheet.html(
      filled, to: reader.here, button: form.button, weight: form.weight,
      cancel: about.page, for: reader
    ) { sheet in
      do { try form.fields(&sheet, about, visit) } catch { problem = error }
    }
    if let problem { throw problem }
    return Page(
      reader.text(form.title), trail: about.trail(for: reader), width: .read,
      hasProblems: !filled.isSound,
      body: """
        \(notice)\(form.lead.map { "<p class=\"lead\">\(reader.text($0))</p>" })
        \(try await above(filled, about, visit))\(sheet)
        """)
  }
}
