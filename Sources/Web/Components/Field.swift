/// What a person fills in: a label, perhaps a hint, what is wrong with it, and the control itself.
///
/// Every kind of field has the same frame, so that a problem is tied to its control in the same way
/// everywhere.
public struct Field: Sendable {
  let name: String
  /// The identity of the control, to which the error summary leads.
  let id: String
  let label: String
  let hint: String?
  let problem: String?
  let isOptional: Bool
  let words: Words

  /// The words that the frame itself uses, in the reader's language.
  struct Words: Sendable {
    let optional: String
    let error: String
  }

  init(
    _ name: String, id: String, label: Phrase, hint: Phrase? = nil, isOptional: Bool = false,
    in form: Form, for reader: Reader
  ) {
    self.name = name
    self.id = id
    self.label = reader.text(label)
    self.hint = hint.map { reader.text($0) }
    self.problem = form.problem(at: name).map { reader.text($0.phrase) }
    self.isOptional = isOptional
    words = Words(optional: reader.text("field.optional"), error: reader.text("field.error"))
  }

  /// What a screen reader says about the control besides its label.
  var described: String? {
    let parts = [hint.map { _ in "\(id)-hint" }, problem.map { _ in "\(id)-error" }]
    let ids = parts.compactMap { $0 }
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }

  var invalid: String? { problem == nil ? nil : "true" }

  /// The frame around one control.
  func framed(_ control: HTML) -> HTML {
    """
    <div class="field\(problem == nil ? "" : " field-wrong")">
    <label class="field-label" for="\(id)">\(label)\(optionalMark)</label>
    \(hintLine)\(problemLine)\(control)
    </div>

    """
  }

  /// The frame around several controls that answer one question.
  func grouped(_ controls: HTML) -> HTML {
    """
    <fieldset class="field field-group\(problem == nil ? "" : " field-wrong")" id="\(id)" tabindex="-1"\
    \(attribute: "aria-describedby", described)>
    <legend class="field-label">\(label)\(optionalMark)</legend>
    \(hintLine)\(problemLine)\(controls)
    </fieldset>

    """
  }

  private var optionalMark: HTML {
    isOptional ? " <span class=\"field-optional\">\(words.optional)</span>" : .nothing
  }

  private var hintLine: HTML {
    hint.map { "<p class=\"field-hint\" id=\"\(id)-hint\">\($0)</p>\n" } ?? .nothing
  }

  private var problemLine: HTML {
    problem.map {
      """
      <p class="field-error" id="\(id)-error">\(Icon.warning)<span>\
      <span class="visually-hidden">\(words.error)</span> \($0)</span></p>

      """
    } ?? .nothing
  }
}
