/// That there is nothing here yet, and what one can do about it.
public enum EmptyState {
  public static func html(_ sentence: String, action: HTML = .nothing) -> HTML {
    """
    <div class="empty-state"><p>\(sentence)</p>\(action)</div>

    """
  }
}
