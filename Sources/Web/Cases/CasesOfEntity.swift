import Domain
import ReadModels

/// The cases about one party or place, the last opened first, and the way to open another.
enum CasesOfEntity {
  /// A page of them; `isBegun` says that later ones stand on a page before this.
  static func html(_ found: CasesFound, _ about: EntitySubject, isBegun: Bool) -> HTML {
    let reader = about.reader
    let items = found.cases.map { file -> HTML in
      """
      <li><span><a href="\(reader.to(Site.caseFile(file.id)))">\(file.number.description) \(file.title)</a>\
      <br><span class="muted">\(reader.time(file.openedOn))</span></span> \(file.badges(for: reader))</li>

      """
    }
    let list: HTML =
      items.isEmpty
      ? EmptyState.html(reader.text("entity.cases.empty"))
      : "<ul class=\"things\">\n\(items)</ul>\n"
    let pages = Pagination.html(
      previous: isBegun ? about.page.at("cases") : nil,
      next: found.next.map { about.page.with("before", $0.description).at("cases") }, for: reader)
    return list + pages + opening(about)
  }

  private static func opening(_ about: EntitySubject) -> HTML {
    let reader = about.reader
    guard about.entity.merge == nil, reader.mayPost(to: Site.newCase) else { return .nothing }
    let link = Site.newCase.with("subject", about.id.description)
    return
      "<p class=\"row\">\(Button.link(reader.text("cases.new"), to: reader.to(link), .secondary))</p>\n"
  }
}
