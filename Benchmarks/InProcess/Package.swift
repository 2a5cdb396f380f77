// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "InProcess",
  dependencies: [
    .package(name: "mvplot", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "in-process",
      dependencies: [
        .product(name: "Plotting", package: "mvplot"),
        .product(name: "StandardTopics", package: "mvplot"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
