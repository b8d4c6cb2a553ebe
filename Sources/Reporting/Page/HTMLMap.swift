import IndexModel
import Tabular

/// The world map: a choropleth of the index scores, each country a link to its section.
struct HTMLMap {
  let report: Report
  let outlines: [(code: CountryCode, outline: Outline)]
  private let frame = MapFrame()
  private let pageByCode: [CountryCode: Report.CountryPage]

  init(_ report: Report, _ outlines: [(code: CountryCode, outline: Outline)]) {
    self.report = report
    self.outlines = outlines
    pageByCode = Dictionary(
      (report.ranked + report.withheld).map { ($0.country.code, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  func write(to out: inout HTMLWriter) {
    guard !outlines.isEmpty else { return }
    out.markup(
      """
      <section id=map aria-labelledby=map-h><h2 id=map-h>The world by score</h2>
      <figure><svg class=map role=group aria-labelledby=map-h \
      viewBox="0 0 \(MapFrame.width) \(frame.height)">
      <defs><pattern id=hatch width=70 height=70 patternUnits=userSpaceOnUse \
      patternTransform="rotate(45)"><rect width=70 height=70 class=hb />\
      <rect width=28 height=70 class=hl /></pattern></defs>\n
      """)
    writeSea(to: &out)
    for (code, outline) in outlines {
      guard case .area(let rings) = outline else { continue }
      writeArea(rings, pageByCode[code], to: &out)
    }
    // Points last, so that no neighbour covers them.
    for (code, outline) in outlines {
      guard case .point(let point) = outline, let page = pageByCode[code] else { continue }
      writePoint(point, page, to: &out)
    }
    out.markup("</svg>\n<figcaption>")
    writeLegend(to: &out)
    out.markup(
      """
      <p class=note>Equal Earth projection; outlines simplified from Natural Earth. \
      \(Heading.capitalised(report.lens.index.units)) too small to draw are dots. Each shape leads to the page of its \(report.lens.index.unit), \
      as its name in the ranking does. Boundaries and names imply no opinion on the legal \
      status of any territory.</p></figcaption></figure></section>\n
      """)
  }

  // MARK: - Background

  private func writeSea(to out: inout HTMLWriter) {
    let latitudes = Array(stride(from: MapFrame.southEdge, through: MapFrame.northEdge, by: 3))
    let east = latitudes.map { frame.place(longitude: 180, latitude: $0) }
    let west = latitudes.reversed().map { frame.place(longitude: -180, latitude: $0) }
    out.markup(#"<path class=sea d=""#)
    writeLine(east + west, to: &out)
    out.markup("z\"/>\n<path class=grid d=\"")
    for longitude in stride(from: -150.0, through: 180, by: 30) {
      let fromCentre = longitude - Double(MapFrame.centralMeridian) / 10
      writeLine(
        stride(from: MapFrame.southEdge, through: MapFrame.northEdge, by: 3).map {
          frame.place(longitude: fromCentre, latitude: $0)
        }, to: &out)
    }
    for latitude in stride(from: -30.0, through: 60, by: 30) {
      writeLine([-180, 180].map { frame.place(longitude: $0, latitude: latitude) }, to: &out)
    }
    out.markup("\"/>\n")
  }

  private func writeLegend(to out: inout HTMLWriter) {
    out.markup("<ul class=legend><li class=lt>Index score")
    let index = report.lens.index
    for step in 0...index.bands.count {
      out.markup("<li><i class=s\(index.shade(of: step))></i>\(index.label(step))")
    }
    out.markup("<li><i class=hatched></i>unranked<li><i class=out></i>not in scope</ul>")
  }

  // MARK: - Countries

  private func writeArea(_ rings: [[Outline.MapPoint]], _ page: Report.CountryPage?, to out: inout HTMLWriter)
  {
    out.markup(#"\#(opening(page))<path\#(fill(page)) d=""#)
    for ring in rings where ring.count > 2 { writeRing(ring, to: &out) }
    out.markup(#""/>\#(closing(page))"#)
  }

  private func writePoint(_ point: Outline.MapPoint, _ page: Report.CountryPage, to out: inout HTMLWriter) {
    let (x, y) = frame.place(point, shift: frame.shift(of: [point]))
    out.markup("\(opening(page))<circle\(fill(page)) cx=\(x) cy=\(y) r=34 />\(closing(page))")
  }

  private func fill(_ page: Report.CountryPage?) -> Markup {
    guard let page else { return " class=out" }
    return "\(colourOf: page.score, report.lens.index)"
  }

  /// The links take no tab stops: the ranking holds the same ones in an order that says more.
  private func opening(_ page: Report.CountryPage?) -> Markup {
    guard let page else { return "" }
    let standing =
      page.rank.map { "rank \($0), score " + NumberFormat.fixed(page.score, 1) } ?? "unranked, "
      + (page.withheldBecause ?? "no score")
    let country = page.country
    return """
      <a tabindex=-1 href="#c-\(country.code)"><title>\(country.name): \(standing)</title>
      """
  }

  private func closing(_ page: Report.CountryPage?) -> Markup { page == nil ? "\n" : "</a>\n" }

  // MARK: - Lines

  /// A ring that was cut at the antimeridian is left open along the cut: the fill closes by
  /// itself and no border is drawn across the country.
  private func writeRing(_ ring: [Outline.MapPoint], to out: inout HTMLWriter) {
    let cut = ring.indices.first { index in
      let next = ring[(index + 1) % ring.count]
      return abs(ring[index].longitude) == 1800 && ring[index].longitude == next.longitude
    }
    let start = cut.map { ($0 + 1) % ring.count } ?? 0
    let shift = frame.shift(of: ring)
    writeLine((ring[start...] + ring[..<start]).map { frame.place($0, shift: shift) }, to: &out)
    if cut == nil { out.markup("z") }
  }

  /// Writes points as one line, in steps from point to point, which take the fewest digits.
  private func writeLine(_ points: [(x: Int, y: Int)], to out: inout HTMLWriter) {
    guard var last = points.first else { return }
    out.markup("M\(last.x) \(last.y)l")
    for (place, point) in points.dropFirst().enumerated() {
      let step = (x: point.x - last.x, y: point.y - last.y)
      if place > 0, step.x >= 0 { out.literal(" ") }
      out.integer(step.x)
      if step.y >= 0 { out.literal(" ") }
      out.integer(step.y)
      last = point
    }
  }
}
