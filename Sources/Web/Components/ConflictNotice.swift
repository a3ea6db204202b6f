/// That others were first, or the reader in another window: what was changed, and that the values of the
/// form are still here.
public enum ConflictNotice {
  /// - Parameters:
  ///   - changes: what was done since the form was drawn, as a history.
  ///   - reader: whose form it is.
  /// - Returns: the notice, to stand above the form.
  public static func html(_ changes: Timeline, for reader: Reader) -> HTML {
    let title: Phrase = changes.isOwn ? "conflict.own-title" : "conflict.title"
    let why: Phrase = changes.isOwn ? "conflict.own-explanation" : "conflict.explanation"
    let choice: Phrase = changes.isOwn ? "conflict.own-choice" : "conflict.choice"
    return """
      <section class="conflict" tabindex="-1" data-focus aria-labelledby="conflict-title">
      <h2 id="conflict-title">\(Icon.warning)\(reader.text(title))</h2>
      <p>\(reader.text(why))</p>
      <h3>\(reader.text("conflict.theirs"))</h3>
      \(changes.html(for: reader))
      <h3>\(reader.text("conflict.yours"))</h3>
      <p>\(reader.text(choice))</p>
      </section>

      """
  }
}
