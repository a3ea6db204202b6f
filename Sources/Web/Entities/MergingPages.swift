import Domain
import EventSourcing
import Hummingbird
import ReadModels
import Reads

/// Saying that two are one, and setting them apart again: both sides take effect in one append or neither does.
struct MergingPages: Sendable {
  let library: Library
  let commands: any CommandGateway
  let find: @Sendable (Visit) async throws -> EntitySubject

  var routes: [Route] {
    [
      .get(
        "entities/:entity/merge", for: .holding(.inspect), proof: .any, showing: .work(.view),
        drawMerge),
      .post(
        "entities/:entity/merge", for: .holding(.inspect), proof: .any, showing: .work(.view),
        merge),
      .get(
        "entities/:entity/merge/undo", for: .holding(.inspect), proof: .any,
        showing: .work(.view), drawUndoing),
      .post(
        "entities/:entity/merge/undo", for: .holding(.inspect), proof: .any,
        showing: .work(.view), undo),
    ]
  }

  @Sendable private func drawMerge(_ visit: Visit) async throws -> Response {
    let form = Form(for: visit.reader, filled: visit.filledToday)
    return visit.show(mergePage(form, try await resembling(visit)))
  }

  /// Offered are those that resemble it, until others are asked for.
  private func resembling(_ visit: Visit) async throws -> EntitySubject {
    var about = try await find(visit)
    about.offer = try await EntityOffer(
      about.entity.name.description, beside: about.id, in: library, for: visit)
    return about
  }

  @Sendable private func merge(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let about = try await resembling(visit)
    let (reason, day) = (form.prose("reason"), form.happenedDay())
    guard let other = form.other(among: about.offer), let reason, let day, form.isSound else {
      return visit.again(mergePage(form, about))
    }
    return try await visit.submit(
      Order<SupervisedEntity>(
        .merge(about.id, into: other.id, ofKind: other.kind, reason: reason, on: day),
        on: about.identity),
      Order<SupervisedEntity>(.absorb(about.id, on: day), on: other.id.identity),
      from: form, through: commands, then: about.page,
      explaining: { explain($0, about.reader) }
    ) { form, _ in mergePage(form, about) }
  }

  @Sendable private func drawUndoing(_ visit: Visit) async throws -> Response {
    let form = Form(for: visit.reader, filled: visit.filledToday)
    return visit.show(undoingPage(form, try await find(visit)))
  }

  @Sendable private func undo(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let about = try await find(visit)
    let (reason, day) = (form.prose("reason"), form.happenedDay())
    guard let reason, let day, form.isSound else { return visit.again(undoingPage(form, about)) }
    let undoing = Order<SupervisedEntity>(.undoMerge(reason: reason, on: day), on: about.identity)
    guard let survivor = about.survivor else {
      // The rules say why not.
      return try await visit.submit(
        undoing, from: form, through: commands, then: about.page,
        explaining: { EntityRefusals.explain($0, about.reader) }
      ) { form, _ in undoingPage(form, about) }
    }
    return try await visit.submit(
      undoing, Order<SupervisedEntity>(.release(about.id, on: day), on: survivor.id.identity),
      from: form, through: commands, then: about.page,
      explaining: { explain($0, about.reader) }
    ) { form, _ in undoingPage(form, about) }
  }

  /// What the other side refuses is said in its own words: that it was merged itself, say.
  private func explain(
    _ refusal: EitherRefusal<SupervisedEntity.Refusal, SupervisedEntity.Refusal>,
    _ reader: Reader
  ) -> FormProblem {
    switch refusal {
    case .first(let refusal): EntityRefusals.explain(refusal, reader)
    case .second(.merged): FormProblem("entity.refusal.other-merged", at: "other")
    case .second(let refusal): EntityRefusals.explain(refusal, reader)
    }
  }
}

/// The forms.
extension MergingPages {
  private func mergePage(_ form: Form, _ about: EntitySubject) -> Page {
    page(
      "entity.merging.title", "entity.merging.lead", form, about,
      above: about.offer.question, button: "entity.merging.button"
    ) { sheet in
      sheet.about(about.entity.name)
      sheet.other(about.offer)
      sheet.reason(hint: "entity.merging.reason-hint")
      sheet.happenedOn()
    }
  }

  private func undoingPage(_ form: Form, _ about: EntitySubject) -> Page {
    page(
      "entity.undoing.title", "entity.undoing.lead", form, about, above: .nothing,
      button: "entity.undoing.button"
    ) { sheet in
      if let survivor = about.survivor { sheet.about("\(about.entity.name) → \(survivor.name)") }
      sheet.reason()
      sheet.happenedOn()
    }
  }

  private func page(
    _ title: Phrase, _ lead: Phrase, _ form: Form, _ about: EntitySubject, above: HTML,
    button: Phrase, _ fields: (inout FormSheet) -> Void
  ) -> Page {
    let reader = about.reader
    let sheet = FormSheet.html(
      form, to: reader.here, button: button, weight: .danger, cancel: about.page, for: reader,
      fields: fields)
    return Page(
      reader.text(title), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text(lead))</p>
        \(above)\(sheet)
        """)
  }
}
