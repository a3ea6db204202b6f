import Domain

/// What those who were supervised were asked and said, what was made known, and what was kept.
extension Teller {
  func tale(of event: Survey.Event) -> Tale {
    switch event {
    case .asked(_, let until):
      Tale("history.survey.asked").saying("survey.field.until", reader.day(until))
    case .answered(let answers):
      answers.ratings.reduce(Tale("history.survey.answered")) { tale, rating in
        tale.saying(rating.statement.sentence, reader.text(rating.score.agreement))
      }
      .saying("survey.said-remark", answers.remark)
    case .declined: Tale("history.survey.declined")
    case .withdrawn(let reason): Tale("history.survey.withdrawn").saying("history.reason", reason)
    }
  }

  func tale(of event: Publication.Event, after before: Publication.Dossier?) -> Tale {
    switch event {
    case .intended(let text, let until, _):
      telling(text, before: nil, Tale("history.publication.intended")).withoutWhatWas
        .saying("publication.field.view-until", reader.day(until))
    case .putTo(_, let name, let until):
      Tale("history.publication.put-to").saying("publication.field.party", name.description)
        .saying("publication.field.view-until", reader.day(until))
    case .viewReceived(let view, let party):
      Tale("history.publication.view-received")
        .saying("publication.field.view-of", name(of: party, before))
        .saying("publication.field.view", view)
    case .hearingTakenBack(let party, let until, let reason):
      Tale("history.publication.hearing-taken-back")
        .saying("publication.field.party", name(of: party, before))
        .saying("history.publication.anew-until", until.map { reader.day($0) })
        .saying("history.reason", reason)
    case .viewTakenBack(let party, let reason):
      Tale("history.publication.view-taken-back")
        .saying("publication.field.view-of", name(of: party, before))
        .saying("history.reason", reason)
    case .revised(let text, let until):
      telling(text, before: before?.text, Tale("history.publication.revised"))
        .saying("publication.field.view-until", reader.day(until))
    case .agreed(let person):
      Tale("history.publication.agreed", ["person": self.person(person)])
    case .decided(let text, let changed, _):
      telling(text, before: before?.text, Tale("history.publication.decided"))
        .saying(
          "publication.field.changed",
          changed.map { reader.text($0 ? "publication.changed" : "publication.not-changed") })
    case .madeKnown: Tale("history.publication.made-known")
    case .published(let until, let reason):
      Tale("history.publication.published")
        .saying("publication.field.until", reader.day(until)).saying("history.reason", reason)
    case .refrained(let reason):
      Tale("history.publication.refrained").saying("history.reason", reason)
    case .withdrawn(let reason):
      Tale("history.publication.withdrawn").saying("history.reason", reason)
    case .stopped(let cause):
      Tale("history.publication.stopped").saying("history.reason", reader.text(cause.reason))
    }
  }

  /// What another than whom the case is about is called.
  private func name(
    of party: Publication.HearingID?, _ before: Publication.Dossier?
  ) -> String? {
    before?.hearings.first { $0.party == party }?.name?.description
  }

  private func telling(
    _ text: Publication.Text, before: Publication.Text?, _ tale: Tale
  ) -> Tale {
    tale.changing(
      "publication.field.title", from: before?.title.description, to: text.title.description
    )
    .changing("publication.field.name", from: before?.name?.description, to: text.name?.description)
    .changing("publication.field.summary", from: before?.summary, to: text.summary)
    .changing(
      "publication.field.findings", from: before.flatMap { findings(of: $0) },
      to: findings(of: text)
    )
    .changing(
      "publication.field.grounds", from: before.flatMap { grounds(of: $0) }, to: grounds(of: text)
    )
    .changing(
      "publication.field.omitted", from: before?.omission?.what, to: text.omission?.what)
  }

  private func findings(of text: Publication.Text) -> String? {
    text.findings.isEmpty ? nil : reader.listed(text.findings.map(\.description))
  }

  private func grounds(of text: Publication.Text) -> String? {
    (text.omission?.grounds).map { reader.listed($0.map { reader.text($0.name) }) }
  }

  func tale(of event: Retention.Event) -> Tale {
    switch event {
    case .held(let reason): Tale("history.retention.held").saying("history.reason", reason)
    case .holdLifted(let reason):
      Tale("history.retention.hold-lifted").saying("history.reason", reason)
    case .destructionProposed(let term, let who):
      Tale("history.retention.proposed", ["person": person(who)])
        .saying("retention.statement.term", RetentionWords.sentence(for: term, reader))
    case .destructionApproved(let who):
      Tale("history.retention.approved", ["person": person(who)])
    case .destructionDeclined(let reason, let who):
      Tale("history.retention.declined", ["person": person(who)]).saying("history.reason", reason)
    case .destroyed(let statement):
      Tale("history.retention.destroyed")
        .saying("retention.statement.events", "\(statement.eventCount)")
        .saying("retention.statement.documents", "\(statement.documentCount)")
        .saying("retention.statement.read-models", "\(statement.readModelCount)")
    }
  }
}
