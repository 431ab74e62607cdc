package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/** {@code [all] SECONDS}: announcements on the other interfaces of an instance's addresses. */
record ExtraInterfaceWords(int least) implements Argument<AnnouncementConfig.Elsewhere> {
  @Override
  public Optional<AnnouncementConfig.Elsewhere> read(Line line) {
    boolean all = line.peek().filter(word -> word.text().equals("all")).isPresent();
    if (all) {
      line.take();
    }
    return Arguments.wholeSeconds(least, 86_400)
        .read(line)
        .map(period -> new AnnouncementConfig.Elsewhere(all, period));
  }

  @Override
  public String syntax() {
    return "[all] SECONDS";
  }

  @Override
  public String range() {
    return least + " to 86400 s";
  }

  @Override
  public String example() {
    return "all 10";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(AnnouncementConfig.Elsewhere value) {
    return (value.all() ? "all " : "") + value.period().toSeconds();
  }
}
