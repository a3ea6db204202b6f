import Domain
import ReadModels

/// That a case is closed, above a form that adds something to it, with the way to reopen it.
enum ClosedCaseNotice {
  static func html(_ about: CaseSubject) -> HTML {
    guard let closedOn = about.file.closedOn else { return .nothing }
    let reader = about.reader
    let words = reader.text("case.refusal.closed", ["day": .text(reader.day(closedOn))])
    let reopen = about.form("reopening").map {
      " <a href=\"\(reader.to($0))\">\(reader.text("case.act.reopen"))</a>" as HTML
    }
    return """
      <div class="message message-warn"><p>\(words)\(reopen)</p></div>

      """
  }

  /// Above the form at `link`; nothing above one that a closed case takes too: it reopens it, corrects or withdraws what it
  /// says, asks how it was, or makes its result known.
  static func html(_ about: CaseSubject, at link: Link) -> HTML {
    let parts = link.segments.dropFirst(2)
    let isAllowed =
      ["reopening", "surveys", "publications"].contains(parts.first) || parts.last == "correction"
      || (["findings", "reports"].contains(parts.first) && parts.count == 3 && parts.last == "end")
    return isAllowed ? .nothing : html(about)
  }
}
