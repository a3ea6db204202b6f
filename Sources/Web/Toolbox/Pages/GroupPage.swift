import Domain
import ReadModels

/// What is understood of one target group: its compliance profile.
enum GroupPage {
  static func page(_ group: TargetGroupRow, of about: ToolboxSubject) -> Page {
    let reader = about.reader
    return Page(
      group.title.description, kicker: reader.text("toolbox.group.kicker"),
      trail: about.trail(for: reader) + [
        Crumb(reader.text(Analysis.Step.understand.name), Site.toolbox(about.id, "understand"))
      ],
      body: """
        \(SkippedNotice.html(about))
        \(facts(group, about))
        \(SegmentsPart.html(group, about))
        \(CompliancePart.html(group, about))
        \(influencers(group, about))
        """)
  }

  private static func facts(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let (reader, profile) = (about.reader, about.profile(of: group.id))
    func form(_ part: String) -> Link? {
      about.form("understand", group.id.description, part, in: .understand)
    }
    var list = SummaryList()
    list.add(
      reader.text("toolbox.element.sector"), text: profile?.sector?.description,
      change: form("sector"))
    list.add(
      reader.text("toolbox.element.size"), profile?.size.map { size($0, reader) },
      change: form("size"))
    list.add(
      reader.text("toolbox.element.goal"),
      text: profile?.goal.map { GoalSentence.text($0, reader) },
      change: form("behaviour-goal"))
    return list.html(for: reader)
  }

  private static func size(_ size: Analysis.Size, _ reader: Reader) -> HTML {
    """
    \(reader.number(size.number)) \(size.unit). \(reader.text("programme.source")) \
    \(reader.source(size.source)) <span class="muted">(\(reader.text(size.confidence.name)))</span>
    """
  }

  private static func influencers(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let (reader, id) = (about.reader, group.id.description)
    let add = about.form("understand", id, "influencers", in: .understand)
    let rows = about.influencers.filter { $0.group == group.id }.map { row -> HTML in
      let (key, name) = (row.id.description, row.influencer.name.description)
      return """
        <li><strong>\(name)</strong> \
        \(about.act("programme.act.rename", on: name, about.form("understand", id, "influencers", key, "wording", in: .understand)))\
        \(about.act("programme.act.drop", on: name, about.form("understand", id, "influencers", key, "end", in: .understand)))
        \(row.influencer.influence.html)</li>

        """
    }
    let body: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text("toolbox.influencers.empty"))
      : "<ul class=\"entries\">\n\(rows)</ul>\n"
    return Part.html(
      "influencers", "toolbox.influencers", body,
      actions: about.act("toolbox.act.add-influencer", add), for: reader)
  }
}

/// Into which segments a group falls apart, as bars and as a table.
enum SegmentsPart {
  static func html(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let form = about.form("understand", group.id.description, "segments", in: .understand)
    let shares = about.profile(of: group.id)?.shares ?? []
    let body =
      shares.isEmpty ? EmptyState.html(reader.text("toolbox.segments.empty")) : table(shares, about)
    return Part.html(
      "segments", "toolbox.segments", body,
      actions: about.act("toolbox.act.segments", form), for: reader)
  }

  private static func table(_ shares: [Analysis.SegmentShare], _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    var table = DataTable("segment-shares", caption: reader.text("toolbox.segments.caption"))
    table.column(reader.text("toolbox.column.segment"))
    table.column(reader.text("toolbox.column.complies"), .words)
    table.column(reader.text("toolbox.field.share"), .number)
    table.column(reader.text("toolbox.field.confidence"), .words)
    for share in shares {
      let segment = about.edition?.edition.segment(share.segment)
      let complies = segment.map {
        reader.text($0.complies ? "toolbox.complies" : "toolbox.violates")
      }
      table.row(
        HTML(segment?.name.description ?? share.segment.description), HTML(complies ?? ""),
        ShareBar.html(share.share, reader), HTML(reader.text(share.confidence.name)))
    }
    let rest = Percentage.whole.rawValue - shares.reduce(0) { $0 + $1.share.rawValue }
    if rest > 0, let rest = Percentage(rawValue: rest) {
      table.row(
        HTML(reader.text("toolbox.segment.unknown")), .nothing, ShareBar.html(rest, reader),
        .nothing)
    }
    return table.html(for: reader)
  }
}

