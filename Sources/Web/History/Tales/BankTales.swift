import Domain

extension Teller {
  /// What `event` did to an entry of the data bank that stood at `state`.
  func tale(of event: BankEntry.Event, after state: BankEntry.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .proposed(let article, let organisation, _, _):
      changing(
        nil, to: article, Tale("history.bank.proposed", ["title": line(article.title)])
      )
      .withoutWhatWas
      .saying("history.organisation", organisation.description)
    case .amended(let article, _, _):
      changing(
        before?.pending?.article ?? before?.accepted?.article, to: article,
        Tale("history.bank.amended"))
    case .accepted(let version, let article, _, let reviewOn, _):
      changing(
        before?.accepted?.article, to: article,
        Tale("history.bank.accepted", ["version": .number(version)])
      )
      .saying("history.bank.review", reader.day(reviewOn))
    case .declined(_, let reason, _):
      Tale("history.bank.declined").saying("history.reason", reason)
    case .confirmed(_, let reviewOn, _):
      Tale("history.bank.confirmed").saying("history.bank.review", reader.day(reviewOn))
    case .retired(_, let reason, _):
      Tale("history.bank.retired").saying("history.reason", reason)
    case .takenOver(_, let article, let provenance, let organisation, _, let reviewOn, _):
      changing(
        before?.accepted?.article, to: article,
        Tale("history.bank.taken-over", ["organisation": line(provenance.organisation)])
      )
      .saying("bank.fact.from", BankWords.text(of: provenance, reader))
      .saying("history.bank.review", reader.day(reviewOn))
      .saying("history.organisation", organisation.description)
    }
  }

  private func changing(
    _ old: BankEntry.Article?, to new: BankEntry.Article, _ tale: Tale
  ) -> Tale {
    tale.changing(
      "bank.field.kind", from: old.map { reader.text($0.kind.name) },
      to: reader.text(new.kind.name)
    )
    .changing("history.title-field", from: old?.title.description, to: new.title.description)
    .changing("history.bank.text", from: old?.text, to: new.text)
    .changing("bank.field.fits", from: old?.fits, to: new.fits)
    .changing("bank.field.fits-not", from: old?.fitsNot, to: new.fitsNot)
    .changing("bank.field.legal", from: old?.legalLimits, to: new.legalLimits)
    .changing("bank.field.burden", from: old?.burden, to: new.burden)
    .changing("bank.field.types", from: types(of: old), to: types(of: new))
    .changing(
      "bank.field.determinants", from: determinants(of: old), to: determinants(of: new)
    )
    .changing("bank.field.sector", from: old?.sector?.description, to: new.sector?.description)
    .changing(
      "bank.field.evidence", from: old.map { reader.text($0.evidence.name) },
      to: reader.text(new.evidence.name)
    )
    .changing(
      "history.source", fromHTML: old?.source.map { reader.source($0) },
      toHTML: new.source.map { reader.source($0) })
  }

  private func types(of article: BankEntry.Article?) -> String? {
    listed(article?.interventionTypes.map { names.name(of: $0) })
  }

  private func determinants(of article: BankEntry.Article?) -> String? {
    listed(article?.determinants.map { names.name(of: $0) })
  }

  private func listed(_ names: [String]?) -> String? {
    guard let names, !names.isEmpty else { return nil }
    return names.joined(separator: ", ")
  }
}
