/// Fields that belong together, under their own heading.
public enum Fieldset {
  public static func html(_ legend: String, _ fields: HTML) -> HTML {
    """
    <fieldset class="fieldset">
    <legend>\(legend)</legend>
    \(fields)</fieldset>

    """
  }
}
