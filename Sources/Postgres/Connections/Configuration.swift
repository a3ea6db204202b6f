import CLibPQ

extension Database {
  /// Where the database is, as whom to go there, and how many connections may be used how long.
  public struct Configuration: Sendable, CustomStringConvertible {
    /// The role whose rights every connection has, set as it connects.
    public var role: String?
    /// Settings of the server that every connection begins with, such as
    /// `default_transaction_read_only`.
    public var serverSettings: [String: String] = [:]
    /// How the connections are called in `pg_stat_activity`.
    public var applicationName: String?
    /// Connections that everyone shares, for single statements and batches.
    public var sharedConnectionsMax = 2
    /// Connections that are lent out, for transactions, sessions and COPY.
    public var leasedConnectionsMax = 8
    /// Callers that may wait for a leased connection; the next one is refused at once.
    public var leaseWaitersMax = 1_000
    public var connectTimeout: Duration = .seconds(5)
    /// How long a caller waits for a connection, be it leased or shared.
    public var leaseTimeout: Duration = .seconds(5)
    /// How long the server works on one statement; nil is for ever.
    public var statementTimeout: Duration? = .seconds(30)
    /// Statements each connection keeps prepared.
    public var preparedStatementsMax = 512
    /// The pauses between attempts to connect: they double from the first to the second.
    public var reconnectPause: ClosedRange<Duration> = .milliseconds(50) ... .seconds(5)

    /// libpq's own settings, without ours.
    private let settings: [(keyword: String, value: String)]

    /// Reads a `postgres://` URL or a string of `keyword=value`, in whatever way libpq does.
    public init(_ connectionString: String) throws(PostgresError) {
      var problem: UnsafeMutablePointer<CChar>?
      guard let options = PQconninfoParse(connectionString, &problem) else {
        // libpq may repeat the string, password included, so its words are not passed on.
        if let problem { PQfreemem(problem) }
        throw PostgresError(.misuse, "not a connection string that libpq understands")
      }
      defer { PQconninfoFree(options) }
      var settings: [(keyword: String, value: String)] = []
      var option = options
      while let keyword = option.pointee.keyword {
        if let value = option.pointee.val {
          settings.append((String(cString: keyword), String(cString: value)))
        }
        option += 1
      }
      self.settings = settings
    }

    /// The name of the database, if it is given.
    public var databaseName: String? { value(of: "dbname") }

    /// The same server and settings with another database.
    public func database(_ name: String) -> Configuration {
      setting("dbname", to: name)
    }

    /// The same database, entered as another user.
    public func user(_ name: String) -> Configuration {
      setting("user", to: name)
    }

    /// The same database, reached by way of another host.
    func host(_ name: String) -> Configuration {
      setting("host", to: name)
    }

    /// Says where, never with what password.
    public var description: String {
      let place = ["host", "port", "dbname", "user"].compactMap { keyword in
        value(of: keyword).map { "\(keyword)=\($0)" }
      }
      return (place + (role.map { ["role=\($0)"] } ?? [])).joined(separator: " ")
    }

    private func value(of keyword: String) -> String? {
      settings.first { $0.keyword == keyword }?.value
    }

    private func setting(_ keyword: String, to value: String) -> Configuration {
      Configuration(
        copying: self,
        settings: settings.filter { $0.keyword != keyword } + [(keyword, value)])
    }

    private init(copying other: Configuration, settings: [(keyword: String, value: String)]) {
      self.settings = settings
      role = other.role
      serverSettings = other.serverSettings
      applicationName = other.applicationName
      sharedConnectionsMax = other.sharedConnectionsMax
      leasedConnectionsMax = other.leasedConnectionsMax
      leaseWaitersMax = other.leaseWaitersMax
      connectTimeout = other.connectTimeout
      leaseTimeout = other.leaseTimeout
      statementTimeout = other.statementTimeout
      preparedStatementsMax = other.preparedStatementsMax
      reconnectPause = other.reconnectPause
    }
  }
}

extension Database.Configuration {
  /// What libpq is given: the settings of the connection string, and ours where it has none.
  var connectionSettings: [(keyword: String, value: String)] {
    var all = settings.filter { !["options", "client_encoding"].contains($0.keyword) }
    func add(_ keyword: String, _ value: String) {
      if !all.contains(where: { $0.keyword == keyword }) { all.append((keyword, value)) }
    }
    if let applicationName {
      all.removeAll { $0.keyword == "application_name" }
      add("application_name", applicationName)
    }
    all.append(("client_encoding", "UTF8"))
    all.append(("options", serverOptions))
    // A peer that is gone without a word is noticed within half a minute.
    add("keepalives_idle", "10")
    add("keepalives_interval", "5")
    add("keepalives_count", "4")
    add("tcp_user_timeout", "30000")
    add("connect_timeout", String(max(2, connectTimeout.components.seconds)))
    return all
  }

  /// `-c name=value` for what every connection needs; what the connection string gives goes first.
  private var serverOptions: String {
    var options = value(of: "options").map { [$0] } ?? []
    var ours = [("TimeZone", "UTC"), ("DateStyle", "ISO,YMD"), ("IntervalStyle", "iso_8601")]
    if let statementTimeout {
      let (seconds, attoseconds) = statementTimeout.components
      let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
      ours.append(("statement_timeout", String(max(1, milliseconds))))
    }
    ours += serverSettings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if let role { ours.append(("role", role)) }
    options += ours.map { "-c \($0.0)=\(Self.escaped($0.1))" }
    return options.joined(separator: " ")
  }

  /// Spaces and backslashes take a backslash in libpq's `options`.
  private static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      if scalar == " " || scalar == "\\" { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
