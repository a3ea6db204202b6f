/// A form on the page, written as the list of its fields.
///
/// It knows the labels, so the summary of problems names each field and leads to it; it carries the
/// command's identity and the version; and it marks the form so that the browser keeps a draft.
public struct FormSheet {
  private let form: Form
  private let reader: Reader
  private let action: Link
  private let button: Phrase
  private let weight: Button.Weight
  private let id: String
  private let cancel: Link?
  private var fields = HTML.nothing
  private var otherButtons = HTML.nothing
  /// Whether a field holds what nobody may keep, a browser's draft included.
  private var holdsSecrets = false
  /// Whether a file goes along, or as much as one holds.
  private var bringsFile = false
  /// Whether that is what the form is for, so that what else was written is worth nothing without it.
  private var needsFile = false
  private var labels: [(name: String, label: String, id: String)] = []

  /// The form that posts to `action`, with its summary of problems above it.
  ///
  /// - Parameters:
  ///   - form: the values and problems to show.
  ///   - action: where it goes.
  ///   - button: what pressing it does, as a verb.
  ///   - weight: how important, or how grave, that is.
  ///   - id: what the identities of the controls begin with; another one for each form of a page.
  ///   - cancel: where whoever does not want to go on returns to; nil for nowhere.
  ///   - reader: who fills it in.
  ///   - fields: writes the fields in order.
  /// - Returns: the summary and the form.
  public static func html(
    _ form: Form, to action: Link, button: Phrase, weight: Button.Weight = .primary,
    id: String = "field", cancel: Link? = nil, for reader: Reader,
    fields: (inout FormSheet) -> Void
  ) -> HTML {
    var sheet = FormSheet(
      form: form, reader: reader, action: action, button: button, weight: weight, id: id,
      cancel: cancel)
    fields(&sheet)
    return sheet.html
  }

  private var html: HTML {
    """
    \(ErrorSummary.html(problems, for: reader))
    <form class="form" method="post" action="\(reader.toNow(action))"\
    \(attribute: "enctype", bringsFile ? "multipart/form-data" : nil)\(draft)>
    <input type="hidden" name="command" value="\(form.command)">
    \(form.version.map { "<input type=\"hidden\" name=\"version\" value=\"\($0)\">" })
    \(form.basis.map { "<input type=\"hidden\" name=\"basis\" value=\"\($0.description)\">" })
    <input type="hidden" name="labels" value="\(FieldLabels.text(labels.map { ($0.name, $0.label) }))">
    \(fields)
    <div class="form-actions">\(Button.html(reader.text(button), weight))\(otherButtons)\
    \(cancel.map {
      "<a class=\"form-cancel\" data-cancel href=\"\(reader.toNow($0))\">\(reader.text("form.cancel"))</a>"
        as HTML
    })</div>
    </form>
    """
  }

  /// What the script needs to keep what is written for when the page goes.
  ///
  /// The address of a guest opens what it leads to, and has no business in a browser's storage.
  private var draft: HTML {
    guard !holdsSecrets, !needsFile, reader.visitor.guest == nil else { return .nothing }
    return """
       data-draft="\(action.path)#\(id)" data-restored="\(reader.text("form.restored"))" \
      data-discard="\(reader.text("form.discard"))"
      """
  }

  private var problems: [ErrorSummary.Item] {
    let known = labels.compactMap { field in
      form.problem(at: field.name).map {
        ErrorSummary.Item(sentence: reader.text($0.phrase), field: field.label, id: field.id)
      }
    }
    let named = Set(labels.map(\.name))
    let others = form.problems.filter { $0.field.map { !named.contains($0) } ?? true }
    return others.map { ErrorSummary.Item(sentence: reader.text($0.problem.phrase)) } + known
  }

  private mutating func field(
    _ name: String, _ label: Phrase, _ hint: Phrase?, optional: Bool
  ) -> Field {
    let field = Field(
      name, id: "\(id)-\(name)", label: label, hint: hint, isOptional: optional, in: form,
      for: reader)
    labels.append((name, field.label, field.id))
    return field
  }

  /// A field whose value nobody may keep, as `draw` writes it.
  mutating func secret(
    _ name: String, _ label: Phrase, _ hint: Phrase?, _ draw: (Field) -> HTML
  ) {
    holdsSecrets = true
    fields += draw(field(name, label, hint, optional: false))
  }

  /// Anything between the fields.
  public mutating func html(_ html: HTML) { fields += html }

  /// A heading over the fields that follow.
  public mutating func heading(_ words: Phrase) {
    fields += "<h2 class=\"form-heading\">\(reader.text(words))</h2>\n"
  }

