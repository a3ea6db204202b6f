import Foundation
import Testing

/// The colours of the style sheet, read from the file itself.
private struct Palette {
  let light: [String: String]
  let dark: [String: String]

  init() throws {
    let css = try String(
      contentsOf: TestSite.folder.appending(path: "assets/styles/tokens.css"), encoding: .utf8)
    let tokens = try #require(css.split(separator: "@layer tokens {").dropFirst().first)
    let upToBase = try #require(tokens.split(separator: "@layer base").first)
    let halves = upToBase.split(separator: "@media (prefers-color-scheme: dark)")
    light = Self.colours(halves[0])
    dark = light.merging(Self.colours(halves[1])) { $1 }
  }

  private static func colours(_ text: Substring) -> [String: String] {
    Dictionary(
      text.matches(of: /--([a-z-]+): #([0-9a-f]{6});/).map { (String($0.1), String($0.2)) },
      uniquingKeysWith: { $1 })
  }
}

/// The contrast of two colours as WCAG counts it.
private func contrast(_ first: String, _ second: String) throws -> Double {
  func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour, radix: 16))
    let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  let pair = [try luminance(first), try luminance(second)].sorted()
  return (pair[1] + 0.05) / (pair[0] + 0.05)
}

private let textPairs = [
  ("text", "page"), ("text", "surface"), ("text", "raised"), ("muted", "page"),
  ("muted", "surface"), ("muted", "raised"), ("brand-text", "brand"), ("brand-soft", "brand"),
  ("link", "page"), ("link", "surface"), ("link", "raised"), ("link", "info-soft"),
  ("visited", "page"), ("visited", "surface"), ("visited", "raised"),
  ("button-text", "button"), ("button-text", "button-hover"), ("page", "danger"),
  ("page", "danger-hover"), ("danger", "page"), ("danger", "raised"), ("danger", "danger-soft"),
  ("ok", "ok-soft"), ("ok", "page"), ("warn", "warn-soft"), ("info", "info-soft"),
  ("page", "info"), ("neutral", "neutral-soft"), ("text", "warn-soft"), ("muted", "warn-soft"),
  ("past-text", "past"), ("text", "info-soft"), ("muted", "info-soft"),
]

private let shapePairs = [
  ("control", "page"), ("control", "raised"), ("focus", "page"), ("focus", "surface"),
  ("past", "brand"), ("danger", "page"), ("fill-info", "raised"), ("fill-ok", "raised"),
  ("fill-warn", "raised"), ("fill-danger", "raised"), ("fill-neutral", "raised"),
  ("fill-info", "neutral-soft"), ("fill-ok", "neutral-soft"), ("fill-danger", "neutral-soft"),
]

@Test(arguments: textPairs)
func `text can be read on what it stands on`(pair: (String, String)) throws {
  let palette = try Palette()
  for (name, colours) in [("light", palette.light), ("dark", palette.dark)] {
    let front = try #require(colours[pair.0])
    let back = try #require(colours[pair.1])
    #expect(try contrast(front, back) >= 4.5, "\(pair.0) on \(pair.1), \(name)")
  }
}

@Test(arguments: shapePairs)
func `shapes that mean something can be told from what they stand on`(
  pair: (String, String)
) throws {
  let palette = try Palette()
  for (name, colours) in [("light", palette.light), ("dark", palette.dark)] {
    let front = try #require(colours[pair.0])
    let back = try #require(colours[pair.1])
    #expect(try contrast(front, back) >= 3, "\(pair.0) on \(pair.1), \(name)")
  }
}

@Test func `the script stays small and writes no markup`() throws {
  let script = try String(
    contentsOf: TestSite.folder.appending(path: "assets/koers.js"), encoding: .utf8)
  #expect(script.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
  for forbidden in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
    #expect(!script.contains(forbidden))
  }
}
