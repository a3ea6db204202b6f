/// That others were first: what they changed, and that one's own values are still here.
public enum ConflictNotice {
  /// - Parameters:
  ///   - changes: what the others did since the form was drawn, as a history.
  ///   - reader: whose form it is.
  /// - Returns: the notice, to stand above the form.
  public static func html(_ changes: Timeline, for reader: Reader) -> HTML {
    """
    <section class="conflict" tabindex="-1" data-focus aria-labelledby="conflict-title">
    <h2 id="conflict-title">\(Icon.warning)\(reader.text("conflict.title"))</h2>
    <p>\(reader.text("conflict.explanation"))</p>
    <h3>\(reader.text("conflict.theirs"))</h3>
    \(changes.html(for: reader))
    <h3>\(reader.text("conflict.yours"))</h3>
    <p>\(reader.text("conflict.choice"))</p>
    </section>

    """
  }
}
