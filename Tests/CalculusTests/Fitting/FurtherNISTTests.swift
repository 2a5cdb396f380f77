import Calculus
import Testing

/// Sets of NIST's StRD beyond the file: the certified values have 11 digits.
struct FurtherNISTTests {
  struct Case: Sendable {
    let name: String
    let model: String
    let x: [Double]
    let y: [Double]
    let starts: [[Double]]
    let certified: [Double]
    let residualSum: Double
  }

  private static let misra: (x: [Double], y: [Double]) = (
    [
      77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1,
      760,
    ],
    [
      10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47,
      81.78,
    ]
  )

  static let cases = [
    Case(
      name: "MGH10", model: "b1*exp(b2/(x+b3))", x: (0..<16).map { 50 + 5 * Double($0) },
      y: [
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820,
        3307, 2872,
      ],
      starts: [[2, 400_000, 25000], [0.02, 4000, 250]],
      certified: [5.6096364710e-3, 6.1813463463e3, 3.4522363462e2], residualSum: 87.945855171),
    Case(
      name: "Rat43", model: "b1/((1+exp(b2-b3*x))^(1/b4))", x: (1...15).map { Double($0) },
      y: [
        16.08, 33.83, 65.8, 97.2, 191.55, 326.2, 386.87, 520.53, 590.03, 651.92, 724.93, 699.56,
        689.96, 637.56, 717.41,
      ],
      starts: [[100, 10, 1, 1], [700, 5, 0.75, 1.3]],
      certified: [699.64151270, 5.2771253025, 0.75962938329, 1.2792483859],
      residualSum: 8786.4049080),
    Case(
      name: "Thurber", model: "(b1+b2*x+b3*x^2+b4*x^3)/(1+b5*x+b6*x^2+b7*x^3)",
      x: [
        -3.067, -2.981, -2.921, -2.912, -2.84, -2.797, -2.702, -2.699, -2.633, -2.481, -2.363,
        -2.322, -1.501, -1.46, -1.274, -1.212, -1.1, -1.046, -0.915, -0.714, -0.566, -0.545, -0.4,
        -0.309, -0.109, -0.103, 0.01, 0.119, 0.377, 0.79, 0.963, 1.006, 1.115, 1.572, 1.841,
        2.047, 2.2,
      ],
      y: [
        80.574, 84.248, 87.264, 87.195, 89.076, 89.608, 89.868, 90.101, 92.405, 95.854, 100.696,
        101.06, 401.672, 390.724, 567.534, 635.316, 733.054, 759.087, 894.206, 990.785, 1090.109,
        1080.914, 1122.643, 1178.351, 1260.531, 1273.514, 1288.339, 1327.543, 1353.863, 1414.509,
        1425.208, 1421.384, 1442.962, 1464.35, 1468.705, 1447.894, 1457.628,
      ],
      starts: [[1000, 1000, 400, 40, 0.7, 0.3, 0.03], [1300, 1500, 500, 75, 1, 0.4, 0.05]],
      certified: [
        1288.1396800, 1491.0792535, 583.23836877, 75.416644291, 0.96629502864, 0.39797285797,
        0.049727297349,
      ], residualSum: 5642.7082397),
    Case(
      name: "Misra1b", model: "b1*(1-(1+b2*x/2)^(-2))", x: misra.x, y: misra.y,
      starts: [[500, 1e-4], [300, 2e-4]], certified: [337.99746163, 3.9039091287e-4],
      residualSum: 0.075464681533),
    Case(
      name: "Misra1d", model: "b1*b2*x*((1+b2*x)^(-1))", x: misra.x, y: misra.y,
      starts: [[500, 1e-4], [300, 3e-4]], certified: [437.36970754, 3.0227324449e-4],
      residualSum: 0.056419295283),
  ]

  @Test("further NIST sets come out to their digits from both starts", arguments: cases)
  func certified(problem: Case) throws {
    let model = try FitModel(problem.model, columns: ["x", "y"])
    let names = problem.certified.indices.map { "b\($0 + 1)" }
    #expect(model.parameters.sorted() == names)
    for start in problem.starts {
      let named = Dictionary(uniqueKeysWithValues: zip(names, start))
      let result = try Fit(
        model, to: FitData(x: problem.x, y: problem.y), errors: nil, start: named
      ).solved()
      for (name, expected) in zip(names, problem.certified) {
        let digits = Fixture.digits(result[name] ?? .nan, expected)
        #expect(digits >= 9.5, "\(problem.name), \(name): \(digits)")
      }
      #expect(Fixture.digits(result.chiSquared, problem.residualSum) >= 9.5, "\(problem.name)")
    }
  }
}
