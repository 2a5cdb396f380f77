/// The parameters that fit best, how sure they are, and how well they fit.
public struct FitResult: Hashable, Sendable, Codable {
  /// A parameter with its value and its errors.
  public struct Parameter: Hashable, Sendable, Codable {
    /// How a parameter took part.
    public enum Role: String, Hashable, Sendable, Codable { case free, fixed, atBound }
    /// The name in the model.
    public let name: String
    /// The value.
    public let value: Double
    /// The unit, where one was given.
    public let unit: String?
    /// The square root of the parameter's element of `covariance`; 0 for one that is held.
    ///
    /// `nil` where there is none: as many points as parameters, or not determined by the data.
    public let standardError: Double?
    /// The standard error if only the proportions of the errors are believed.
    ///
    /// That is `standardError` times √(χ²/ν). `nil` without errors, where `standardError` is that
    /// already.
    public let standardErrorScaled: Double?
    /// How the parameter took part.
    public let role: Role
  }

  /// The model.
  public let model: FitModel
  /// The parameters in the order of the model.
  public let parameters: [Parameter]
  /// The covariance of the parameters: (JᵀWJ)⁻¹ with believed errors, else times χ²/ν.
  ///
  /// Zeros for parameters that are held, NaN where there is none.
  public let covariance: Matrix
  /// (JᵀWJ)⁻¹ with W = 1/σ², without any scaling.
  public let unscaledCovariance: Matrix
  /// Σ ((y − f)/σ)²; with errors in x the squared distances.
  public let chiSquared: Double
  /// ν: the points less the parameters that were not fixed.
  public let degreesOfFreedom: Int
  /// Whether errors were given and believed.
  public let errorsAreBelieved: Bool
  /// P(χ² larger) if model and errors are right; `nil` without errors and for ν = 0.
  public let pValue: Double?
  /// 1 − χ²/Σ((y − ȳ)/σ)² about the weighted mean; `nil` where y does not vary.
  public let rSquared: Double?
  /// 1 − χ²/Σ(y/σ)²: for models without a constant; `nil` where y is 0.
  public let rSquaredAboutZero: Double?
  /// The steps that were tried; 0 for linear models.
  public let iterations: Int
  /// How the fit ended.
  public let verdict: FitVerdict
  /// y − f in the rows that were used.
  public let residuals: [Double]
  /// (y − f)/σ, or the signed distances where x has errors: their squares sum to χ².
  public let weightedResiduals: [Double]
  /// The rows that were used, from 0.
  public let rows: [Int]
  /// The rows that were left out because a number is missing, from 0.
  public let skippedRows: [Int]
  /// The typical error of a measurement of y: √(χ²/ν), or the given ones' root mean square.
  @CodableNumber var noise: Double
  /// R of the scaled Jacobian of the determined parameters, for bands.
  let factor: BandFactor

  /// χ²/ν; `nil` for ν = 0.
  public var reducedChiSquared: Double? {
    degreesOfFreedom > 0 ? chiSquared / Double(degreesOfFreedom) : nil
  }

  /// √(χ²/ν): the standard deviation of the residuals where σ = 1; `nil` for ν = 0.
  public var residualStandardDeviation: Double? { reducedChiSquared?.squareRoot() }

  /// The value of a parameter, or `nil` where there is none of the name.
  public subscript(name: String) -> Double? { parameters.first { $0.name == name }?.value }

  /// The correlation of two parameters by their places, between −1 and 1.
  public func correlation(_ i: Int, _ j: Int) -> Double {
    unscaledCovariance[i, j]
      / (unscaledCovariance[i, i].squareRoot() * unscaledCovariance[j, j].squareRoot())
  }
}

/// R and the scales of the columns of a Jacobian: (JᵀJ)⁻¹ = S R⁻¹ R⁻ᵀ S.
struct BandFactor: Hashable, Sendable, Codable {
  /// The places of the parameters.
  let places: [Int]
  /// What each column was multiplied by.
  let scales: [Double]
  /// The upper triangle.
  let r: Matrix

  /// gᵀ(JᵀJ)⁻¹g as a sum of squares, for a gradient by all parameters.
  func variance(_ gradient: [Double]) -> Double {
    var z = zip(places, scales).map { gradient[$0] * $1 }
    var sum = 0.0
    for row in z.indices {
      for column in 0..<row { z[row] -= r[column, row] * z[column] }
      z[row] /= r[row, row]
      sum += z[row] * z[row]
    }
    return sum
  }
}
