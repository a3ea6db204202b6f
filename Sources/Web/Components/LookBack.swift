import Domain
import ReadModels

/// The way to see a page as it was: a day to type, and the moments that are asked for most.
///
/// Folded away in the header of every page; it opens by itself alone, so it works without script.
enum LookBack {
  static func html(for reader: Reader) -> HTML {
    guard reader.visitor.person != nil else { return .nothing }
    return """
      <details class="look-back">
      <summary>\(Icon.clock)\(reader.text("as-of.choose"))</summary>
      <div class="look-back-panel">
      \(question(reader))
      \(choices(reader))
      </div>
      </details>
      """
  }

  private static func question(_ reader: Reader) -> HTML {
    let kept = reader.here.query.filter { $0.name != "as-of" }
    return """
      <form method="get" action="\(reader.here.path)">
      \(kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
      <label for="as-of">\(reader.text("as-of.question"))</label>
      <div class="look-back-row">\
      <input class="input input-short" id="as-of" name="as-of" \
      placeholder="\(reader.text("as-of.example"))" autocomplete="off">\
      <button class="button button-secondary">\(reader.text("as-of.show"))</button></div>
      </form>
      """
  }

  private static func choices(_ reader: Reader) -> HTML {
    let today = reader.today
    var links = [
      (reader.text("as-of.choice-today"), today.description),
      (reader.text("as-of.choice-yesterday"), today.adding(days: -1).description),
    ]
    for moment in reader.lastMoments {
      links.append(
        (
          reader.text(
            "as-of.choice-event",
            [
              "position": .number(moment.position),
              "moment": .text(reader.moment(moment.recordedAt)),
            ]), String(moment.position)
        ))
    }
    let here = reader.toNow(reader.here)
    return """
      <ul>
      \(links.map { "<li><a href=\"\(here.with("as-of", $0.1))\">\($0.0)</a></li>\n" })</ul>
      """
  }
}
