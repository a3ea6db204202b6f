/// Parts of a page that follow what others do, while it is open and scripts run.
enum LiveParts {
  /// The script that follows; a page that has such parts names it.
  static let script = "live.js"

  /// Where the page hears of new versions, and which one it shows; nothing on a page that looks back.
  static func beacon(
    at link: Link, of page: Link, version: Int, for reader: Reader
  ) -> HTML {
    guard !reader.looksBack else { return .nothing }
    return """
      <div data-live-source="\(link)" data-live-page="\(reader.to(page))" \
      data-live-version="\(version)" \
      data-live-said="\(reader.text("live.said"))">\
      <p class="visually-hidden" role="status" data-live-status></p></div>

      """
  }

  /// A part that is drawn anew when it changed; `name` is said to who does not see that it did.
  static func part(_ id: String, named name: String, _ body: HTML) -> HTML {
    "<div class=\"live\" id=\"live-\(id)\" data-live=\"\(name)\">\n\(body)</div>\n"
  }
}
