import Domain
import ReadModels

/// The cases that came of an intervention: how they ended, and the way to them and to the next one.
struct InterventionCasesPart {
  let intervention: InterventionRow
  let view: ProgrammeView

  private var reader: Reader { view.reader }

  var html: HTML {
    guard let tally = view.about.tally, reader.maySee(Site.cases) else { return .nothing }
    return Part.html(
      "cases", "cases.title", ended(tally) + CasesLink.unseen(tally, reader), actions: open,
      for: reader)
  }

  private func ended(_ tally: CaseTally) -> HTML {
    let counting = Programme.CaseCounting.of(intervention.id)
    guard tally.closed > 0 else {
      return EmptyState.html(reader.text("programme.intervention.no-cases"))
    }
    let kept = tally.count(
      by: Programme.CaseCounting(.complianceShare, intervention: intervention.id))
    return """
      <p>\(reader.text("programme.intervention.cases", count: tally.closed))\
       \(reader.text(
        "programme.intervention.cases-kept", ["met": .number(kept.met), "of": .number(kept.of)]))</p>
      \(CasesLink.html(counting, view.about.id, reader))
      """
  }

  /// The way to open a case that comes of it.
  private var open: HTML {
    let isTime = intervention.status == .running
    let link = Site.newCase.with("intervention", intervention.id.description)
    let may = reader.mayPost(to: Site.newCase) && reader.may(.inspect, at: view.about.place)
    return Act.html("cases.new", on: nil, to: isTime && may ? link : nil, for: reader)
  }
}

extension Programme.CaseCounting {
  /// All closed cases that came of an intervention.
  static func of(_ intervention: InterventionID) -> Programme.CaseCounting {
    Programme.CaseCounting(.closed, intervention: intervention)
  }
}
