/// One number that matters: with its unit, its margin and the way to how it was made.
public struct Figure: Sendable {
  let name: String
  let value: String
  let unit: String?
  let margin: String?
  let link: Link?

  /// - Parameters:
  ///   - name: what is counted or measured.
  ///   - value: the number as it is written, or a margin.
  ///   - unit: what it counts in.
  ///   - margin: how far it may be off, or from when it is.
  ///   - link: what lies behind it: definition, events, list.
  public init(
    _ name: String, _ value: String, unit: String? = nil, margin: String? = nil,
    behind link: Link? = nil
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.margin = margin
    self.link = link
  }

  /// Several figures in a row.
  public static func row(_ figures: [Figure], for reader: Reader) -> HTML {
    "<div class=\"figures\">\n\(figures.map { $0.html(for: reader) })</div>\n"
  }

  public func html(for reader: Reader) -> HTML {
    """
    <div class="figure">
    <p class="figure-name">\(name)</p>
    <p class="figure-value"><strong>\(value)</strong>\(unit.map { " <span>\($0)</span>" })</p>
    \(margin.map { "<p class=\"figure-margin\">\($0)</p>" })
    \(link.map { link in
      """
      <p class="figure-behind"><a href="\(reader.to(link))" \
      aria-label="\(reader.text("figure.behind")) \(name)">\(reader.text("figure.behind"))</a></p>
      """
    })
    </div>

    """
  }
}
