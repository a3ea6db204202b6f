/// What is known about one thing: name and value, with the way to change it.
public struct SummaryList: Sendable {
  struct Row: Sendable {
    let name: String
    let value: HTML
    let change: Link?
  }

  private var rows: [Row] = []

  public init() {}

  /// One line; nil shows that nothing was filled in.
  public mutating func add(_ name: String, _ value: HTML?, change: Link? = nil) {
    rows.append(Row(name: name, value: value ?? .nothing, change: change))
  }

  /// One line of plain text.
  public mutating func add(_ name: String, text: String?, change: Link? = nil) {
    add(name, text.map { HTML($0) }, change: change)
  }

  /// The list; links to change something are left out for whoever may not.
  public func html(for reader: Reader) -> HTML {
    guard !rows.isEmpty else { return .nothing }
    return "<dl class=\"summary-list\">\n\(rows.map { row($0, reader) })</dl>\n"
  }

  private func row(_ row: Row, _ reader: Reader) -> HTML {
    """
    <div><dt>\(row.name)</dt><dd>\(row.value.isEmpty ? nothing(reader) : row.value)</dd>\
    \(change(row, reader))</div>

    """
  }

  private func nothing(_ reader: Reader) -> HTML {
    "<span class=\"none\">\(reader.text("summary.none"))</span>"
  }

  private func change(_ row: Row, _ reader: Reader) -> HTML {
    guard let link = row.change, !reader.looksBack, reader.maySee(link) else { return .nothing }
    return """
      <dd class="summary-change"><a href="\(reader.to(link))">\(reader.text("summary.change"))\
      <span class="visually-hidden"> \(row.name)</span></a></dd>
      """
  }
}
