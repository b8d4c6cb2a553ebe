import HumanSecurityIndex

let ranking = try IndexFolder().score()
for country in ranking.countries.prefix(10) {
  guard let rank = country.rank, let interval = country.rankInterval else { break }
  print(rank, "(\(interval.lowerBound) to \(interval.upperBound))", country.name)
}
