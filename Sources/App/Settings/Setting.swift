import Authentication

/// One thing an operator can choose, and everything there is to say about it.
///
/// This list is the only one: `--help`, the environment, the file and docs/settings.md follow from it.
enum Setting: String, CaseIterable, Sendable {
  case address
  case port
  case dataDirectory = "data-dir"
  case databaseURL = "database-url"
  case postgresPrograms = "postgres-programs"
  case home
  case organisation
  case bankLicence = "bank-licence"
  case seed
  case demo
  case origin
  case secretKey = "secret-key"
  case keyEncryptionKey = "key-encryption-key"
  case keyEncryptionKeyFile = "key-encryption-key-file"
  case formerKeyEncryptionKey = "former-key-encryption-key"
  case providerIssuer = "oidc-issuer"
  case providerClientID = "oidc-client-id"
  case providerClientKey = "oidc-client-key"
  case providerClientSecret = "oidc-client-secret"
  case providerScopes = "oidc-scopes"
  case providerGroups = "oidc-groups"
  case directoryKeys = "scim-keys"
  case directorySubject = "scim-subject"
  case requestsPerMinute = "requests-per-minute"
  case readLogDays = "read-log-days"
  case clamd
  case documentMegabytesMax = "document-megabytes-max"
  case securityContact = "security-contact"
  case logLevel = "log-level"
  case logFormat = "log-format"
  case stopTimeout = "stop-timeout"

  /// What its value looks like.
  enum Kind: Equatable, Sendable {
    case text
    case switched
    case number(ClosedRange<Int>)
    case oneOf([String])
  }

  /// The name on the command line and in the file.
  var name: String { rawValue }

  /// The name in the environment.
  var variable: String {
    "KOERS_" + String(decoding: rawValue.utf8.map(Self.upper), as: UTF8.self)
  }

  var kind: Kind {
    switch self {
    case .address, .dataDirectory, .databaseURL, .postgresPrograms, .home, .organisation,
      .bankLicence, .origin, .secretKey, .keyEncryptionKey, .keyEncryptionKeyFile,
      .formerKeyEncryptionKey, .providerIssuer, .providerClientID, .providerClientKey,
      .providerClientSecret, .providerScopes, .providerGroups, .directoryKeys, .clamd,
      .securityContact:
      .text
    case .directorySubject: .oneOf(Directory.Subject.allCases.map(\.rawValue))
    case .port: .number(0...65535)
    case .stopTimeout: .number(1...3600)
    case .requestsPerMinute: .number(0...1_000_000)
    case .readLogDays: .number(1...36_500)
    case .documentMegabytesMax: .number(1...1024)
    case .seed, .demo: .switched
    case .logLevel: .oneOf(["trace", "debug", "info", "notice", "warning", "error", "critical"])
    case .logFormat: .oneOf(["text", "json"])
    }
  }

  /// The value when nothing is said; nil when there is none or it is found out at the start.
  var standard: String? {
    switch self {
    case .address: "127.0.0.1"
    case .port: "8080"
    case .dataDirectory: ".koers"
    case .databaseURL, .postgresPrograms, .home, .origin, .secretKey, .keyEncryptionKey,
      .keyEncryptionKeyFile, .formerKeyEncryptionKey, .providerIssuer, .providerClientID,
      .providerClientKey, .providerClientSecret, .providerScopes, .providerGroups,
      .directoryKeys, .clamd, .securityContact:
      nil
    case .directorySubject: Directory.Subject.externalID.rawValue
    case .organisation: "Inspectie Leefomgeving en Transport (ILT)"
    case .bankLicence: "CC-BY-4.0"
    case .seed: "true"
    case .demo: "false"
    case .requestsPerMinute: "600"
    case .readLogDays: "1095"
    case .documentMegabytesMax: "100"
    case .logLevel: "info"
    case .logFormat: "text"
    case .stopTimeout: "20"
    }
  }

