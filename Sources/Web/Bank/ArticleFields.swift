import Domain

extension FormSheet {
  /// What an entry says; types and determinants are chosen from `edition`.
  mutating func article(from edition: References.Edition?, for reader: Reader) {
    radios(
      "kind", label: "bank.field.kind",
      BankEntry.Kind.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    line("title", label: "bank.field.title")
    prose("text", label: "bank.field.text", rows: 8)
    prose("fits", label: "bank.field.fits", optional: true, rows: 3)
    prose("fits-not", label: "bank.field.fits-not", optional: true, rows: 3)
    prose("legal", label: "bank.field.legal", optional: true, rows: 3)
    prose("burden", label: "bank.field.burden", optional: true, rows: 2)
    ticks(
      "type", legend: "bank.field.types",
      (edition?.interventionTypes ?? []).map { Choice("\($0.key)", $0.name.description) })
    ticks(
      "determinant", legend: "bank.field.determinants",
      (edition?.determinants ?? []).map { Choice("\($0.code)", "\($0.code) \($0.name)") })
    line("sector", label: "bank.field.sector", hint: "toolbox.field.sector-hint", optional: true)
    radios(
      "evidence", label: "bank.field.evidence",
      BankEntry.EvidenceGrade.allCases.map {
        Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
      })
    source(optional: true)
  }
}

extension Form {
  /// The entry that was filled in; nil when something is wrong with a field.
  mutating func article(from edition: References.Edition?) -> BankEntry.Article? {
    let kind = choice("kind", as: BankEntry.Kind.self)
    let (title, text) = (line("title"), prose("text"))
    let (fits, fitsNot) = (optionalProse("fits"), optionalProse("fits-not"))
    let (legal, burden) = (optionalProse("legal"), optionalProse("burden"))
    let sector = optionalLine("sector")
    let evidence = choice("evidence", as: BankEntry.EvidenceGrade.self)
    let source = optionalSource()
    guard let kind, let title, let text, let evidence, isSound else { return nil }
    return BankEntry.Article(
      kind, title: title, text: text, fits: fits, fitsNot: fitsNot, legalLimits: legal,
      burden: burden,
      interventionTypes: ticked(
        "type", among: (edition?.interventionTypes ?? []).map(\.key)),
      determinants: ticked("determinant", among: (edition?.determinants ?? []).map(\.code)),
      sector: sector, evidence: evidence, source: source)
  }
}

extension BankEntry.Article {
  /// The entry as it stands in its form.
  var filled: [String: String?] {
    var filled: [String: String?] = [
      "kind": kind.rawValue, "title": title.description, "text": text.description,
      "fits": fits?.description, "fits-not": fitsNot?.description,
      "legal": legalLimits?.description, "burden": burden?.description,
      "sector": sector?.description, "evidence": evidence.rawValue,
      "source": source?.text.description, "source-address": source?.address?.description,
    ]
    for type in interventionTypes { filled["type-\(type)"] = "on" }
    for code in determinants { filled["determinant-\(code)"] = "on" }
    return filled
  }
}