  /// Fields that belong together under one heading.
  ///
  /// - Parameters:
  ///   - legend: the heading.
  ///   - condition: the answers to which they belong; nil for always.
  ///   - inner: writes the fields in order.
  public mutating func group(
    _ legend: Phrase, when condition: Fieldset.Condition? = nil,
    _ inner: (inout FormSheet) -> Void
  ) {
    let outer = fields
    fields = .nothing
    inner(&self)
    fields = outer + Fieldset.html(reader.text(legend), when: condition, fields)
  }

  /// Another button beside the one that the form ends with; the form comes in with `name` when it was pressed.
  mutating func button(_ words: Phrase, named name: String) {
    otherButtons += Button.html(reader.text(words), .primary, name: name, value: "on")
  }

  /// What stands in a field before anybody sees it.
  func written(_ name: String) -> String { form.value(name) }

  /// A value that goes along unseen.
  public mutating func hidden(_ name: String, _ value: String) {
    fields += "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\n"
  }

  /// What a file held that came in before, to go along unseen once more.
  mutating func hiddenFile(_ name: String, _ contents: String) {
    bringsFile = true
    needsFile = true
    hidden(name, contents)
  }

  /// A file, or several; `accepting` are the kinds that a browser offers, such as `.json`.
  mutating func file(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false,
    accepting kinds: String, takesSeveral: Bool = false
  ) {
    bringsFile = true
    needsFile = needsFile || !optional
    fields += field(name, label, hint, optional: optional)
      .file(accepting: kinds, takesSeveral: takesSeveral)
  }

  /// One line of text.
  ///
  /// One that takes the focus is where somebody begins who comes to the page to fill it in and for nothing else; a form
  /// that came back begins at what is wrong.
  public mutating func line(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false,
    size: Field.Size = .full, takesFocus: Bool = false
  ) {
    fields += field(name, label, hint, optional: optional)
      .line(form.value(name), size: size, takesFocus: takesFocus && form.isSound)
  }

  /// Text of several lines.
  public mutating func prose(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false, rows: Int = 5
  ) {
    fields += field(name, label, hint, optional: optional).prose(form.value(name), rows: rows)
  }

  /// A day, however it is written.
  public mutating func day(
    _ name: String, label: Phrase, hint: Phrase = "field.day-hint", optional: Bool = false
  ) {
    fields += field(name, label, hint, optional: optional).line(form.value(name), size: .medium)
  }

  /// A number, with its unit behind it.
  public mutating func number(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false, unit: String? = nil
  ) {
    fields += field(name, label, hint, optional: optional).number(form.value(name), unit: unit)
  }

  /// An amount of euros.
  public mutating func euro(
    _ name: String, label: Phrase, hint: Phrase = "field.euro-hint", optional: Bool = false
  ) {
    fields += field(name, label, hint, optional: optional)
      .number(form.value(name), unit: reader.text("field.euro"))
  }

  /// The address of a web page.
  public mutating func address(
    _ name: String, label: Phrase, hint: Phrase = "field.address-hint", optional: Bool = false
  ) {
    fields += field(name, label, hint, optional: optional)
      .line(form.value(name), mode: "url")
  }

  /// An address to which mail can be sent; `autocomplete` is what a browser may fill in, such as `username`.
  public mutating func mail(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false,
    autocomplete: String? = nil
  ) {
    fields += field(name, label, hint, optional: optional)
      .line(form.value(name), mode: "email", autocomplete: autocomplete)
  }

  /// One of many, folded away.
  public mutating func select(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false, _ choices: [Choice]
  ) {
    fields += field(name, label, hint, optional: optional)
      .select(choices, chosen: form.value(name))
  }

  /// One of a few, all in sight.
  public mutating func radios(
    _ name: String, label: Phrase, hint: Phrase? = nil, optional: Bool = false, _ choices: [Choice]
  ) {
    fields += field(name, label, hint, optional: optional)
      .radios(choices, chosen: form.value(name))
  }

  /// Any of a few, all in sight.
  public mutating func checkboxes(
    _ name: String, label: Phrase, hint: Phrase? = nil, _ choices: [Choice]
  ) {
    fields += field(name, label, hint, optional: false)
      .checkboxes(choices, chosen: form.allValues(name))
  }

  /// Any of a few, all in sight, each a field of its own, so that what is ticked at first can be compared with
  /// what others ticked meanwhile.
  public mutating func ticks(_ name: String, legend: Phrase, _ choices: [Choice]) {
    group(legend) { sheet in
      for choice in choices {
        sheet.tick(
          "\(name)-\(choice.value)", label: Phrase("field.named", ["name": .text(choice.name)]))
      }
    }
  }

  /// One thing that is so or not.
  public mutating func tick(_ name: String, label: Phrase, hint: Phrase? = nil) {
    fields += field(name, label, hint, optional: false).tick(isOn: form.isTicked(name))
  }
}
