import Authentication
import Crypto
import Domain
import Foundation
import Logging
import Web

/// What the operator chose, checked.
struct Settings: Sendable {
  let address: String
  let port: Int
  /// Where the private PostgreSQL lives.
  let dataDirectory: String
  /// Another PostgreSQL to use; nil for the private one.
  let databaseURL: String?
  let postgresPrograms: String?
  /// The folder of `web`, `sql` and `data`.
  let home: URL
  let organisation: Line
  /// Under which licence others may use what was written here in the data bank.
  let bankLicence: Line
  let origin: String?
  /// What closes secrets; nil to keep a key of our own in the data directory.
  let secretKey: SymmetricKey?
  let keyEncryption: KeyEncryptionSettings
  /// Where people sign in; nil without a provider.
  let provider: ProviderSettings?
  /// Whom to tell about a hole in the site; nil for nobody.
  let securityContact: SecurityContact?
  /// What tells who joins, moves and leaves; nil without a directory.
  let directory: DirectorySettings?
  /// Which roles come with which groups, at the provider and in the directory.
  let groups: [GroupRule]
  let seeds: Bool
  let isDemo: Bool
  /// How many requests a minute one account or address may make; nil for any number.
  let requestsPerMinute: Int?
  let readLogDays: Int
  /// Where documents are scanned; nil for nowhere.
  let clamd: ClamdAddress?
  let documentBytesMax: Int
  let logLevel: Logger.Level
  let logFormat: StructuredLog.Format
  let stopTimeout: Duration

  /// Reads every setting from `values` and checks them together.
  init(_ values: SettingValues) throws(SettingsError) {
    address = try values.text(.address)
    port = try values.number(.port)
    dataDirectory = try values.text(.dataDirectory)
    databaseURL = try values.textIfAny(.databaseURL)
    postgresPrograms = try values.textIfAny(.postgresPrograms)
    origin = try values.textIfAny(.origin)
    secretKey = try values.keyIfAny(.secretKey).map { SymmetricKey(data: $0) }
    keyEncryption = try KeyEncryptionSettings(values)
    organisation = try values.line(.organisation)
    bankLicence = try values.line(.bankLicence)
    provider = try ProviderSettings(values)
    securityContact = try values.textIfAny(.securityContact).map { text throws(SettingsError) in
      guard let contact = SecurityContact(text) else { throw .malformed(.securityContact) }
      return contact
    }
    directory = try DirectorySettings(values)
    groups = try GroupRule.rules(values)
    seeds = try values.isOn(.seed)
    isDemo = try values.isOn(.demo)
    stopTimeout = .seconds(try values.number(.stopTimeout))
    let requests = try values.number(.requestsPerMinute)
    requestsPerMinute = requests == 0 ? nil : requests
    readLogDays = try values.number(.readLogDays)
    clamd = try values.textIfAny(.clamd).map { text throws(SettingsError) in
      guard let address = ClamdAddress(text) else { throw .malformed(.clamd) }
      return address
    }
    documentBytesMax = try values.number(.documentMegabytesMax) * 1024 * 1024
    guard let level = Logger.Level(rawValue: try values.text(.logLevel)) else {
      throw .malformed(.logLevel)
    }
    logLevel = level
    guard let format = StructuredLog.Format(rawValue: try values.text(.logFormat)) else {
      throw .malformed(.logFormat)
    }
    logFormat = format
    home = try Self.findHome(named: try values.textIfAny(.home))
    guard !isDemo || Self.isLoopback(address) else { throw .demoForAll(address: address) }
  }

  /// Whether only this machine can reach `address`.
  static func isLoopback(_ address: String) -> Bool {
    if address == "localhost" || address == "::1" { return true }
    let parts = address.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].elementsEqual("127".utf8)
      && parts.allSatisfy { UInt8(String(decoding: $0, as: UTF8.self)) != nil }
  }

  /// The folder that was named, else the nearest one above the working directory or the program that
  /// holds what Koers reads.
  private static func findHome(named path: String?) throws(SettingsError) -> URL {
    if let path {
      let folder = URL(fileURLWithPath: path, isDirectory: true)
      guard isHome(folder) else { throw .noHome(searched: [folder.path]) }
      return folder
    }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let places = [
      URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true),
      program.deletingLastPathComponent(),
    ]
    for place in places {
      var folder = place
      while true {
        if isHome(folder) { return folder }
        guard folder.path != "/" else { break }
        folder = folder.deletingLastPathComponent()
      }
    }
    throw .noHome(searched: places.map(\.path))
  }

  private static func isHome(_ folder: URL) -> Bool {
    ["sql/migrations", "web/text", "data"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }
}
