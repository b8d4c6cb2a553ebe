extension [Double] {
  /// The value that sorting would bring to a place; the order is changed (Hoare's quickselect).
  mutating func select(_ place: Int) -> Double {
    withUnsafeMutableBufferPointer { values in
      var (low, high) = (0, values.count - 1)
      while low < high {
        let pivot = values[(low + high) / 2]
        var (left, right) = (low, high)
        while left <= right {
          while values[left] < pivot { left += 1 }
          while values[right] > pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if place > right, place < left { break }
        if place <= right { high = right } else { low = left }
      }
      return values[place]
    }
  }
}
