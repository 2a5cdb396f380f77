// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "OwnTopic",
  dependencies: [
    .package(name: "mvplot", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "lectures",
      dependencies: [
        .product(name: "Commands", package: "mvplot"),
        .product(name: "Plotting", package: "mvplot"),
        .product(name: "StandardTopics", package: "mvplot"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
