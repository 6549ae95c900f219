// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "prospect-run",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ProspectRuntime", targets: ["ProspectRuntime"]),
    .library(name: "LuaBridge", targets: ["LuaBridge"]),
    .executable(name: "prospect-run", targets: ["prospect-run"]),
    .executable(name: "prospect-sandbox", targets: ["prospect-sandbox"]),
    .executable(name: "prospect-worker", targets: ["ProspectWorker"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.15.0"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
  ],
  targets: [
    // C: system libraries and the small C targets that make them safe to call from Swift.
    .systemLibrary(
      name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"]), .brew(["lua@5.4"])]),
    // Headers only: the library is loaded when the first request is made.
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CEditLine", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CLuaShims", dependencies: ["CLua", "CSimdJSON"]),
    .target(name: "CCurlShims", dependencies: ["CCurl"]),
    .target(name: "CStdlib"),
    .target(name: "CSystemShims"),

    // The recipe's side of the port: no threads, no I/O, no Foundation.
    .target(name: "MachinePort"),
    .target(name: "LuaBridge", dependencies: ["CLua", "CLuaShims"]),
    .target(name: "RecipeMachine", dependencies: ["LuaBridge", "MachinePort", "CStdlib"]),
    .target(name: "MachineDriver", dependencies: ["RecipeMachine", "MachinePort", "LuaBridge"]),
    .executableTarget(name: "ProspectWorker", dependencies: ["MachineDriver", "CSystemShims"]),

    // The host's side of the port.
    .target(name: "ProspectJSON", dependencies: ["CSimdJSON"]),
    .target(
      name: "ProspectAPI",
      dependencies: [
        "ProspectJSON", "CCurl", "CCurlShims", "CSystemShims",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(
      name: "ProspectJournal",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "ProspectRuntime",
      dependencies: [
        "MachinePort", "LuaBridge", "RecipeMachine", "MachineDriver", "CStdlib", "CSystemShims",
        "ProspectJSON", "ProspectAPI", "ProspectJournal",
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(name: "RecipeCheck", dependencies: ["ProspectAPI", "ProspectJSON"]),
    .target(name: "ProspectReference", dependencies: ["ProspectAPI", "ProspectJSON"]),
    .target(
      name: "ProspectSandbox",
      dependencies: [
        "ProspectJSON", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .target(
      name: "ProspectCLI",
      dependencies: [
        "ProspectAPI", "ProspectJSON", "ProspectReference", "ProspectRuntime", "RecipeCheck",
        "CEditLine", "CYAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "prospect-run", dependencies: ["ProspectCLI"]),
    .executableTarget(name: "prospect-sandbox", dependencies: ["ProspectCLI", "ProspectSandbox"]),

    // Tests mirror the sources. Those that start processes depend on the executables they start.
    .testTarget(name: "LuaBridgeTests", dependencies: ["LuaBridge"]),
    .testTarget(name: "MachinePortTests", dependencies: ["MachinePort"]),
    .testTarget(
      name: "RecipeMachineTests", dependencies: ["RecipeMachine", "LuaBridge", "MachinePort"]),
    .testTarget(
      name: "MachineDriverTests", dependencies: ["MachineDriver", "RecipeMachine", "MachinePort"]),
    .testTarget(name: "ProspectJSONTests", dependencies: ["ProspectJSON"]),
    .target(name: "ScriptedServer", dependencies: ["ProspectAPI"], path: "Tests/ScriptedServer"),
    .testTarget(
      name: "ProspectAPITests", dependencies: ["ProspectAPI", "ProspectJSON", "ScriptedServer"]),
    .testTarget(
      name: "RecipeCheckTests", dependencies: ["RecipeCheck", "ProspectAPI", "ProspectJSON"]),
    .testTarget(
      name: "ProspectReferenceTests",
      dependencies: ["ProspectReference", "ProspectAPI", "ProspectJSON"]),
    .testTarget(name: "ProspectJournalTests", dependencies: ["ProspectJournal"]),
    .testTarget(
      name: "ProspectRuntimeTests",
      dependencies: [
        "ProspectRuntime", "ProspectAPI", "ProspectJSON", "ProspectWorker", "ScriptedServer",
        "LuaBridge", "MachinePort", "CSystemShims",
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(name: "ProspectSandboxTests", dependencies: ["ProspectSandbox", "ProspectJSON"]),
    .testTarget(
      name: "ProspectCLITests",
      dependencies: [
        "ProspectAPI",
        "ProspectCLI", "ProspectRuntime", "ProspectJSON", "prospect-run", "prospect-sandbox",
        "ProspectWorker", "ScriptedServer", .product(name: "Logging", package: "swift-log"),
      ]),
  ],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
