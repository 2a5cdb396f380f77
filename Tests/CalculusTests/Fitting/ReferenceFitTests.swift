import Calculus
import Testing

/// `reference_fits.json`: fits of a course, by an independent program.
struct ReferenceFitTests {
  struct File: Decodable { let fits: [Case] }

  struct Case: Decodable {
    let id: String
    let data: String
    let model: String
    let parameters: [String]
    let start: [Double]?
    let weights: String
    let estimate: [String: String]
    let chi2: String
    let dof: Int
    let believed: [String: String]?
    let scaled: [String: String]?
    let covariance: [[String]]?
    let pValue: String?
    let rSquared: String?

    enum CodingKeys: String, CodingKey {
      case id, data, model, parameters, start, weights, estimate, chi2, dof
      case believed = "sd_from_sigma"
      case scaled = "sd_scaled"
      case covariance = "covariance_unscaled"
      case pValue = "p_value"
      case rSquared = "r_squared"
    }

    /// The columns of x and y in the file.
    private var columns: (x: String, y: String) {
      switch data {
      case "heights.csv": ("height_cm", id.hasSuffix("amplitude") ? "count" : "density")
      case "hubble1929.csv": ("distance_Mpc", "velocity_km_s")
      case "old_faithful.csv": ("eruption_min", "waiting_min")
      case "anscombe.csv": ("x\(id.suffix(1))", "y\(id.suffix(1))")
      default: ("x", "y")
      }
    }

    func fit() throws -> Fit {
      let file = try Fixture.table(data)
      var table = ["x": file.columns[columns.x] ?? [], "y": file.columns[columns.y] ?? []]
      table["sigma"] = file.columns["sigma"] ?? file.columns["sigma_y"]
      table["tau"] = file.columns["sigma_x"]
      let hasErrors = weights != "unit"
      var fit = Fit(
        try FitModel(model, columns: table.keys.sorted(), parameters: parameters),
        to: try FitData(columns: table), errors: hasErrors ? "sigma" : nil)
      if weights.hasPrefix("errors in x") {
        fit.errorsInX = Fit.ColumnErrors(column: "x", errors: "tau")
      }
      for (name, value) in zip(parameters, start ?? []) { fit.start[name] = value }
      return fit
    }
  }

  @Test("every reference fit comes out, with errors of both kinds, covariance and p-value")
  func conformance() throws {
    let cases = try Fixture.load("reference_fits.json", as: File.self).fits
    for reference in cases {
      let result = try reference.fit().solved()
      check(reference, result)
    }
    print("reference_fits.json: \(cases.count) of 13 compared")
    #expect(cases.count == 13)
  }

  private func check(_ reference: Case, _ result: FitResult) {
    let id = reference.id
    for parameter in result.parameters {
      let name = parameter.name
      expect(parameter.value, reference.estimate[name], 10, "\(id), \(name)")
      if let believed = reference.believed?[name] {
        expect(parameter.standardError, believed, 10, "\(id), error of \(name)")
        expect(
          parameter.standardErrorScaled, reference.scaled?[name], 10, "\(id), scaled \(name)")
      } else if let scaled = reference.scaled?[name] {
        expect(parameter.standardError, scaled, 10, "\(id), error of \(name)")
        #expect(parameter.standardErrorScaled == nil)
      }
    }
    expect(result.chiSquared, reference.chi2, 10, "\(id), chi-squared")
    #expect(result.degreesOfFreedom == reference.dof)
    for (row, elements) in (reference.covariance ?? []).enumerated() {
      for (column, element) in elements.enumerated() {
        let expected = Double(element) ?? .nan
        let size =
          (result.unscaledCovariance[row, row] * result.unscaledCovariance[column, column])
          .squareRoot()
        let difference = abs(result.unscaledCovariance[row, column] - expected)
        #expect(difference <= 1e-10 * size, "\(id), covariance")
      }
    }
    if let p = reference.pValue {
      expect(result.pValue, p, 10, "\(id), p-value")
    } else if reference.weights == "unit" {
      #expect(result.pValue == nil, "\(id)")
    }
    if let square = reference.rSquared { expect(result.rSquared, square, 10, "\(id), R²") }
  }

  private func expect(
    _ value: Double?, _ expected: String?, _ digits: Double, _ what: String
  ) {
    let found = Fixture.digits(value ?? .nan, Double(expected ?? "") ?? .nan)
    #expect(found >= digits, "\(what): \(found) digits")
  }

  @Test("the reference fits are found without any start")
  func withoutStart() throws {
    let cases = try Fixture.load("reference_fits.json", as: File.self).fits
    for reference in cases {
      var fit = try reference.fit()
      fit.start = [:]
      let result = try fit.solved()
      for parameter in result.parameters {
        let expected = Double(reference.estimate[parameter.name] ?? "") ?? .nan
        // A width may come out with either sign.
        let found = Fixture.digits(abs(parameter.value), abs(expected))
        #expect(found >= 9, "\(reference.id), \(parameter.name)")
      }
    }
  }
}
