/// Where a country is drawn on a map: simplified, in tenths of a degree of longitude and latitude.
package enum Outline: Sendable, Equatable {
  /// Rings of (longitude, latitude), filled by the even-odd rule.
  case area([[MapPoint]])
  /// A country too small for an outline.
  case point(MapPoint)

  /// A place in tenths of a degree; east and north are positive.
  package struct MapPoint: Sendable, Equatable {
    /// Longitude, −1800 to 1800.
    package let longitude: Int
    /// Latitude, −900 to 900.
    package let latitude: Int

    package init(longitude: Int, latitude: Int) { (self.longitude, self.latitude) = (longitude, latitude) }
  }
}
