// swift-tools-version: 6.2
import PackageDescription

// A program of somebody else that embeds the runtime: it depends on prospect-run by path and on nothing else.
let package = Package(
  name: "HostPackage",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "prospect-run", path: "../..")],
  targets: [
    .executableTarget(
      name: "HostPackage",
      dependencies: [
        .product(name: "ProspectRuntime", package: "prospect-run"),
        // Not linked, but built beside the program: recipes run in it.
        .product(name: "prospect-worker", package: "prospect-run"),
      ])
  ]
)
