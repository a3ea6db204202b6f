import Domain
import ReadModels

/// What somebody decided to publish, apart from what those whom it is about said of it, for whoever agrees to it.
struct DecidedText {
  let row: CasePublicationRow
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    """
    \(decided.map { "<p>\($0)</p>\n" as HTML })\
    <h2>\(reader.text("publication.becomes-public"))</h2>
    <blockquote>
    <p><strong>\(row.text.title)</strong></p>
    \(PublishedView.html(row.text, for: reader))</blockquote>
    <h2>\(reader.text("publication.not-public"))</h2>
    \(row.hearings.map(view))
    """
  }

  private var decided: [String] {
    let changed: Phrase? = row.viewChanged.map {
      $0 ? "publication.changed" : "publication.not-changed"
    }
    return [
      row.decidedBy.map {
        reader.text("publication.decided-by", ["person": .text(about.names.name(of: $0))])
      },
      changed.map { reader.text($0) },
    ].compactMap(\.self)
  }

  private func view(_ hearing: Publication.Hearing) -> HTML {
    """
    <h3>\(about.heading(of: hearing))</h3>
    \(hearing.view?.html ?? "<p>\(reader.text("publication.no-view"))</p>")

    """
  }
}
