/// One thing to choose.
public struct Choice: Hashable, Sendable {
  public let value: String
  public let name: String
  /// What choosing it means.
  public let hint: String?

  public init(_ value: String, _ name: String, hint: String? = nil) {
    self.value = value
    self.name = name
    self.hint = hint
  }
}

/// Fields one chooses in.
extension Field {
  /// One of many, folded away.
  func select(_ choices: [Choice], chosen: String) -> HTML {
    framed(
      """
      <select class="input select" id="\(id)" name="\(name)"\
      \(attribute: "aria-describedby", described)\(attribute: "aria-invalid", invalid)>
      <option value=""></option>
      \(choices.map { choice in
        """
        <option value="\(choice.value)"\(flag: "selected", choice.value == chosen)>\
        \(choice.name)</option>

        """
      })</select>
      """)
  }

  /// One of a few, all in sight.
  func radios(_ choices: [Choice], chosen: String) -> HTML {
    grouped(ticks(choices, kind: "radio", chosen: [chosen]))
  }

  /// Any of a few, all in sight.
  func checkboxes(_ choices: [Choice], chosen: [String]) -> HTML {
    grouped(ticks(choices, kind: "checkbox", chosen: chosen))
  }

  /// One thing that is so or not.
  func tick(isOn: Bool) -> HTML {
    """
    <div class="field\(problem == nil ? "" : " field-wrong")">
    <div class="tick"><input type="checkbox" id="\(id)" name="\(name)" value="on"\
    \(flag: "checked", isOn)\(attribute: "aria-describedby", described)\
    \(attribute: "aria-invalid", invalid)>\
    <label for="\(id)">\(label)</label></div>
    \(hint.map { "<p class=\"field-hint\" id=\"\(id)-hint\">\($0)</p>" })
    \(problem.map { "<p class=\"field-error\" id=\"\(id)-error\">\(Icon.warning)\($0)</p>" })
    </div>

    """
  }

  private func ticks(_ choices: [Choice], kind: String, chosen: [String]) -> HTML {
    choices.enumerated().map { index, choice in
      """
      <div class="tick"><input type="\(kind)" id="\(id)-\(index)" name="\(name)" \
      value="\(choice.value)"\(flag: "checked", chosen.contains(choice.value))\
      \(attribute: "aria-describedby", choice.hint.map { _ in "\(id)-\(index)-hint" })>\
      <label for="\(id)-\(index)">\(choice.name)</label>\
      \(choice.hint.map { "<p class=\"field-hint\" id=\"\(id)-\(index)-hint\">\($0)</p>" })</div>

      """
    }.joined()
  }
}
