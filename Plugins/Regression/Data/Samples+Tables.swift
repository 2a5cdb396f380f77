extension Samples {
  /// Fifteen points on 4.5 exp(-0.7 x) + 0.9 with errors.
  static let decay = Sample(
    name: "decay",
    text: """
      # 4.5 exp(-0.7 x) + 0.9 with noise of known size (public domain).
      x,y,sigma
      0.3,4.18,0.31
      0.7,3.34,0.28
      1.1,3.16,0.26
      1.6,1.82,0.24
      2.0,1.98,0.23
      2.6,1.13,0.22
      3.1,1.65,0.21
      3.7,1.28,0.21
      4.3,1.39,0.2
      5.0,0.94,0.2
      5.6,1.07,0.2
      6.3,0.90,0.2
      7.1,0.78,0.2
      7.9,0.95,0.2
      8.8,0.66,0.2
      """)

  /// Distances and velocities of galaxies.
  static let hubble = Sample(
    name: "hubble",
    text: """
      # E. Hubble (1929), PNAS 15, 168-173, Table 1: distances in the scale of that year.
      object,distance (Mpc),velocity (km/s)
      S. Mag.,0.032,170
      L. Mag.,0.034,290
      NGC 6822,0.214,-130
      NGC 598,0.263,-70
      NGC 221,0.275,-185
      NGC 224,0.275,-220
      NGC 5457,0.45,200
      NGC 4736,0.5,290
      NGC 5194,0.5,270
      NGC 4449,0.63,200
      NGC 4214,0.8,300
      NGC 3031,0.9,-30
      NGC 3627,0.9,650
      NGC 4826,0.9,150
      NGC 5236,0.9,500
      NGC 1068,1.0,920
      NGC 5055,1.1,450
      NGC 7331,1.1,500
      NGC 4258,1.4,500
      NGC 4151,1.7,960
      NGC 4382,2.0,500
      NGC 4472,2.0,850
      NGC 4486,2.0,800
      NGC 4649,2.0,1090
      """)

  /// A line with errors in both coordinates.
  static let pearson = Sample(
    name: "pearson",
    text: """
      # K. Pearson (1901), Phil. Mag. 2, 559-572; errors after D. York (1966),
      # Can. J. Phys. 44, 1079-1086: one over the root of the weights.
      x,y,sigma_x,sigma_y
      0,5.9,0.0316228,1
      0.9,5.4,0.0316228,0.745356
      1.8,4.4,0.0447214,0.5
      2.6,4.6,0.0353553,0.353553
      3.3,3.5,0.0707107,0.223607
      4.4,3.7,0.111803,0.223607
      5.2,2.8,0.129099,0.119523
      6.1,2.8,0.223607,0.119523
      6.5,2.4,0.745356,0.1
      7.4,1.5,1,0.0447214
      """)

  /// A histogram of two thousand heights.
  static let heights = Sample(
    name: "heights",
    text: """
      # 2000 normal heights from a fixed generator (public domain): counts in bins of 2 cm.
      height (cm),count,density
      151.0,0,0.000000
      153.0,1,0.000250
      155.0,2,0.000500
      157.0,4,0.001000
      159.0,10,0.002500
      161.0,14,0.003500
      163.0,31,0.007750
      165.0,50,0.012500
      167.0,66,0.016500
      169.0,96,0.024000
      171.0,130,0.032500
      173.0,174,0.043500
      175.0,205,0.051250
      177.0,206,0.051500
      179.0,205,0.051250
      181.0,208,0.052000
      183.0,162,0.040500
      185.0,135,0.033750
      187.0,126,0.031500
      189.0,76,0.019000
      191.0,52,0.013000
      193.0,25,0.006250
      195.0,9,0.002250
      197.0,12,0.003000
      199.0,0,0.000000
      201.0,0,0.000000
      203.0,1,0.000250
      205.0,0,0.000000
      """)

  /// Few points on a bent curve: their chi-squared has a bent valley.
  static let saturation = Sample(
    name: "saturation",
    text: """
      # 18 (1 - exp(-0.5 x)) with noise (public domain).
      x,y,sigma
      0.5,4.4,1.0
      1,7.3,1.0
      2,11.0,1.2
      3,14.6,1.4
      5,16.2,1.6
      8,18.1,1.8
      """)

  /// Girth, height and volume of trees: two predictors.
  static let trees = Sample(
    name: "trees",
    text: """
      # Black cherry trees: T. A. Ryan et al. (1976), The Minitab Student Handbook.
      # Girth in inches, height in feet, volume in cubic feet.
      girth,height,volume
      8.3,70,10.3
      8.6,65,10.3
      8.8,63,10.2
      10.5,72,16.4
      10.7,81,18.8
      10.8,83,19.7
      11.0,66,15.6
      11.0,75,18.2
      11.1,80,22.6
      11.2,75,19.9
      11.3,79,24.2
      11.4,76,21.0
      11.4,76,21.4
      11.7,69,21.3
      12.0,75,19.1
      12.9,74,22.2
      12.9,85,33.8
      13.3,86,27.4
      13.7,71,25.7
      13.8,64,24.9
      14.0,78,34.5
      14.2,80,31.7
      14.5,74,36.3
      16.0,72,38.3
      16.3,77,42.6
      17.3,81,55.4
      17.5,82,55.7
      17.9,80,58.3
      18.0,80,51.5
      18.0,80,51.0
      20.6,87,77.0
      """)

  /// Four pairs of columns with the same line and very different pictures.
  static let anscombe = Sample(
    name: "anscombe",
    text: """
      # F. J. Anscombe (1973), The American Statistician 27, 17-21.
      x1,y1,x2,y2,x3,y3,x4,y4
      10,8.04,10,9.14,10,7.46,8,6.58
      8,6.95,8,8.14,8,6.77,8,5.76
      13,7.58,13,8.74,13,12.74,8,7.71
      9,8.81,9,8.77,9,7.11,8,8.84
      11,8.33,11,9.26,11,7.81,8,8.47
      14,9.96,14,8.1,14,8.84,8,7.04
      6,7.24,6,6.13,6,6.08,8,5.25
      4,4.26,4,3.1,4,5.39,19,12.5
      12,10.84,12,9.13,12,8.15,8,5.56
      7,4.82,7,7.26,7,6.42,8,7.91
      5,5.68,5,4.74,5,5.73,8,6.89
      """)
}
