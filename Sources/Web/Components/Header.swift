import ReadModels

/// The top of every page: whose site it is, where one can go, who one is, in which language and as of when.
enum Header {
  static func html(for reader: Reader) -> HTML {
    """
    <header class="site-header">
    <div class="site-header-bar">
    <a class="site-name" href="\(reader.to(Site.home))">\(Icon.compass)\
    <span class="site-product">\(reader.text("layout.product"))</span>\
    <span class="site-organisation">\(reader.house.organisation)</span></a>
    <div class="site-reader">
    \(languages(for: reader))
    \(visitor(for: reader))
    </div>
    </div>
    \(navigation(for: reader))
    </header>
    """
  }

  private static func navigation(for reader: Reader) -> HTML {
    // The home page takes everybody in, and sends who may not see what it leads to on to other work.
    let items = reader.house.navigation.filter {
      reader.maySee($0.link) && reader.maySee($0.covered)
    }
    guard !items.isEmpty else { return .nothing }
    return """
      <div class="site-ways"><div class="site-ways-bar">
      <nav class="site-nav" aria-label="\(reader.text("layout.navigation"))">
      <ul>
      \(items.map { item(for: $0, reader) })</ul>
      </nav>
      \(LookBack.html(for: reader))
      </div></div>
      """
  }

  private static func item(for item: NavigationItem, _ reader: Reader) -> HTML {
    let link = item.link
    let isHere = reader.here.segments == link.segments
    let covered = item.covered.segments
    let isWithin = !covered.isEmpty && reader.here.segments.starts(with: covered) && !isHere
    let current = isHere ? "page" : isWithin ? "true" : nil
    return """
      <li><a href="\(reader.to(link))"\(attribute: "aria-current", current)>\
      \(reader.text(item.name))\(count(item.count(reader), reader))</a></li>

      """
  }

  /// How much behind an entry waits for the reader.
  private static func count(_ count: Int, _ reader: Reader) -> HTML {
    guard count > 0 else { return .nothing }
    return " <span class=\"site-count\">\(reader.text("layout.new", count: count))</span>"
  }

  private static func languages(for reader: Reader) -> HTML {
    let others = Language.allCases.filter { $0 != reader.language }
    return others.map { language in
      """
      <a class="site-language" lang="\(language.rawValue)" hreflang="\(language.rawValue)" \
      href="\(reader.to(reader.here).with("lang", language.rawValue))">\(language.name)</a>
      """
    }.joined()
  }

  private static func visitor(for reader: Reader) -> HTML {
    switch reader.visitor {
    case .stranger:
      return """
        <a class="site-sign-in" href="\(reader.toNow(Site.signIn))">\(reader.text("sign-in.title"))</a>
        """
    case .guest: return .nothing
    case .person(let person):
      return """
        <p class="site-person">\(Icon.person)<span>\
        <a href="\(reader.toNow(Site.ownAccount))"><strong>\(person.name)</strong></a> \
        <span class="site-role">\(roles(of: person, reader))</span></span></p>
        <form method="post" action="\(reader.toNow(Site.signOut))">\
        <button class="site-sign-out">\(reader.text("sign-in.out"))</button></form>
        """
    }
  }

  private static func roles(of person: Person, _ reader: Reader) -> HTML {
    person.roles.map { HTML(reader.text($0.name)) }.joined(separator: ", ")
  }
}
