import Domain

extension Teller {
  /// What `event` did to an analysis that stood at `state`.
  func tale(of event: Analysis.Event, after state: Analysis.State) -> Tale {
    let before = state.dossier
    return switch event.topic {
    case .course(let happening): tale(of: happening, Analysis.evolve(state, event).dossier)
    case .session(let id, let happening): tale(of: happening, in: before?.sessions[id])
    case .subRisk(let id, let happening): tale(of: happening, before?.choosing.subRisks[id])
    case .focus(let happening): tale(of: happening, before?.choosing)
    case .profile(let group, let happening):
      tale(of: happening, before?.understanding[group])
    case .judgement(let group, let code, let happening):
      tale(of: happening, on: code, before?.understanding[group].judgements[code])
    case .influencer(let id, let happening): tale(of: happening, before?.influencer(id))
    case .suggestion(_, let suggestion):
      Tale("history.analysis.suggested")
        .saying("history.analysis.edition", reader.number(suggestion.input.edition.rawValue))
        .saying(
          "history.analysis.advice",
          reader.listed(suggestion.advice.map { names.name(of: $0.intervention) }))
    case .choice(let id, let happening): tale(of: happening, before?.acting.choices[id]?.choice)
    }
  }

  private func tale(of event: Analysis.CourseEvent, _ after: Analysis.Dossier?) -> Tale {
    switch event {
    case .begun(let edition):
      Tale("history.analysis.begun", ["edition": .number(edition.rawValue)])
        .saying("history.name", after?.title.description)
        .saying("history.organisation", after?.organisation.description)
    case .movedOn(let edition, let reason):
      Tale("history.analysis.moved-on", ["edition": .number(edition.rawValue)])
        .saying("history.reason", reason)
    case .finished(let step, let version, _, let conclusion):
      Tale("history.analysis.finished", words(step, version))
        .saying("toolbox.column.conclusion", conclusion)
    case .skipped(let by, let reason):
      Tale("history.analysis.skipped", ["person": person(by)]).saying("history.reason", reason)
    case .reopened(let step, let version, let reason):
      Tale("history.analysis.reopened", words(step, version)).saying("history.reason", reason)
    }
  }

  private func words(_ step: Analysis.Step, _ version: Int) -> [String: Phrase.Value] {
    ["step": .phrase(step.name), "version": .number(version)]
  }
}

/// The first step.
extension Teller {
  private func tale(of event: Analysis.SubRiskEvent, _ before: Analysis.RiskFound?) -> Tale {
    switch event {
    case .found(let subRisk):
      Tale("history.analysis.risk-found", ["risk": line(subRisk.title)])
        .saying("history.description", subRisk.description)
        .saying("history.source", html: subRisk.source.map { reader.source($0) })
    case .revised(let subRisk):
      Tale("history.analysis.risk-revised", ["risk": line(before?.subRisk.title)])
        .changing(
          "history.name", from: before?.subRisk.title.description, to: subRisk.title.description
        )
        .changing(
          "history.description", from: before?.subRisk.description, to: subRisk.description
        )
        .changing(
          "history.source", fromHTML: before?.subRisk.source.map { reader.source($0) },
          toHTML: subRisk.source.map { reader.source($0) })
    case .weighed(let weighing):
      Tale("history.analysis.risk-weighed", ["risk": line(before?.subRisk.title)])
        .changing(
          "toolbox.field.chance", from: before?.weighing.map { reader.text($0.chance.chance) },
          to: reader.text(weighing.chance.chance)
        )
        .changing(
          "toolbox.field.effect", from: before?.weighing.map { reader.text($0.effect.effect) },
          to: reader.text(weighing.effect.effect)
        )
        .saying("history.reason", weighing.reason)
    case .dropped(let reason):
      Tale("history.analysis.risk-dropped", ["risk": line(before?.subRisk.title)])
        .saying("history.reason", reason)
    }
  }

  private func tale(of event: Analysis.FocusEvent, _ before: Analysis.Choosing?) -> Tale {
    func names(_ ids: [SubRiskID]) -> String? {
      rowed(ids.compactMap { before?.subRisks[$0]?.subRisk.title.description })
    }
    return switch event {
    case .prioritised(let order, let reason):
      Tale("history.analysis.prioritised")
        .changing(
          "toolbox.risks", from: before.flatMap { names($0.priorities) }, to: names(order)
        )
        .saying("history.reason", reason)
    case .chosen(let focus, let reason):
      Tale("history.analysis.focus-chosen")
        .saying("toolbox.risks", names(focus.subRisks))
        .saying("history.reason", reason)
    }
  }
}

