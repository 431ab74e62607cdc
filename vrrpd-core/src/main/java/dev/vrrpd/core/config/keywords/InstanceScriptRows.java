package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.keywords.InstanceDraft.ROUTER;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.keywords.NotifyDraft.Occasion;
import java.util.List;
import java.util.Optional;

/** {@code vrrp_instance}: authentication and notify scripts that groups do not have. */
final class InstanceScriptRows {
  static final List<Directive<InstanceDraft>> ROWS =
      List.of(
          ROUTER
              .section(
                  "authentication",
                  AuthenticationRows.PASSWORD,
                  (i, header) -> Optional.of(new AuthenticationDraft(i.label(), header.span())),
                  (i, draft, _) -> i.authentication = Optional.of(draft))
              .otherwise("none")
              .summary("Version 2 only: a password in clear, or AH.")
              .example("authentication {\n    auth_type PASS\n    auth_pass s3cret\n}"),
          ROUTER
              .section(
                  "auth_hmac",
                  HmacRows.TABLE,
                  (i, header) -> Optional.of(new HmacDraft(i.label(), header.span())),
                  (i, draft, _) -> i.hmac = Optional.of(draft))
              .since("2.4.0")
              .otherwise("none")
              .summary("Signed advertisements, for both versions.")
              .example(
                  "auth_hmac {\n    key 1 a-text-of-thirty-two-to-64-octets\n    active_key 1\n}"),
          ROUTER
              .row("notify_deleted", new OptionalCommand(), InstanceDraft::notifyDeleted)
              .since("2.1.0")
              .firstWinning()
              .summary("Run when a reload removes the instance."),
          TrackingRows.notify(
                  ROUTER,
                  Occasion.RX_LOWER_PRIORITY,
                  "Run when an Active router hears a lower priority.")
              .since("2.0.6"));

  private InstanceScriptRows() {}

  /** A command, or none: then only the state word DELETED is used. */
  private record OptionalCommand() implements Argument<Optional<Placed<Command>>> {
    private static final CommandLine COMMAND = new CommandLine();

    @Override
    public Optional<Optional<Placed<Command>>> read(Line line) {
      return Optional.of(line.hasNext() ? COMMAND.read(line) : Optional.empty());
    }

    @Override
    public String syntax() {
      return "[" + COMMAND.syntax() + "]";
    }

    @Override
    public String range() {
      return COMMAND.range();
    }

    @Override
    public String example() {
      return COMMAND.example();
    }

    @Override
    public boolean optional() {
      return true;
    }

    @Override
    public String print(Optional<Placed<Command>> value) {
      return value.map(COMMAND::print).orElse("");
    }
  }
}
