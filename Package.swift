// swift-tools-version: 6.3

import PackageDescription

/// Every target is compiled under the same strict settings.
///
/// A module names what it imports (`InternalImportsByDefault`) and may not lean on its neighbour's
/// imports (`MemberImportVisibility`), so the compiler keeps the arrows drawn in ARCHITECTURE.md.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
  name: "HummingbirdTesting", package: "hummingbird")
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient", package: "async-http-client")
let configuration = Target.Dependency.product(
  name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
  name: "koers",
  products: [
    .executable(name: "koers", targets: ["App"]),
    .executable(name: "koers-bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(
      url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(
      url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: ["YAML"]),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Postgres", dependencies: ["CLibPQ", logging], swiftSettings: strict),
    .target(name: "EventSourcing", swiftSettings: strict),
    .target(
      name: "EventStore",
      dependencies: ["EventSourcing", "Postgres", crypto, lifecycle, logging],
      swiftSettings: strict),
    .target(name: "Domain", dependencies: ["EventSourcing"], swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["Domain", "EventSourcing"], swiftSettings: strict),
    .target(
      name: "ReadModels", dependencies: ["Domain", "EventSourcing", "Postgres"],
      swiftSettings: strict),
    .target(
      name: "Reads", dependencies: ["Domain", "EventSourcing", "Postgres", "ReadModels", logging],
      swiftSettings: strict),
    .target(name: "Credentials", dependencies: [crypto, cryptoExtras], swiftSettings: strict),
    .target(
      name: "OpenIDConnect",
      dependencies: [asyncHTTPClient, crypto, jwtKit, logging, nioCore, nioHTTP1],
      swiftSettings: strict),
    .target(name: "SCIM", dependencies: ["EventSourcing"], swiftSettings: strict),
    .target(
      name: "Authentication",
      dependencies: [
        "Credentials", "Domain", "EventSourcing", "OpenIDConnect", "Postgres", "ReadModels", "SCIM",
        logging,
      ],
      swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Authentication", "Credentials", "Domain", "EventSourcing", "OpenIDConnect", "ReadModels",
        "Reads", "SCIM", hummingbird,
        httpTypes, crypto, logging, nioCore, yams,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "App",
      dependencies: [
        "Authentication", "Credentials", "Domain", "EventSourcing", "EventStore", "Postgres",
        "OpenIDConnect", "ReadModels", "Reads", "Simulation", "Web", arguments, asyncHTTPClient,
        configuration, crypto, hummingbird, lifecycle,
        logging, nioCore, nioPosix,
        unixSignals, yams,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Domain", "EventSourcing", "EventStore", "Postgres", "ReadModels", arguments, logging,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["EventSourcing", "Postgres", logging],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "TestStaging",
      dependencies: [
        "Domain", "EventSourcing", "EventStore", "Postgres", "ReadModels", "Reads", "TestSupport",
        logging,
      ],
      path: "Tests/TestStaging", swiftSettings: strict),
    .target(
      name: "TestCast", dependencies: ["Domain"], path: "Tests/TestCast", swiftSettings: strict),
    .testTarget(
      name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EventStoreTests",
      dependencies: ["EventSourcing", "EventStore", "Postgres", "TestSupport", crypto, logging],
      swiftSettings: strict),
    .testTarget(
      name: "CredentialsTests", dependencies: ["Credentials", crypto, cryptoExtras],
      exclude: ["Payloads"], swiftSettings: strict),
    .testTarget(
      name: "SCIMTests", dependencies: ["EventSourcing", "SCIM"], swiftSettings: strict),
    .testTarget(
      name: "OpenIDConnectTests",
      dependencies: [
        "OpenIDConnect", asyncHTTPClient, crypto, cryptoExtras, httpTypes, hummingbird, jwtKit,
        lifecycle, logging, nioCore,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DomainTests",
      dependencies: ["Domain", "EventSourcing", "TestCast", "TestStaging", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReadModelsTests",
      dependencies: [
        "Domain", "EventSourcing", "EventStore", "Postgres", "ReadModels", "TestCast",
        "TestStaging",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Authentication", "Credentials", "Domain", "EventSourcing", "OpenIDConnect", "Postgres",
        "ReadModels", "Reads", "SCIM",
        "TestStaging",
        "TestSupport", "Web", asyncHTTPClient, crypto, hummingbird,
        hummingbirdTesting, httpTypes, logging, nioCore, nioHTTP1,
      ],
      exclude: ["Documents/Photos"],
      swiftSettings: strict),
    .testTarget(
      name: "ReadsTests",
      dependencies: [
        "Domain", "EventSourcing", "Postgres", "ReadModels", "Reads", "TestStaging", logging,
      ], swiftSettings: strict),
    .testTarget(
      name: "AppTests",
      dependencies: [
        "App", "Domain", "EventSourcing", "EventStore", "Postgres", "ReadModels", "Simulation",
        "TestCast", "TestSupport", "Web", arguments, crypto, logging, nioCore, nioPosix,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Domain", "EventSourcing", "Simulation"],
      swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
