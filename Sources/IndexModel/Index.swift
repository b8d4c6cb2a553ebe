/// A place in a list of what it is of, from 0. The compiler tells the places of different lists apart.
@usableFromInline package struct Index<Of>: Hashable, Comparable, Strideable, Sendable {
  @usableFromInline package let value: Int

  @inlinable package init(_ value: Int) { self.value = value }

  /// The places of a list of so many.
  @inlinable package static func all(_ count: Int) -> Range<Self> { Self(0)..<Self(count) }

  @inlinable package static func == (one: Self, other: Self) -> Bool { one.value == other.value }
  @inlinable package static func < (one: Self, other: Self) -> Bool { one.value < other.value }
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(value) }
  @inlinable package func distance(to other: Self) -> Int { other.value - value }
  @inlinable package func advanced(by places: Int) -> Self { Self(value + places) }
}

/// A place in `ObservationCube.countries`.
package typealias CountryIndex = Index<Country>
/// A place in the countries of a table of scores, which are those within the scope of its lens.
package typealias RowIndex = Index<TableRow>
/// A place in `Framework.nodes`.
package typealias NodeIndex = Index<Framework.Node>
/// A place in `Framework.indicators`.
package typealias IndicatorIndex = Index<Indicator>

/// What a `RowIndex` is of.
package enum TableRow {}

extension Array {
  /// The element at a place, of this list or of one that it runs beside. The compiler looks at it last:
  /// arithmetic on elements at plain places would else take it too long.
  @inlinable @_disfavoredOverload package subscript<Of>(index: IndexModel.Index<Of>) -> Element {
    _read { yield self[index.value] }
    _modify { yield &self[index.value] }
  }
}
