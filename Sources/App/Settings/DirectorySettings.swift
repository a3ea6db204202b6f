import Authentication
import Credentials
import Domain

/// The directory that tells who joins, moves and leaves, as the operator set it up.
struct DirectorySettings: Sendable {
  /// The digests of the keys that it may come with: more than one while a key is replaced.
  let keys: [SecretDigest]
  /// By what it calls whom the provider of OpenID Connect lets in.
  let subject: Directory.Subject

  /// Nil when no key was named.
  init?(_ values: SettingValues) throws(SettingsError) {
    guard let word = Directory.Subject(rawValue: try values.text(.directorySubject)) else {
      throw .malformed(.directorySubject)
    }
    subject = word
    let written = SettingValues.parts(try values.textIfAny(.directoryKeys), at: ",")
    guard !written.isEmpty else { return nil }
    keys = written.compactMap { SecretDigest($0) }
    guard keys.count == written.count else { throw .malformed(.directoryKeys) }
  }
}

extension GroupRule {
  /// Reads `group=role,group=role`, roles as the command line writes them.
  static func rules(_ values: SettingValues) throws(SettingsError) -> [GroupRule] {
    var rules: [GroupRule] = []
    for pair in SettingValues.parts(try values.textIfAny(.providerGroups), at: ",") {
      let halves = SettingValues.parts(pair, at: "=")
      guard halves.count == 2, let group = try? Line(halves[0]),
        let role = Role.allCases.first(where: { $0.word == halves[1] }),
        role.reach != .programme
      else { throw .malformed(.providerGroups) }
      rules.append(GroupRule(group, gives: role))
    }
    return rules
  }
}
