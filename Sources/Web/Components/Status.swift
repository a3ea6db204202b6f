/// What just happened, said once, politely.
enum Status {
  static func html(for reader: Reader) -> HTML {
    """
    \(reader.notice.map { message(reader.text($0.sentence), kind: .ok, icon: Icon.tick) })\
    \(reader.isCatchingUp ? note(for: reader) : nil)
    """
  }

  /// That the page may not show the reader's own last change yet.
  private static func note(for reader: Reader) -> HTML {
    """
    <div class="message message-info" role="status">\(Icon.clock)<p>\
    \(reader.text("notice.catching-up")) \
    <a href="\(reader.to(reader.here))">\(reader.text("notice.reload"))</a></p></div>
    """
  }

  /// A message that a screen reader says when it has time.
  static func message(_ sentence: String, kind: Tone, icon: HTML) -> HTML {
    """
    <div class="message message-\(kind.rawValue)" role="status">\(icon)<p>\(sentence)</p></div>
    """
  }
}

/// What a colour means; never said by colour alone.
public enum Tone: String, CaseIterable, Sendable {
  case neutral
  case info
  case ok
  case warn
  case danger
}
