/// A button that does something at once, with nothing to fill in.
enum PostButton {
  static func html(
    _ words: Phrase, _ weight: Button.Weight, to link: Link, for reader: Reader
  ) -> HTML {
    """
    <form class="form" method="post" action="\(reader.toNow(link))">
    <div class="form-actions">\(Button.html(reader.text(words), weight))</div>
    </form>

    """
  }
}
