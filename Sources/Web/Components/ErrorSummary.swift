/// Everything that is wrong with a form, above it, each leading to its field.
public enum ErrorSummary {
  public struct Item: Hashable, Sendable {
    let sentence: String
    /// The label of the field; nil when it concerns the whole form.
    let field: String?
    let id: String?

    public init(sentence: String, field: String? = nil, id: String? = nil) {
      self.sentence = sentence
      self.field = field
      self.id = id
    }
  }

  /// The alert stands inside the part that takes the focus, so that the two are not said at once.
  public static func html(_ items: [Item], for reader: Reader) -> HTML {
    guard !items.isEmpty else { return .nothing }
    return """
      <div class="error-summary" tabindex="-1" data-focus>
      <div role="alert">
      <h2>\(Icon.warning)\(reader.text("form.problem"))</h2>
      <ul>
      \(items.map { "<li>\(line($0))</li>\n" })</ul>
      </div>
      </div>
      """
  }

  private static func line(_ item: Item) -> HTML {
    guard let field = item.field, let id = item.id else { return "\(item.sentence)" }
    return "<a href=\"\("#" + id)\">\(field)</a>: \(item.sentence)"
  }
}
