import Domain

/// The matrix by which findings are placed: its sixteen cells, what the axes mean, and where it comes from.
struct MatrixPage {
  let matrix: Enforcement.MatrixEdition
  let reader: Reader

  var page: Page {
    Page(
      reader.text("enforcement.matrix.title"),
      trail: [Crumb(reader.text("cases.title"), Site.cases)],
      body: """
        <p class="lead">\(reader.text("enforcement.matrix.lead"))</p>
        \(cells.html(for: reader))\(Part.html("edition", "enforcement.matrix.edition-title", edition, for: reader))\
        \(Part.html("consequences", "enforcement.field.consequence", consequences, for: reader))\
        \(Part.html("offenders", "enforcement.field.offender", offenders, for: reader))\
        \(Part.html("aspects", "enforcement.field.aggravating", aspects, for: reader))\
        \(Part.html("measures", "enforcement.matrix.measures", measures, for: reader))
        """)
  }

  private var cells: DataTable {
    var table = DataTable("matrix", caption: reader.text("enforcement.matrix.caption"))
    table.column(reader.text("enforcement.field.consequence"))
    for offender in Enforcement.OffenderType.allCases {
      table.column(offender.heading(for: reader))
    }
    for consequence in Enforcement.Consequence.allCases {
      let cells = Enforcement.OffenderType.allCases.map { offender -> HTML in
        let position = Enforcement.Position(offender, consequence)
        let measures = matrix[position].map { "<li>\(reader.text($0.name))</li>\n" as HTML }
        return "<strong>\(position.description)</strong>\n<ul class=\"plain\">\(measures)</ul>"
      }
      table.row([HTML(consequence.heading(for: reader))] + cells)
    }
    return table
  }

  private var edition: HTML {
    var list = SummaryList()
    list.add(reader.text("enforcement.matrix.edition"), text: reader.number(matrix.number))
    list.add(reader.text("enforcement.matrix.valid-from"), reader.time(matrix.validFrom))
    list.add(
      reader.text("enforcement.matrix.certainty"),
      text: "\(reader.text(matrix.certainty.name)). \(reader.text(matrix.certainty.meaning))")
    list.add(
      reader.text("enforcement.matrix.source"), text: reader.text("enforcement.matrix.source-text"))
    return list.html(for: reader)
  }

  private var consequences: HTML {
    var list = SummaryList()
    for consequence in Enforcement.Consequence.allCases {
      list.add(consequence.heading(for: reader), text: reader.text(consequence.meaning))
    }
    return list.html(for: reader)
  }

  private var offenders: HTML {
    var list = SummaryList()
    for offender in Enforcement.OffenderType.allCases {
      list.add(offender.heading(for: reader), text: reader.text(offender.meaning))
    }
    return list.html(for: reader)
  }

  private var aspects: HTML {
    let items = Enforcement.Aspect.allCases.map { "<li>\(reader.text($0.name))</li>\n" as HTML }
    return "<ul>\n\(items)</ul>\n"
  }

  private var measures: HTML {
    var list = SummaryList()
    for category in Enforcement.Category.allCases {
      let measures = Enforcement.Measure.allCases.filter { $0.category == category }
      list.add(reader.text(category.name), text: reader.names(of: measures))
    }
    return list.html(for: reader)
  }
}

/// The sixteen cells in small, with the one in which a finding stands.
enum MatrixGrid {
  static func html(_ chosen: Enforcement.Position, for reader: Reader) -> HTML {
    var table = DataTable("position", caption: reader.text("enforcement.matrix.caption"))
    table.column(reader.text("enforcement.field.consequence"))
    for offender in Enforcement.OffenderType.allCases {
      table.column(offender.heading(for: reader))
    }
    for consequence in Enforcement.Consequence.allCases {
      let cells = Enforcement.OffenderType.allCases.map { offender -> HTML in
        cell(Enforcement.Position(offender, consequence), chosen, reader)
      }
      table.row([HTML(consequence.heading(for: reader))] + cells)
    }
    return table.html(for: reader)
  }

  private static func cell(
    _ position: Enforcement.Position, _ chosen: Enforcement.Position, _ reader: Reader
  ) -> HTML {
    guard position == chosen else { return "<span class=\"muted\">\(position.description)</span>" }
    let words = reader.text("enforcement.matrix.here", ["cell": .text(position.description)])
    return "<strong>\(StatusBadge.html(words, .ok))</strong>"
  }
}
