package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.LinksConfig;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.Optional;

/** {@code INTERFACE DOWN [UP]}: an entry of {@code interface_up_down_delays}. */
record DelayWords() implements Argument<LinksConfig.Delay> {
  private static final Argument<InterfaceName> LINK = Arguments.interfaceName();
  private static final Argument<Duration> DELAY = Arguments.seconds("0", "255");

  @Override
  public Optional<LinksConfig.Delay> read(Line line) {
    Optional<InterfaceName> link = LINK.read(line);
    Optional<Duration> down = DELAY.read(line);
    Optional<Duration> up = line.hasNext() ? DELAY.read(line) : Optional.of(Duration.ZERO);
    return link.isPresent() && down.isPresent() && up.isPresent()
        ? Optional.of(new LinksConfig.Delay(link.get(), down.get(), up.get()))
        : Optional.empty();
  }

  @Override
  public String syntax() {
    return "INTERFACE DOWN [UP]";
  }

  @Override
  public String range() {
    return "0 to 255 s";
  }

  @Override
  public String example() {
    return "eth0 0.5 2";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(LinksConfig.Delay value) {
    return "%s %s %s".formatted(value.link(), DELAY.print(value.down()), DELAY.print(value.up()));
  }
}
