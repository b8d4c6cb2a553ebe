import ArgumentParser

/// Beside whom countries are set.
struct PeerOptions: ParsableArguments {
  @Option(
    help: .of(
      "Beside whom: income (the income group), region, subregion, neighbours, or countries such as "
        + "KEN,UGA. Default: the income group; the region of a country that is in none.", "peers")) var peers:
    String?
}
