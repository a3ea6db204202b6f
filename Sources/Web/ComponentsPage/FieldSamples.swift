/// The fields of a form in each of their states.
enum FieldSamples {
  static func empty(_ reader: Reader) -> HTML { form(Form(for: reader), "empty", reader) }

  static func filled(_ reader: Reader) -> HTML {
    form(
      Form(
        for: reader, version: 7,
        filled: [
          "title": reader.text("sample.name-1"), "problem": reader.text("sample.long"),
          "start": "31-3-2026", "target": "12,5", "damage": "2.500.000.000",
          "kind": "b", "outcome": "a", "groups": "a", "public": "on",
          "source": "https://www.example.nl/",
        ]), "filled", reader)
  }

  static func wrong(_ reader: Reader) -> HTML {
    var wrong = Form(
      for: reader, version: 7,
      filled: ["start": "31-2-2026", "target": "veel", "source": "javascript:alert(1)"])
    wrong.note(FormProblem("form.unavailable"))
    _ = wrong.line("title")
    wrong.note(.tooLong(max: 10_000), at: "problem")
    _ = wrong.day("start")
    _ = wrong.quantity("target")
    _ = wrong.euro("damage")
    _ = wrong.address("source")
    wrong.note(.notAChoice, at: "kind")
    wrong.note(.empty, at: "outcome")
    wrong.note(.outOfRange(low: 1, high: 3), at: "groups")
    wrong.note(.controlCharacters, at: "public")
    return form(wrong, "wrong", reader)
  }

  private static func form(_ form: Form, _ id: String, _ reader: Reader) -> HTML {
    let choices = [
      Choice("a", reader.text("sample.choice-1"), hint: reader.text("sample.choice-hint")),
      Choice("b", reader.text("sample.choice-2")),
      Choice("c", reader.text("sample.long")),
    ]
    return FormSheet.html(
      form, to: Site.components, button: "sample.button", id: id, for: reader
    ) { sheet in
      sheet.line("title", label: "sample.name", hint: "sample.hint")
      sheet.prose("problem", label: "sample.text", optional: true)
      sheet.group("sample.group") { sheet in
        sheet.day("start", label: "sample.start")
        sheet.number("target", label: "sample.target", unit: "%")
        sheet.euro("damage", label: "sample.damage")
      }
      sheet.select("kind", label: "sample.kind", choices)
      sheet.radios("outcome", label: "sample.outcome", choices)
      sheet.checkboxes("groups", label: "sample.groups", choices)
      sheet.address("source", label: "sample.source", optional: true)
      sheet.tick("public", label: "sample.public")
    }
  }
}
