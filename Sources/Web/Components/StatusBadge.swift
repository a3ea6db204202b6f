/// One word on how something stands, with a drawing so that it is not said by colour alone.
public enum StatusBadge {
  public static func html(_ words: String, _ tone: Tone = .neutral) -> HTML {
    "<span class=\"badge badge-\(tone.rawValue)\">\(Icon.of(tone))\(words)</span>"
  }
}
