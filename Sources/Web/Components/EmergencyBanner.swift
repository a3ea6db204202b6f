import Domain
import EventSourcing
import ReadModels

/// What pages say about emergency access that goes on, or that nobody has looked over.
enum EmergencyBanner {
  /// The loud line of who has it, with the way to end it.
  static func html(for reader: Reader) -> HTML {
    guard let emergency = reader.visitor.person?.authority.emergency else { return .nothing }
    let sentence = reader.text(
      "emergency.banner", ["until": .text(reader.minute(emergency.until))])
    return """
      <section class="emergency" aria-label="\(reader.text("emergency.title"))">
      <div class="emergency-bar">\(Icon.warning)
      <p><strong>\(sentence)</strong> \(reader.text("emergency.banner-watched"))</p>
      <form method="post" action="\(reader.toNow(Site.emergencyEnd))">
      <input type="hidden" name="command" value="\(Identity.fresh())">
      \(Button.html(reader.text("emergency.end"), .secondary))
      </form>
      </div>
      </section>
      """
  }

  /// On the first page of who looks it over: how often it was taken since.
  static func notice(for reader: Reader) -> HTML {
    let count = reader.emergenciesToReview
    guard count > 0, reader.here.segments.isEmpty else { return .nothing }
    return """
      <div class="message message-warn" role="status">\(Icon.warning)<p>\
      \(reader.text("emergency.notice", count: count)) \
      <a href="\(reader.to(Site.emergencies))">\(reader.text("emergency.notice-link"))</a></p></div>
      """
  }

  /// On a page that says no to who might see it in an emergency: the way to that.
  ///
  /// Whoever sees all of the work may be kept from a case that only its handlers see.
  static func offer(for reader: Reader) -> HTML {
    guard reader.house.rights.right(toSee: reader.here) == .read, reader.maySee(Site.emergency),
      let authority = reader.visitor.person?.authority, authority.emergency == nil,
      !authority.may(.read, at: .organisation) || reader.here.segments.first == "cases"
    else { return .nothing }
    return """
      <p>\(reader.text("emergency.offer")) \
      <a href="\(reader.toNow(Site.emergency))">\(reader.text("emergency.offer-link"))</a></p>
      """
  }
}