  var meaning: String {
    switch self {
    case .address: "The address to listen on."
    case .port: "The port to listen on; 0 takes a free one."
    case .dataDirectory:
      "The directory of the private PostgreSQL and of the keys that nobody gave."
    case .databaseURL:
      "The PostgreSQL to use instead of a private one, as a URL or a libpq connection string;"
        + " the variable DATABASE_URL is read as well."
    case .postgresPrograms:
      "The folder that holds initdb and postgres; without it the installed ones are looked for."
    case .home:
      "The folder that holds web, sql and data; without it they are looked for beside the program"
        + " and above the working directory."
    case .organisation: "The organisation whose log and pages these are, as readers see it."
    case .bankLicence:
      "Under which licence others may use what was written here in the data bank, as its file says."
    case .seed:
      "Whether serve loads the programmes, explorations, signals and entries of the data bank of data/ that are not there yet."
    case .demo:
      "Whether a sign-in address is printed for each person to try Koers as; on a loopback address only."
    case .origin:
      "The scheme and host under which people reach the pages, such as https://koers.example.nl;"
        + " without it the one they asked for."
    case .secretKey:
      "32 bytes in base64 that close the secrets kept in the database, the same on every node; without"
        + " it one is made and kept in the data directory."
    case .keyEncryptionKey:
      "32 bytes in base64 that wrap the keys of personal data in the log, the same on every node;"
        + " without it and its file one is made and kept in the data directory."
    case .keyEncryptionKeyFile:
      "The file that holds those 32 bytes, plain or in base64, instead."
    case .formerKeyEncryptionKey:
      "What wrapped those keys before, in base64, until koers keys rewrap has been run."
    case .providerIssuer:
      "The provider of OpenID Connect where people sign in, by the address that it names itself by."
    case .providerClientID: "What that provider calls this program."
    case .providerClientKey:
      "The PEM file with the private key (ES256) by which this program proves there who it is."
    case .providerClientSecret:
      "A secret that the provider knows too, in place of the key."
    case .providerScopes:
      "What the provider is asked to tell besides openid, parted by blanks; without it"
        + " profile email groups."
    case .providerGroups:
      "Which groups there, or in the directory, give which roles here:"
        + " koers-managers=programme-manager,koers-top=leadership."
    case .directoryKeys:
      "The digests of the keys with which the organisation's directory may come to /scim/v2, as"
        + " 'koers directory-key' prints them, parted by commas; without it there is no such address."
    case .directorySubject:
      "By what the directory calls a person whom the provider calls the subject."
    case .requestsPerMinute:
      "How many requests a minute one account may make, the directory, or one address without either, over all nodes"
        + " together; 0 for any number."
    case .readLogDays: "How many days after its end a month of the read log is kept."
    case .clamd:
      "Where clamd listens, which documents are to be scanned by: /run/clamav/clamd.ctl or 127.0.0.1:3310;"
        + " without it none is scanned."
    case .documentMegabytesMax: "How many megabytes a document holds at most."
    case .securityContact:
      "Whom to tell about a hole in the site, for /.well-known/security.txt: mailto:security@example.nl;"
        + " without it there is no such file."
    case .logLevel: "The least important lines that the log shows."
    case .logFormat: "How the log on standard error is written: key=value text, or JSON lines."
    case .stopTimeout: "How many seconds running requests get to end when the program is stopped."
    }
  }

  /// Whether it stays out of messages and off the command line, which other users can read.
  var isSecret: Bool {
    switch self {
    case .databaseURL, .secretKey, .keyEncryptionKey, .formerKeyEncryptionKey,
      .providerClientSecret:
      true
    case .address, .port, .dataDirectory, .postgresPrograms, .home, .organisation, .bankLicence,
      .seed, .demo, .origin, .keyEncryptionKeyFile, .providerIssuer, .providerClientID,
      .providerClientKey,
      .providerScopes, .providerGroups, .directoryKeys, .directorySubject, .requestsPerMinute,
      .readLogDays, .clamd, .documentMegabytesMax, .securityContact, .logLevel, .logFormat,
      .stopTimeout:
      false
    }
  }

  private static func upper(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    case UInt8(ascii: "-"): UInt8(ascii: "_")
    case _: byte
    }
  }
}

extension Setting {
  private var wantedText: String {
    switch self {
    case .secretKey, .formerKeyEncryptionKey: "32 bytes in base64"
    case .keyEncryptionKey: "32 bytes in base64, or else key-encryption-key-file, and not both"
    case .keyEncryptionKeyFile: "a file that holds 32 bytes, plain or in base64"
    case .providerIssuer: "an https address"
    case .providerClientID: "the name that the provider gave, when there is a provider"
    case .providerClientKey:
      "a PEM file with a private key, or else oidc-client-secret, and not both"
    case .providerGroups: "group=role, parted by commas"
    case .securityContact: "an https, mailto or tel address"
    case .clamd: "the path of a socket, or host:port"
    case .directoryKeys: "digests of 43 characters, parted by commas"
    case .address, .port, .dataDirectory, .databaseURL, .postgresPrograms, .home, .organisation,
      .bankLicence, .seed, .demo, .origin, .providerClientSecret, .providerScopes,
      .directorySubject,
      .requestsPerMinute, .readLogDays, .documentMegabytesMax, .logLevel, .logFormat, .stopTimeout:
      "text"
    }
  }

  /// What its value must be, for a sentence that says it is not.
  var wanted: String {
    switch kind {
    case .text: wantedText
    case .switched: "true or false"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let words): "one of \(words.joined(separator: ", "))"
    }
  }
}