/// The second step.
extension Teller {
  private func tale(of event: Analysis.ProfileEvent, _ before: Analysis.Profile?) -> Tale {
    switch event {
    case .sectorNamed(let sector):
      Tale("history.analysis.sector")
        .changing(
          "toolbox.element.sector", from: before?.sector?.description, to: sector.description)
    case .sizeEstimated(let size):
      Tale("history.analysis.size")
        .changing("toolbox.element.size", from: before?.size.map(words), to: words(size))
        .saying("history.source", html: reader.source(size.source))
        .saying("history.programme.confidence", reader.text(size.confidence.name))
    case .goalSet(let goal):
      Tale("history.analysis.goal")
        .changing(
          "toolbox.element.goal", from: before?.goal.map { GoalSentence.text($0, reader) },
          to: GoalSentence.text(goal, reader))
    case .segmentsEstimated(let shares):
      Tale("history.analysis.segments")
        .changing(
          "toolbox.segments", from: before.flatMap { words($0.shares) }, to: words(shares))
    }
  }

  /// The words in a row; nil without any, for there was nothing then.
  private func rowed(_ words: [String]) -> String? {
    words.isEmpty ? nil : reader.listed(words)
  }

  private func words(_ size: Analysis.Size) -> String {
    "\(reader.number(size.number)) \(size.unit)"
  }

  private func words(_ shares: [Analysis.SegmentShare]) -> String? {
    rowed(
      shares.map { share in
        "\(share.segment) \(reader.text("toolbox.share", ["number": .number(share.share.rawValue)]))"
      })
  }

  private func tale(
    of event: Analysis.JudgementEvent, on code: References.Determinant.Code,
    _ before: Analysis.Judgement?
  ) -> Tale {
    let name: [String: Phrase.Value] = ["determinant": .text(names.name(of: code))]
    switch event {
    case .judged(let judgement):
      return Tale("history.analysis.judged", name)
        .changing(
          "toolbox.column.works", from: before.map { reader.text($0.score.determinant) },
          to: reader.text(judgement.score.determinant)
        )
        .changing(
          "toolbox.field.explanation", from: before?.explanation, to: judgement.explanation
        )
        .saying("history.analysis.evidence", html: evidence(judgement))
        .saying("history.programme.confidence", reader.text(judgement.confidence.name))
    case .withdrawn(let reason):
      return Tale("history.analysis.judgement-withdrawn", name).saying("history.reason", reason)
    }
  }

  private func evidence(_ judgement: Analysis.Judgement) -> HTML {
    let pieces = judgement.evidence.map { piece -> HTML in
      "<li>\(piece.text) <span class=\"muted\">(\(reader.source(piece.source)))</span></li>"
    }
    return "<ul>\(pieces)</ul>"
  }

  private func tale(
    of event: Analysis.InfluencerEvent, _ before: Analysis.Influencer?
  ) -> Tale {
    switch event {
    case .named(let influencer, _):
      Tale("history.analysis.influencer-named", ["name": line(influencer.name)])
        .saying("toolbox.field.influence", influencer.influence)
    case .revised(let influencer):
      Tale("history.analysis.influencer-revised", ["name": line(before?.name)])
        .changing(
          "history.name", from: before?.name.description, to: influencer.name.description
        )
        .changing(
          "toolbox.field.influence", from: before?.influence, to: influencer.influence)
    case .removed(let reason):
      Tale("history.analysis.influencer-removed", ["name": line(before?.name)])
        .saying("history.reason", reason)
    }
  }
}

/// The third step.
extension Teller {
  private func tale(of event: Analysis.ChoiceEvent, _ before: Analysis.Choice?) -> Tale {
    switch event {
    case .made(let choice):
      Tale("history.analysis.chosen", ["measure": .text(words(choice.measure))])
        .saying(
          "toolbox.column.because", reader.listed(choice.determinants.map { names.name(of: $0) })
        )
        .saying("history.reason", choice.reason)
    case .withdrawn(let reason):
      Tale("history.analysis.choice-withdrawn", ["measure": .text(words(before?.measure))])
        .saying("history.reason", reason)
    case .planned:
      Tale("history.analysis.choice-planned", ["measure": .text(words(before?.measure))])
    }
  }

  private func words(_ measure: Analysis.Measure?) -> String {
    measure.map { names.words(for: $0) } ?? reader.text("history.unknown")
  }
}

extension Analysis.Dossier {
  fileprivate func influencer(_ id: InfluencerID) -> Analysis.Influencer? {
    groupsInFocus.lazy.compactMap { understanding[$0].influencers[id] }.first
  }
}
