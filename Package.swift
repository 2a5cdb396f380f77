// swift-tools-version: 6.2
import PackageDescription

// MARK: Rooms and who may import whom (the plan: README.md, "The map")

let swiftSettings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A fixed place in memory, so that 50 000 addresses need not be put right at each start.
///
/// That is a fifth of what a start takes. Only the tool has this; packages that use the library do
/// not see it.
let atFixedPlace = LinkerSetting.unsafeFlags(
  ["-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], hasGuide: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: hasGuide ? ["README.md"] : [],
    swiftSettings: swiftSettings)
}

func topic(_ name: String) -> Target {
  .target(
    name: name, dependencies: ["Plotting"], path: "Plugins/\(name)", swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The topics, each a module that others may import.
let topics = [
  "MultivariateCalculus", "ChainRule", "TaylorSeries", "Optimisation", "Regression", "Notation",
]

let package = Package(
  name: "mvplot",
  products: [
    .executable(name: "mvplot", targets: ["mvplot"]),
    .library(name: "Plotting", targets: ["Plotting"]),
    .library(name: "Commands", targets: ["Commands"]),
    .library(name: "StandardTopics", targets: ["StandardTopics"] + topics),
    .library(name: "Calculus", targets: ["Calculus"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // MARK: Libraries of the system: a module map and a shim each
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CVector", linkerSettings: [.linkedLibrary("m")]),
    // The reference LAPACK and BLAS go into the tool: they cost its start nothing, and a kernel
    // chosen by the processor would give other last digits, so other bytes, on another machine.
    .target(
      name: "CLAPACK",
      linkerSettings: [.linkedLibrary(":liblapack_pic.a"), .linkedLibrary(":libblas.a")]),

    // MARK: Mathematics
    room("Geometry"),
    room("Calculus", ["CVector", "CLAPACK"], hasGuide: true),
    room("Tracing", ["Geometry", "Calculus"]),

    // MARK: The picture
    room("Typesetting", ["Geometry", "CHarfBuzz", "CVector"]),
    room("Drawing", ["Geometry", "Typesetting", "CVector"]),
    room(
      "CairoRenderer",
      ["Drawing", "Typesetting", "Geometry", "CCairo", "CFreeType", "CDeflate"]),

    // MARK: The seam, the topics, the tool
    room("Plotting", ["Geometry", "Calculus", "Tracing", "Typesetting", "Drawing", "CVector"]),
    topic("MultivariateCalculus"),
    topic("ChainRule"),
    topic("TaylorSeries"),
    topic("Optimisation"),
    topic("Regression"),
    topic("Notation"),
    room(
      "StandardTopics",
      [
        "Plotting", "MultivariateCalculus", "ChainRule", "TaylorSeries", "Optimisation",
        "Regression", "Notation",
      ]),
    room("Commands", ["Plotting", "CairoRenderer", "CVector", "CYAML", argumentParser]),
    .executableTarget(
      name: "mvplot", dependencies: ["Commands", "StandardTopics"], swiftSettings: swiftSettings,
      linkerSettings: [atFixedPlace]),

    // MARK: Tests
    .target(
      name: "PageProbing", dependencies: ["Drawing", "Geometry", "Typesetting", "CVector"],
      path: "Tests/PageProbing", swiftSettings: swiftSettings),
    tests("CalculusTests", ["Calculus", "CVector"]),
    .executableTarget(
      name: "CalculusFuzz", dependencies: ["Calculus", "CVector"], path: "Tests/CalculusFuzz",
      swiftSettings: swiftSettings),
    tests("MultivariateCalculusTests", ["MultivariateCalculus", "Plotting"]),
    tests("ChainRuleTests", ["ChainRule", "Plotting"]),
    tests("TaylorSeriesTests", ["TaylorSeries", "Plotting"]),
    tests("OptimisationTests", ["Optimisation", "Plotting"]),
    tests("RegressionTests", ["Regression", "Plotting"]),
    tests("NotationTests", ["Notation", "Plotting"]),
    .testTarget(
      name: "ExampleTests",
      dependencies: ["CairoRenderer", "StandardTopics", "PageProbing", "Plotting"],
      exclude: ["Goldens"],
      swiftSettings: swiftSettings),
    tests("TracingTests", ["Tracing", "Calculus", "Geometry"]),
    tests("TypesettingTests", ["Typesetting", "Geometry"]),
    tests(
      "CairoRendererTests",
      [
        "CairoRenderer", "Drawing", "Typesetting", "Geometry", "CFreeType", "CDeflate", "CVector",
      ]),
    tests("PlottingTests", ["Plotting", "CVector"]),
    tests(
      "CommandsTests",
      [
        "Commands", "PageProbing", "Plotting", "StandardTopics", "MultivariateCalculus",
        "Optimisation", "CVector",
      ]),
    tests("ArchitectureTests", []),
    tests("DrawingTests", ["CVector", "Drawing", "Geometry", "PageProbing", "Typesetting"]),
  ],
  swiftLanguageModes: [.v6]
)

// The Swift of the documentation, gathered by Scripts/docs-check, is compiled with the rooms as they
// stand, so that it takes seconds. Nobody else sees the target.
if Context.environment["MVPLOT_SNIPPETS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "snippets",
      dependencies: ["Calculus", "Commands", "Plotting", "StandardTopics"]
        + topics.map { .byName(name: $0) },
      path: ".build-docs/snippets"))
}
