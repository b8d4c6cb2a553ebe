import IndexModel

/// The frame of the world map: the Equal Earth world without the Antarctic, as whole units.
struct MapFrame {
  /// 11° E puts the cut into the Bering Strait, so that it runs through no country.
  static let centralMeridian = 110
  static let northEdge = 84.0
  static let southEdge = -57.0
  static let width = 10_000

  private let scale: Double
  private let top: Double
  let height: Int

  init() {
    scale = Double(Self.width) / 2 / EqualEarth.project(longitude: 180, latitude: 0).x
    top = EqualEarth.project(longitude: 0, latitude: Self.northEdge).y
    let bottom = EqualEarth.project(longitude: 0, latitude: Self.southEdge).y
    height = Int(((top - bottom) * scale).rounded(.up))
  }

  /// Where a place is drawn; degrees, longitude counted from the central meridian.
  func place(longitude: Double, latitude: Double) -> (x: Int, y: Int) {
    let point = EqualEarth.project(longitude: min(longitude, 180), latitude: latitude)
    return (Self.width / 2 + Int((point.x * scale).rounded()), Int(((top - point.y) * scale).rounded()))
  }

  /// Where a place is drawn; `shift` moves what lies west of the cut to the eastern edge.
  func place(_ point: Outline.MapPoint, shift: Int) -> (x: Int, y: Int) {
    place(
      longitude: Double(point.longitude + shift - Self.centralMeridian) / 10,
      latitude: Double(point.latitude) / 10)
  }

  /// The shift of a whole ring: 360° when its middle lies west of the cut, so that no island is torn.
  func shift(of ring: [Outline.MapPoint]) -> Int {
    let sum = ring.reduce(0) { $0 + $1.longitude }
    return sum < (Self.centralMeridian - 1800) * ring.count ? 3600 : 0
  }
}
