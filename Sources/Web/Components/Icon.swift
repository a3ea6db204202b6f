/// Small drawings beside words; they say nothing that the words do not.
public enum Icon {
  static let compass = drawing(
    """
    <circle cx="12" cy="12" r="9.25"/><path d="m15.6 8.4-2.2 5-5 2.2 2.2-5z"/>
    """)
  static let person = drawing(
    """
    <circle cx="12" cy="8.25" r="3.75"/><path d="M4.5 20a7.5 7.5 0 0 1 15 0"/>
    """)
  static let clock = drawing(
    """
    <circle cx="12" cy="12" r="9.25"/><path d="M12 6.75V12l3.5 2.25"/>
    """)
  static let tick = drawing("<path d=\"m5 12.5 4.5 4.5L19 7.5\"/>")
  static let cross = drawing("<path d=\"M6.5 6.5l11 11m0-11-11 11\"/>")
  static let warning = drawing(
    """
    <path d="M12 3.75 2.75 20h18.5z"/><path d="M12 10v4.5m0 2.6v.1"/>
    """)
  static let info = drawing(
    """
    <circle cx="12" cy="12" r="9.25"/><path d="M12 11v5.5m0-9v.1"/>
    """)
  static let dot = drawing("<circle cx=\"12\" cy=\"12\" r=\"4\"/>")
  static let ascending = drawing("<path d=\"m6 14.5 6-6 6 6\"/>")
  static let descending = drawing("<path d=\"m6 9.5 6 6 6-6\"/>")
  static let sortable = drawing("<path d=\"m7 9.5 5-5 5 5M7 14.5l5 5 5-5\"/>")

  /// The drawing that goes with a tone.
  static func of(_ tone: Tone) -> HTML {
    switch tone {
    case .neutral: dot
    case .info: info
    case .ok: tick
    case .warn: warning
    case .danger: cross
    }
  }

  private static func drawing(_ shapes: HTML) -> HTML {
    """
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">\
    \(shapes)</svg>
    """
  }
}
