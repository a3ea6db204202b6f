import Domain
import ReadModels

/// The loud line that says that a page shows how things were, with the way back to now.
enum AsOfBanner {
  static func html(for reader: Reader) -> HTML {
    let sentence: String
    switch reader.moment {
    case .now: return .nothing
    case .endOf(reader.today): sentence = reader.text("as-of.today")
    case .endOf(let day): sentence = reader.text("as-of.day", ["day": .text(reader.day(day))])
    case .position(let position):
      sentence = reader.text("as-of.position", ["position": .number(position)])
    }
    return """
      <section class="as-of" aria-label="\(reader.text("as-of.label"))">
      <div class="as-of-bar">\(Icon.clock)
      <p><strong>\(sentence)</strong> \(reader.text("as-of.read-only"))\
      \(reader.isAmidAppend ? " \(reader.text("as-of.amid"))" : "")</p>
      <a class="button" href="\(reader.toNow(reader.here))">\(reader.text("as-of.back"))</a>
      </div>
      </section>
      """
  }
}
