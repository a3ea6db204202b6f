/// The numbers of the requirements of levels 1 and 2 of OWASP ASVS 5.0.0, without its text.
///
/// Source: github.com/OWASP/ASVS, CC BY-SA 4.0.
enum SecurityStandard {
  /// Each requirement as `docs/asvs.md` writes it, with its level.
  static let levels: [String: Int] = {
    var levels: [String: Int] = [:]
    for line in sections.split(separator: "\n") {
      let words = line.split(separator: " ")
      for (index, range) in words.dropFirst().enumerated() where range != "-" {
        let ends = range.split(separator: "-").compactMap { Int($0) }
        for number in ends[0]...ends[1] { levels["\(words[0]).\(number)"] = index + 1 }
      }
    }
    return levels
  }()

  /// A section on a line, with the first and the last number of level 1 and of level 2.
  private static let sections = """
    V1.1 - 1-2
    V1.2 1-5 6-9
    V1.3 1-2 3-11
    V1.4 - 1-3
    V1.5 1-1 2-2
    V2.1 1-1 2-3
    V2.2 1-2 3-3
    V2.3 1-1 2-4
    V2.4 - 1-1
    V3.2 1-2 -
    V3.3 1-1 2-4
    V3.4 1-2 3-6
    V3.5 1-3 4-5
    V3.7 - 1-2
    V4.1 1-1 2-3
    V4.2 - 1-1
    V4.3 - 1-2
    V4.4 1-1 2-4
    V5.1 - 1-1
    V5.2 1-2 3-3
    V5.3 1-2 -
    V5.4 - 1-3
    V6.1 1-1 2-3
    V6.2 1-8 9-12
    V6.3 1-2 3-4
    V6.4 1-2 3-4
    V6.5 - 1-5
    V6.6 - 1-3
    V6.8 - 1-4
    V7.1 - 1-3
    V7.2 1-4 -
    V7.3 - 1-2
    V7.4 1-2 3-5
    V7.5 - 1-2
    V7.6 - 1-2
    V8.1 1-1 2-2
    V8.2 1-2 3-3
    V8.3 1-1 -
    V8.4 - 1-1
    V9.1 1-3 -
    V9.2 1-1 2-4
    V10.1 - 1-2
    V10.2 - 1-2
    V10.3 - 1-4
    V10.4 1-5 6-11
    V10.5 - 1-5
    V10.6 - 1-2
    V10.7 - 1-3
    V11.1 - 1-2
    V11.2 - 1-3
    V11.3 1-2 3-3
    V11.4 1-1 2-4
    V11.5 - 1-1
    V11.6 - 1-1
    V12.1 1-1 2-3
    V12.2 1-2 -
    V12.3 - 1-4
    V13.1 - 1-1
    V13.2 - 1-5
    V13.3 - 1-2
    V13.4 1-1 2-5
    V14.1 - 1-2
    V14.2 1-1 2-4
    V14.3 1-1 2-3
    V15.1 1-1 2-3
    V15.2 1-1 2-3
    V15.3 1-1 2-7
    V16.1 - 1-1
    V16.2 - 1-5
    V16.3 - 1-4
    V16.4 - 1-3
    V16.5 - 1-3
    V17.1 - 1-1
    V17.2 - 1-4
    V17.3 - 1-2
    """
}
