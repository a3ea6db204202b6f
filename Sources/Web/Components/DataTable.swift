/// A table of figures and words, with its caption, that scrolls by itself when it is too wide.
public struct DataTable: Sendable {
  /// What stands in a column and how.
  public enum Alignment: Sendable {
    case text
    case number
    /// Words of ours, none of which is ever broken.
    case words
    /// Sentences, which get room to be read in.
    case sentences
  }

  /// How a column can be sorted, and whether it is.
  public enum Order: String, Sendable {
    case ascending
    case descending
  }

  struct Column: Sendable {
    let name: String
    let alignment: Alignment
    let sort: Link?
    let order: Order?
  }

  private let id: String
  private let caption: String
  private let isCaptionHidden: Bool
  private var columns: [Column] = []
  private var rows: [[HTML]] = []

  /// - Parameters:
  ///   - id: the identity of the table on its page.
  ///   - caption: what it is a table of.
  ///   - isCaptionHidden: whether only screen readers hear the caption, as under a heading that says it.
  public init(_ id: String, caption: String, isCaptionHidden: Bool = false) {
    self.id = id
    self.caption = caption
    self.isCaptionHidden = isCaptionHidden
  }

  /// The next column; with `sort`, its head is a link that sorts by it.
  public mutating func column(
    _ name: String, _ alignment: Alignment = .text, sort: Link? = nil, order: Order? = nil
  ) {
    columns.append(Column(name: name, alignment: alignment, sort: sort, order: order))
  }

  /// The next row; its first cell names it.
  public mutating func row(_ cells: HTML...) { rows.append(cells) }

  /// The next row; its first cell names it.
  public mutating func row(_ cells: [HTML]) { rows.append(cells) }

  public var isEmpty: Bool { rows.isEmpty }

  public func html(for reader: Reader) -> HTML {
    """
    <div class="table-region" tabindex="0" role="group" aria-labelledby="\(id)-caption">
    <table class="table" id="\(id)">
    <caption id="\(id)-caption"\(attribute: "class", isCaptionHidden ? "visually-hidden" : nil)>\
    \(caption)</caption>
    <thead><tr>
    \(columns.map { head($0, reader) })</tr></thead>
    <tbody>
    \(body)</tbody>
    </table>
    </div>

    """
  }

  private func head(_ column: Column, _ reader: Reader) -> HTML {
    let sorted = column.order?.rawValue
    guard let sort = column.sort else {
      return "<th scope=\"col\"\(attribute: "class", style(column))>\(column.name)</th>\n"
    }
    let icon: HTML
    switch column.order {
    case .ascending: icon = Icon.ascending
    case .descending: icon = Icon.descending
    case nil: icon = Icon.sortable
    }
    return """
      <th scope="col"\(attribute: "class", style(column))\(attribute: "aria-sort", sorted)>\
      <a class="sort" href="\(reader.to(sort))">\(column.name)\(icon)</a></th>

      """
  }

  /// The rows, written one behind the other: the tags of a column are the same in each.
  private var body: HTML {
    let opening = columns.enumerated().map { place, column -> HTML in
      place == 0
        ? "<th scope=\"row\"\(attribute: "class", style(column))>"
        : "<td\(attribute: "class", style(column))>"
    }
    var body = HTML.nothing
    for cells in rows {
      body += "<tr>"
      for (place, cell) in cells.enumerated() where place < columns.count {
        body += opening[place]
        body += cell
        body += place == 0 ? "</th>" : "</td>"
      }
      body += "</tr>\n"
    }
    return body
  }

  private func style(_ column: Column) -> String? {
    switch column.alignment {
    case .text: nil
    case .number: "number"
    case .words: "words"
    case .sentences: "sentences"
    }
  }
}
