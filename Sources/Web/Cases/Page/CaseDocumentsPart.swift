import Domain
import ReadModels

/// The documents and photos of a case: what each is, who filed it, its versions, and the way to have it.
struct CaseDocumentsPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let rows = about.documents
    let body: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text("case.documents.none"))
      : "<ul class=\"things\">\n\(rows.map(item))</ul>\n"
    return Part.html(
      "documents", "case.documents", body,
      actions: Act.html(
        "case.act.file", on: nil, to: about.form("documents", when: about.isOpen), for: reader),
      for: reader)
  }

  private func item(_ row: CaseDocumentRow) -> HTML {
    guard let version = row.versions.last else { return .nothing }
    let (file, id) = (version.document.file, row.id.description)
    if let removed = row.removed {
      let words = reader.text(
        "case.finding.withdrawn",
        ["day": .text(reader.day(removed.on)), "reason": .text(removed.because.description)])
      return "<li><del>\(file.name)</del> <span class=\"muted\">\(words)</span></li>\n"
    }
    let page = Site.caseFile(about.id, "documents", id)
    let acts: [(Phrase, Link?)] = [
      ("case.act.replace", about.form("documents", id, "version", when: about.isOpen)),
      ("case.act.remove", about.form("documents", id, "end", when: about.isOpen)),
    ]
    return """
      <li><span><a href="\(reader.to(page))">\(file.name)</a>\
      \(version.document.description.map { "<br>\($0)" as HTML })\
      <br><span class="muted">\(facts(version))\(earlier(row))</span></span>\
      \(acts.map { Act.html($0.0, on: file.name.description, to: $0.1, for: reader) })</li>

      """
  }

  private func facts(_ version: CaseDocumentRow.Version) -> String {
    let addedOn = Day(version.recordedAt, in: Reader.netherlands)
    let facts = reader.facts(
      of: version.document.file, addedOn: addedOn, by: about.names.name(of: version.by))
    guard version.on != addedOn else { return facts }
    return reader.text(
      "case.document.of-day", ["facts": .text(facts), "day": .text(reader.day(version.on))])
  }

  private func earlier(_ row: CaseDocumentRow) -> HTML {
    let links = row.versions.indices.dropLast().map { place -> HTML in
      let link = Site.caseFile(about.id, "documents", row.id.description)
        .with("version", String(place + 1))
      let words = reader.text("case.document.version", ["number": .number(place + 1)])
      return ", <a href=\"\(reader.to(link))\">\(words)</a>"
    }
    return links.joined()
  }
}
