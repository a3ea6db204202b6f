import HTTPTypes
import Hummingbird

/// The site about itself: its files, its components, how accessible it is, and that robots may stay out.
struct About: Area {
  let assets: Assets

  var routes: [Route] {
    [
      .get("assets/:file", for: .everyone, proof: .any, showing: .nothing, assets.answer),
      .get("components", for: .everyone, proof: .any, showing: .nothing) { visit in
        visit.show(ComponentsPage.page(for: visit.reader))
      },
      .get("accessibility", for: .everyone, proof: .any, showing: .nothing) { visit in
        visit.show(AccessibilityPage.page(for: visit.reader))
      },
      .get("favicon.ico", for: .everyone, proof: .any, showing: .nothing) { visit in
        Response(
          status: .seeOther, headers: [.location: assets.link("favicon.svg").address])
      },
      .get("robots.txt", for: .everyone, proof: .any, showing: .nothing) { _ in
        Response(
          status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: "User-agent: *\nDisallow: /\n")))
      },
    ]
  }
}