/// A share of a whole as a bar with its number.
enum ShareBar {
  static func html(_ share: Percentage, _ reader: Reader) -> HTML {
    """
    <span class="bar"><svg class="bar-drawing" viewBox="0 0 100 14" width="100" height="14" \
    aria-hidden="true" focusable="false"><rect class="bar-track" x="0" y="3" width="100" height="8" \
    rx="2"/><rect class="bar-fill bar-fill-info" x="0" y="3" width="\(share.rawValue)" height="8" \
    rx="2"/></svg> <span class="bar-words">\(reader.text("toolbox.share", ["number": .number(share.rawValue)]))</span></span>
    """
  }
}

/// How each determinant works on a group, as a chart and as a table: what hinders to the left, what helps to
/// the right.
enum CompliancePart {
  static func html(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let judgements = about.judgements(of: group.id)
    return Part.html(
      "determinants", "toolbox.determinants",
      """
      \(judgements.isEmpty ? EmptyState.html(reader.text("toolbox.determinants.empty")) : table(judgements, group, about))
      \(unjudged(group, about))
      """, actions: .nothing, for: reader)
  }

  private static func table(
    _ judgements: [JudgementRow], _ group: TargetGroupRow, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    var table = DataTable("profile", caption: reader.text("toolbox.determinants.caption"))
    table.column(reader.text("toolbox.column.determinant"))
    table.column(reader.text("toolbox.column.works"), .words)
    table.column(reader.text("toolbox.field.confidence"), .words)
    table.column(reader.text("toolbox.column.evidence"), .sentences)
    for row in judgements {
      table.row(
        name(row, group, about), ScoreBar.html(row.judgement.score, reader),
        HTML(reader.text(row.judgement.confidence.name)), grounds(row.judgement, about))
    }
    return table.html(for: reader)
  }

  private static func name(
    _ row: JudgementRow, _ group: TargetGroupRow, _ about: ToolboxSubject
  ) -> HTML {
    let (code, name) = (row.determinant.description, about.name(of: row.determinant))
    func form(_ parts: [String]) -> Link? {
      about.form(
        ["understand", group.id.description, "determinants", code] + parts,
        when: about.isOpen(.understand))
    }
    return """
      <span class="muted">\(code)</span> \(name) \
      \(about.act("toolbox.act.judge-again", on: name, form([])))\
      \(about.act("programme.act.withdraw", on: name, form(["end"])))
      """
  }

  private static func grounds(_ judgement: Analysis.Judgement, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let evidence = judgement.evidence.map { piece -> HTML in
      "<li>\(piece.text) <span class=\"muted\">(\(reader.source(piece.source)))</span></li>\n"
    }
    return """
      \(FoldedText.html(judgement.explanation))<ul>
      \(evidence)</ul>
      \(ScoredRounds.ground(judgement.round, about))
      """
  }

  /// The determinants that nobody judged yet, each with the way to do that.
  private static func unjudged(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let judged = Set(about.judgements(of: group.id).map(\.determinant))
    let left = (about.edition?.edition.determinants ?? []).filter { !judged.contains($0.code) }
    let links = left.compactMap { determinant in
      about.form(
        "understand", group.id.description, "determinants", determinant.code.description,
        in: .understand
      ).map { form -> HTML in
        "<li><a href=\"\(reader.to(form))\">\(determinant.code) \(determinant.name)</a></li>\n"
      }
    }
    guard !links.isEmpty else { return .nothing }
    return """
      <h3>\(reader.text("toolbox.determinants.unjudged"))</h3>
      <ul class="columns">
      \(links)</ul>

      """
  }
}

/// A score as a bar from the middle: to the left what hinders, to the right what helps.
enum ScoreBar {
  static func html(_ score: Score, _ reader: Reader) -> HTML {
    let offset = score.rawValue - Score.middle
    let width = abs(offset) * 25
    let tone: Tone = offset < 0 ? .danger : offset > 0 ? .ok : .neutral
    return """
      <span class="bar"><svg class="bar-drawing" viewBox="0 0 104 14" width="104" height="14" \
      aria-hidden="true" focusable="false"><rect class="bar-track" x="0" y="3" width="104" \
      height="8" rx="2"/><rect class="bar-fill bar-fill-\(tone.rawValue)" \
      x="\(offset < 0 ? 52 - width : 52)" y="3" width="\(width)" height="8"/>\
      <line class="bar-target" x1="52" y1="0" x2="52" y2="14"/></svg> \
      <span class="bar-words">\(reader.text(score.determinant))</span></span>
      """
  }
}
