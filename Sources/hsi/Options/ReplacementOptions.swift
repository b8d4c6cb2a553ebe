import ArgumentParser
import HumanSecurityIndex

/// What may happen to the figures that an indicator has already.
struct ReplacementOptions: ParsableArguments {
  @Flag(help: "Let figures stay that the new tables do not have, such as those of earlier years.") var keep =
    false

  @Flag(
    help: """
      Write even when many of the present figures would be gone, or the new ones look like another \
      unit or another series.
      """) var force = false

  var choice: ReplacementChoice { ReplacementChoice(keep: keep, force: force) }
}
