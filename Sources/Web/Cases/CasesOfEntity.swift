import Domain
import ReadModels

/// The cases about one party or place, the last opened first, and the way to open another.
enum CasesOfEntity {
  static func html(_ cases: [CaseFileRow], _ about: EntitySubject) -> HTML {
    let reader = about.reader
    let items = cases.map { file -> HTML in
      """
      <li><span><a href="\(reader.to(Site.caseFile(file.id)))">\(file.number.description) \(file.title)</a>\
      <br><span class="muted">\(reader.time(file.openedOn))</span></span> \(file.badges(for: reader))</li>

      """
    }
    let list: HTML =
      items.isEmpty
      ? EmptyState.html(reader.text("entity.cases.empty"))
      : "<ul class=\"things\">\n\(items)</ul>\n"
    return list + opening(about)
  }

  private static func opening(_ about: EntitySubject) -> HTML {
    let reader = about.reader
    guard about.entity.merge == nil, reader.mayPost(to: Site.newCase) else { return .nothing }
    let link = Site.newCase.with("subject", about.id.description)
    return
      "<p class=\"row\">\(Button.link(reader.text("cases.new"), to: reader.to(link), .secondary))</p>\n"
  }
}
