/// What will follow, before something that cannot simply be taken back.
public enum ConfirmationPanel {
  /// - Parameters:
  ///   - title: what is about to be done.
  ///   - consequences: what follows from it, one sentence each.
  ///   - form: the form that does it.
  ///   - cancel: where one goes who would rather not.
  ///   - reader: who decides.
  /// - Returns: the panel with the form in it.
  public static func html(
    _ title: String, consequences: [String], form: HTML, cancel: Link, for reader: Reader
  ) -> HTML {
    """
    <section class="confirmation" aria-labelledby="confirmation-title">
    <h2 id="confirmation-title">\(title)</h2>
    <ul>
    \(consequences.map { "<li>\($0)</li>\n" })</ul>
    \(form)
    <p class="confirmation-cancel"><a href="\(reader.to(cancel))">\
    \(reader.text("confirmation.cancel"))</a></p>
    </section>

    """
  }
}
