/// How far an indicator has come from its baseline to its target, drawn on the server.
public enum BarAgainstTarget {
  /// - Parameters:
  ///   - share: how much of the way has been covered: 0 at the baseline, 1 at the target.
  ///   - words: the same in words, which stands beside the bar.
  ///   - tone: whether that is as planned.
  /// - Returns: the bar with its words.
  public static func html(share: Double, _ words: String, tone: Tone = .info) -> HTML {
    let bounded = share.isFinite ? min(max(share, 0), 1.2) : 0
    let width = Int((bounded * 100).rounded())
    return """
      <span class="bar">
      <svg class="bar-drawing" viewBox="0 0 124 14" width="124" height="14" aria-hidden="true" \
      focusable="false"><rect class="bar-track" x="0" y="3" width="100" height="8" rx="2"/>\
      <rect class="bar-fill bar-fill-\(tone.rawValue)" x="0" y="3" width="\(width)" height="8" \
      rx="2"/><line class="bar-target" x1="100" y1="0" x2="100" y2="14"/></svg>
      <span class="bar-words">\(words)</span>
      </span>
      """
  }
}
