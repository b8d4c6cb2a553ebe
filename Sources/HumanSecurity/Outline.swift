/// Where a country is drawn on a map: simplified, in tenths of a degree of longitude and latitude.
public enum Outline: Sendable, Equatable {
  /// Rings of (longitude, latitude), filled by the even-odd rule.
  case area([[MapPoint]])
  /// A country too small for an outline.
  case point(MapPoint)

  /// A place in tenths of a degree; east and north are positive.
  public struct MapPoint: Sendable, Equatable {
    /// Longitude, −1800 to 1800.
    public let longitude: Int
    /// Latitude, −900 to 900.
    public let latitude: Int

    /// A place.
    public init(longitude: Int, latitude: Int) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }
}
