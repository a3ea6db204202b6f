import ArgumentParser

/// The settings as options of the command line, the same for nearly every command.
struct SettingsOptions: ParsableArguments {
  @OptionGroup var store: StoreOptions

  @Option(name: .customLong(Setting.address.name), help: StoreOptions.help(.address))
  var address: String?

  @Option(name: .customLong(Setting.port.name), help: StoreOptions.help(.port))
  var port: String?

  @Flag(
    name: .customLong(Setting.seed.name), inversion: .prefixedNo, help: StoreOptions.help(.seed))
  var seed: Bool?

  @Flag(
    name: .customLong(Setting.demo.name), inversion: .prefixedNo, help: StoreOptions.help(.demo))
  var demo: Bool?

  @Option(name: .customLong(Setting.bankLicence.name), help: StoreOptions.help(.bankLicence))
  var bankLicence: String?

  @Option(name: .customLong(Setting.origin.name), help: StoreOptions.help(.origin))
  var origin: String?

  @Option(name: .customLong(Setting.providerIssuer.name), help: StoreOptions.help(.providerIssuer))
  var providerIssuer: String?

  @Option(
    name: .customLong(Setting.providerClientID.name), help: StoreOptions.help(.providerClientID))
  var providerClientID: String?

  @Option(
    name: .customLong(Setting.providerClientKey.name), help: StoreOptions.help(.providerClientKey))
  var providerClientKey: String?

  @Option(name: .customLong(Setting.providerScopes.name), help: StoreOptions.help(.providerScopes))
  var providerScopes: String?

  @Option(name: .customLong(Setting.providerGroups.name), help: StoreOptions.help(.providerGroups))
  var providerGroups: String?

  @Option(name: .customLong(Setting.directoryKeys.name), help: StoreOptions.help(.directoryKeys))
  var directoryKeys: String?

  @Option(
    name: .customLong(Setting.directorySubject.name), help: StoreOptions.help(.directorySubject))
  var directorySubject: String?

  @Option(
    name: .customLong(Setting.requestsPerMinute.name), help: StoreOptions.help(.requestsPerMinute))
  var requestsPerMinute: String?

  @Option(name: .customLong(Setting.readLogDays.name), help: StoreOptions.help(.readLogDays))
  var readLogDays: String?

  @Option(name: .customLong(Setting.clamd.name), help: StoreOptions.help(.clamd))
  var clamd: String?

  @Option(
    name: .customLong(Setting.documentMegabytesMax.name),
    help: StoreOptions.help(.documentMegabytesMax))
  var documentMegabytesMax: String?

  @Option(
    name: .customLong(Setting.securityContact.name), help: StoreOptions.help(.securityContact))
  var securityContact: String?

  @Option(name: .customLong(Setting.stopTimeout.name), help: StoreOptions.help(.stopTimeout))
  var stopTimeout: String?

  /// What was said, with what the environment and the file say besides.
  func settings() async throws(SettingsError) -> Settings {
    try await store.settings(and: [
      (.address, address), (.port, port), (.seed, seed.map(\.description)),
      (.demo, demo.map(\.description)), (.bankLicence, bankLicence), (.origin, origin),
      (.providerIssuer, providerIssuer),
      (.providerClientID, providerClientID), (.providerClientKey, providerClientKey),
      (.providerScopes, providerScopes), (.providerGroups, providerGroups),
      (.directoryKeys, directoryKeys), (.directorySubject, directorySubject),
      (.requestsPerMinute, requestsPerMinute), (.readLogDays, readLogDays),
      (.clamd, clamd), (.documentMegabytesMax, documentMegabytesMax),
      (.securityContact, securityContact), (.stopTimeout, stopTimeout),
    ])
  }
}
