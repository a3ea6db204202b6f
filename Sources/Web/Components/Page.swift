import ReadModels

/// A page: what it is called, where it belongs and what it says.
public struct Page: Sendable {
  /// How wide the text runs.
  public enum Width: Sendable {
    /// The full width, for tables and lists that are worked in.
    case work
    /// A measure that reads well, for text and forms.
    case read
  }

  public let title: String
  /// What kind of thing it is about, in small above the title.
  public let kicker: String?
  /// The way here, without the page itself.
  public let trail: [Crumb]
  public let width: Width
  /// Whether a form came back with problems, so that the title in the browser says so first.
  public let hasProblems: Bool
  /// The scripts that it needs besides the one of every page, by their file names.
  let scripts: [String]
  public let body: HTML

  public init(
    _ title: String, kicker: String? = nil, trail: [Crumb] = [], width: Width = .work,
    hasProblems: Bool = false, body: HTML
  ) {
    self.init(
      title, kicker: kicker, trail: trail, width: width, hasProblems: hasProblems, scripts: [],
      body: body)
  }

  init(
    _ title: String, kicker: String? = nil, trail: [Crumb] = [], width: Width = .work,
    hasProblems: Bool = false, scripts: [String], body: HTML
  ) {
    self.scripts = scripts
    self.title = title
    self.kicker = kicker
    self.trail = trail
    self.width = width
    self.hasProblems = hasProblems
    self.body = body
  }

  /// The whole document.
  func html(for reader: Reader) -> HTML {
    let assets = reader.house.assets
    return """
      <!DOCTYPE html>
      <html lang="\(reader.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex, nofollow">
      <meta name="color-scheme" content="light dark">
      <title>\(documentTitle(for: reader))</title>
      <link rel="icon" href="\(assets.link("favicon.svg"))" type="image/svg+xml">
      <link rel="stylesheet" href="\(assets.link("koers.css"))">
      <script type="module" src="\(assets.link("koers.js"))"></script>\
      \(scripts.map { "\n<script type=\"module\" src=\"\(assets.link($0))\"></script>" as HTML })
      </head>
      <body\(attribute: "data-person", reader.visitor.person?.id)\
      \(attribute: "data-done", reader.notice?.command)\
      \(flag: "data-signed-out", reader.notice?.kind == .signedOut)>
      <a class="skip-link" href="#main">\(reader.text("layout.skip"))</a>
      \(Header.html(for: reader))
      \(EmergencyBanner.html(for: reader))
      \(AsOfBanner.html(for: reader))
      <div class="page \(width == .read ? "page-read" : "page-work")">
      \(Breadcrumb.html(trail, for: reader))
      <main id="main" tabindex="-1">
      \(Status.html(for: reader))\(EmergencyBanner.notice(for: reader))
      <div class="page-title">
      \(kicker.map { "<p class=\"kicker\">\($0)</p>" })
      <h1>\(title)</h1>
      </div>
      \(body)
      </main>
      </div>
      \(Footer.html(for: reader))
      </body>
      </html>

      """
  }

  private func documentTitle(for reader: Reader) -> String {
    let whole = reader.text(
      "layout.title",
      ["page": .text(title), "organisation": .text(reader.house.organisation)])
    return hasProblems ? reader.text("layout.title-error", ["title": .text(whole)]) : whole
  }
}
