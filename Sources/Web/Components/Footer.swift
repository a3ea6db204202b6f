/// The foot of every page: looking back, and what the site says about itself.
enum Footer {
  static func html(for reader: Reader) -> HTML {
    """
    <footer class="site-footer">
    <div class="site-footer-bar">
    \(lookBack(for: reader))
    <ul class="site-footer-links">
    <li><a href="\(reader.toNow(Site.accessibility))">\(reader.text("accessibility.title"))</a></li>
    <li><a href="\(reader.toNow(Site.components))">\(reader.text("components.title"))</a></li>
    </ul>
    <p class="site-version">\(reader.text("layout.product")) \(reader.house.version)</p>
    </div>
    </footer>
    """
  }

  /// The question to see this page as it was on another day.
  private static func lookBack(for reader: Reader) -> HTML {
    guard reader.visitor.person != nil else { return .nothing }
    let kept = reader.here.query.filter { $0.name != "as-of" }
    return """
      <form class="look-back" method="get" action="\(reader.here.path)">
      \(kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
      <label for="as-of">\(reader.text("as-of.question"))</label>
      <div class="look-back-row">\
      <input class="input input-short" id="as-of" name="as-of" \
      placeholder="\(reader.text("as-of.example"))" autocomplete="off">\
      <button class="button button-secondary">\(reader.text("as-of.show"))</button></div>
      </form>
      """
  }
}
