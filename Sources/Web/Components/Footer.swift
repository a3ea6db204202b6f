/// The foot of every page: what the site says about itself.
enum Footer {
  static func html(for reader: Reader) -> HTML {
    """
    <footer class="site-footer">
    <div class="site-footer-bar">
    <ul class="site-footer-links">
    <li><a href="\(reader.toNow(Site.accessibility))">\(reader.text("accessibility.title"))</a></li>
    <li><a href="\(reader.toNow(Site.published))">\(reader.text("published.title"))</a></li>
    <li><a href="\(reader.toNow(Site.components))">\(reader.text("components.title"))</a></li>
    </ul>
    <p class="site-version">\(reader.text("layout.product")) \(reader.house.version)</p>
    </div>
    </footer>
    """
  }
}
