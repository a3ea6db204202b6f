import Domain
import ReadModels

/// The page of one party or place: what is known of it, under which names, and what it has to do with others.
enum EntityPage {
  /// - Parameters:
  ///   - about: the party or place.
  ///   - cases: what cases it stands in.
  /// - Returns: the page.
  static func page(_ about: EntitySubject, cases: HTML) -> Page {
    let reader = about.reader
    return Page(
      about.entity.name.description, kicker: reader.text(about.entity.kind.name),
      trail: [Crumb(reader.text("entities.title"), Site.entities)],
      body: """
        \(tabs(about))
        \(merge(about))
        \(EntityFacts.html(about))
        \(EntityNames.html(about))
        \(EntityRelations.html(about))
        \(casesPart(cases, reader))
        \(AgencyVisits.html(about))
        \(merged(about))
        """)
  }

  private static func tabs(_ about: EntitySubject) -> HTML {
    let reader = about.reader
    let history = Site.entity(about.id, ["history"])
    guard reader.maySee(history) else { return .nothing }
    return Tabs.html(
      [
        .init(reader.text("entity.tab.entity"), about.page),
        .init(reader.text("entity.tab.history"), history),
      ], label: reader.text("entity.tabs"), for: reader)
  }

  /// The way to the one that it proved to be the same as.
  private static func merge(_ about: EntitySubject) -> HTML {
    guard let merge = about.entity.merge else { return .nothing }
    let reader = about.reader
    let name = about.survivor?.name.description ?? reader.text("entity.unknown")
    let link: HTML = "<a href=\"\(reader.to(Site.entity(merge.survivor)))\">\(name)</a>"
    let undo = about.undoing.map {
      Button.link(reader.text("entity.act.undo-merge"), to: reader.to($0), .secondary)
    }
    return """
      <section class="conflict" aria-labelledby="merge-title">
      <h2 id="merge-title">\(Icon.warning)\(reader.html("entity.merged-into", ["survivor": link]))</h2>
      <p>\(merge.reason)</p>
      <p class="muted">\(reader.time(merge.on))</p>
      \(undo ?? .nothing)
      </section>

      """
  }

  private static func casesPart(_ cases: HTML, _ reader: Reader) -> HTML {
    Part.html(
      "cases", "entity.cases",
      cases.isEmpty ? EmptyState.html(reader.text("entity.cases.empty")) : cases, for: reader)
  }

  private static func merged(_ about: EntitySubject) -> HTML {
    let (reader, form) = (about.reader, about.form("merge"))
    guard !about.merged.isEmpty || form != nil else { return .nothing }
    let rows = about.merged.map { row -> HTML in
      """
      <li><a href="\(reader.to(Site.entity(row.id)))">\(row.name)</a> \
      <span class="muted">\(EntityWords.line(row, reader))</span></li>

      """
    }
    let list: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text("entity.merged.empty"))
      : "<ul class=\"entries\">\n\(rows)</ul>\n"
    return Part.html(
      "merged", "entity.merged", list,
      actions: Act.html("entity.act.merge", on: nil, to: form, for: reader), for: reader)
  }
}

/// What is known of it.
enum EntityFacts {
  static func html(_ about: EntitySubject) -> HTML {
    let (particulars, reader) = (about.entity.particulars, about.reader)
    let form = about.form("particulars")
    var list = SummaryList()
    list.add(reader.text("entity.field.name"), text: particulars.name.description, change: form)
    for register in about.entity.kind.registers {
      let number = particulars.numbers.first { $0.register == register }
      list.add(reader.text(register.name), text: number?.written, change: form)
    }
    list.add(
      reader.text("entity.field.sector"), text: particulars.sector?.description, change: form)
    list.add(
      reader.text("entity.field.chain-role"), text: particulars.chainRole?.description,
      change: form)
    list.add(
      reader.text("entity.field.address"), particulars.address.map(address), change: form)
    list.add(
      reader.text("entity.field.coordinates"), text: particulars.coordinates?.description,
      change: form)
    list.add(reader.text("entity.field.notes"), particulars.notes?.html, change: form)
    list.add(reader.text("entity.fact.registered"), reader.time(about.entity.registeredOn))
    list.add(
      reader.text("entity.fact.changed"),
      "\(reader.time(about.change.recordedAt)), \(about.name(about.change.by))")
    return list.html(for: reader)
  }

