extension RowReader {
  /// What the loop over rows works with. One core at a time has it: each piece of a table is read
  /// with tools of its own, and nobody uses them afterwards.
  final class Tools: @unchecked Sendable {
    let lanes: RowLanes
    let lookup: CountryLookup

    init(_ plan: RowPlan, _ countries: CountryTable) {
      lanes = RowLanes(plan)
      lookup = CountryLookup(countries, plan.form.countryColumns)
    }
  }
}
