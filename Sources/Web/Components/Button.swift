/// What one presses: a button that posts, or a link that looks as important.
public enum Button {
  public enum Weight: String, Sendable {
    case primary
    case secondary
    /// Takes something away or ends it.
    case danger
  }

  /// A button at the end of a form.
  public static func html(
    _ words: String, _ weight: Weight = .primary, name: String? = nil, value: String? = nil
  ) -> HTML {
    """
    <button class="button button-\(weight.rawValue)"\(attribute: "name", name)\
    \(attribute: "value", value)>\(words)</button>
    """
  }

  /// A link to where something can be done.
  public static func link(_ words: String, to link: Link, _ weight: Weight = .primary) -> HTML {
    "<a class=\"button button-\(weight.rawValue)\" href=\"\(link)\">\(words)</a>"
  }
}
