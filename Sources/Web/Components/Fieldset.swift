/// Fields that belong together, under their own heading.
public enum Fieldset {
  /// The answers to which fields belong: out of sight, where script runs, until one of them is given.
  public struct Condition: Hashable, Sendable {
    let field: String
    let values: [String]

    public init(_ field: String, isOneOf values: [String]) {
      self.field = field
      self.values = values
    }
  }

  public static func html(_ legend: String, when condition: Condition? = nil, _ fields: HTML)
    -> HTML
  {
    """
    <fieldset class="fieldset"\(attribute: "data-when", condition?.field)\
    \(attribute: "data-values", condition?.values.joined(separator: " "))>
    <legend>\(legend)</legend>
    \(fields)</fieldset>

    """
  }
}
