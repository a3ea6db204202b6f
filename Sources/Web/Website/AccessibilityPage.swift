/// What has been done so that everyone can use the site, and how that was looked at.
enum AccessibilityPage {
  static func page(for reader: Reader) -> Page {
    Page(
      reader.text("accessibility.title"), width: .read,
      body: """
        <p class="lead">\(reader.text("accessibility.aim"))</p>
        <h2>\(reader.text("accessibility.done-title"))</h2>
        <p>\(reader.text("accessibility.done"))</p>
        <h2>\(reader.text("accessibility.not-seen-title"))</h2>
        <p>\(reader.text("accessibility.not-seen"))</p>
        """)
  }
}
