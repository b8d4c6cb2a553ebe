import Glibc

/// The Equal Earth projection of Šavrič, Patterson and Jenny (2018), on a sphere of radius 1.
///
/// Equal area, because a choropleth speaks through areas.
enum EqualEarth {
  private static let a1 = 1.340264
  private static let a2 = -0.081106
  private static let a3 = 0.000893
  private static let a4 = 0.003796

  /// The place of a point; degrees, longitude counted from the central meridian.
  static func project(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let root = 3.0.squareRoot()
    let angle = asin(root / 2 * sin(latitude * .pi / 180))
    let square = angle * angle
    let sixth = square * square * square
    let slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    let x = 2 * root * longitude * .pi / 180 * cos(angle) / (3 * slope)
    let y = angle * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return (x, y)
  }
}
