package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.PacingConfig;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@code garp_group} while it is read. */
final class PaceDraft extends Draft {
  static final Keywords<PaceDraft> PACE = new Keywords<>();

  Duration arp = Duration.ZERO;
  Duration advertisement = Duration.ZERO;
  final List<InterfaceName> links = new ArrayList<>();

  PaceDraft(Span header) {
    super(header);
  }

  PacingConfig.Group complete() {
    return new PacingConfig.Group(new PacingConfig.Pace(arp, advertisement), links);
  }
}