  private static func address(_ address: Address) -> HTML {
    let lines = EntityWords.lines(address).map { HTML($0) }
    return lines.dropFirst().reduce(lines.first ?? .nothing) { "\($0)<br>\($1)" }
  }
}

/// Under which other names it is known.
enum EntityNames {
  static func html(_ about: EntitySubject) -> HTML {
    let reader = about.reader
    let list = about.entity.aliases.map { known -> HTML in
      let removal = about.form("aliases", known.id.description, "removal")
      return """
        <li><strong>\(known.alias.name)</strong>\(known.alias.note.map { ": \($0)" as HTML }) \
        \(Act.html(
          "entity.act.remove-alias", on: known.alias.name.description, to: removal, for: reader))</li>

        """
    }
    return Part.html(
      "aliases", "entity.aliases",
      list.isEmpty
        ? EmptyState.html(reader.text("entity.aliases.empty"))
        : "<ul class=\"entries\">\n\(list)</ul>\n",
      actions: Act.html(
        "entity.act.add-alias", on: nil, to: about.form("aliases"), for: reader), for: reader)
  }
}

/// What it has, and had, to do with others.
enum EntityRelations {
  static func html(_ about: EntitySubject) -> HTML {
    let reader = about.reader
    let list = about.relations.map { item($0, about) }
    return Part.html(
      "relations", "entity.relations",
      list.isEmpty
        ? EmptyState.html(reader.text("entity.relations.empty"))
        : "<ul class=\"entries\">\n\(list)</ul>\n",
      actions: Act.html(
        "entity.act.relate", on: nil, to: about.form("relations"), for: reader), for: reader)
  }

  private static func item(_ seen: SeenRelation, _ about: EntitySubject) -> HTML {
    let (row, reader) = (seen.row, about.reader)
    let kind = row.relation.kind
    let end =
      seen.isOwn && row.endedOn == nil
      ? about.form("relations", row.id.description, "end") : nil
    return """
      <li>\(reader.text(seen.isOwn ? kind.name : kind.seenFromOther)) \
      <a href="\(reader.to(Site.entity(seen.other)))">\(seen.otherName)</a> \
      <span class="muted">\(period(row, reader))</span> \
      \(Act.html("entity.act.end-relation", on: seen.otherName.description, to: end, for: reader))</li>

      """
  }

  private static func period(_ row: RelationRow, _ reader: Reader) -> String {
    let began = reader.day(row.beganOn)
    guard let endedOn = row.endedOn else {
      return reader.text("entity.relation.since", ["day": .text(began)])
    }
    return reader.text(
      "entity.relation.until", ["from": .text(began), "to": .text(reader.day(endedOn))])
  }
}

/// When which other agency was there; never what it found.
enum AgencyVisits {
  static func html(_ about: EntitySubject) -> HTML {
    let reader = about.reader
    let list = about.visits.map { row -> HTML in
      let withdrawal =
        row.home.entity == about.id
        ? about.form("visits", row.id.description, "withdrawal") : nil
      return """
        <li>\(reader.time(row.visit.visitedOn)): <strong>\(row.visit.agency)</strong> \
        <span class="muted">\(reader.text(
          "entity.visit.noted-by", ["person": .text(about.name(row.notedBy))]))</span> \
        \(Act.html(
          "entity.act.withdraw-visit", on: row.visit.agency.description, to: withdrawal,
          for: reader))</li>

        """
    }
    return Part.html(
      "visits", "entity.visits",
      list.isEmpty
        ? EmptyState.html(reader.text("entity.visits.empty"))
        : "<ul class=\"entries\">\n\(list)</ul>\n",
      actions: Act.html(
        "entity.act.note-visit", on: nil, to: about.form("visits"), for: reader), for: reader)
  }
}
