package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.TrackerConfigs;
import java.math.BigDecimal;
import java.time.Duration;

/** {@code track_file}, {@code vrrp_track_process} and {@code bfd_instance} with all defaults. */
final class TrackerText {
  private final Blocks out;

  TrackerText(Blocks out) {
    this.out = out;
  }

  void write(TrackerConfigs trackers) {
    trackers.files().forEach(this::file);
    trackers.processes().forEach(this::process);
    trackers.sessions().forEach(this::session);
  }

  private void file(FileConfig file) {
    out.open("track_file " + Blocks.quoted(file.name()));
    out.line("file", Blocks.quoted(file.path()));
    weight(file.weight(), file.reverse());
    file.initial()
        .ifPresent(initial ->
            out.line("init_file", initial.value() + (initial.overwrite() ? " overwrite" : "")));
    out.close();
  }

  private void process(ProcessCountConfig process) {
    out.open("vrrp_track_process " + Blocks.quoted(process.name()));
    out.line("process", String.join(" ", process.command().stream().map(Blocks::quoted).toList()));
    switch (process.match()) {
      case NAME -> {}
      case PROGRAM -> out.flag("full_command", true);
      case EXACT -> out.flag("param_match", true);
      case FIRST -> out.line("param_match", "partial");
      case BEGINNING -> out.line("param_match", "initial");
    }
    weight(process.weight(), process.reverse());
    if (process.quorum() > 0) {
      out.line("quorum", process.quorum());
    }
    process.quorumMax().ifPresent(most -> out.line("quorum_max", most));
    delay("fork_delay", process.forkDelay());
    delay("terminate_delay", process.terminateDelay());
    out.close();
  }

  private void delay(String keyword, Duration delay) {
    if (!delay.isZero()) {
      out.line(keyword, Blocks.seconds(delay));
    }
  }

  private void session(BfdConfig session) {
    out.open("bfd_instance " + Blocks.quoted(session.name()));
    out.line("neighbor_ip", session.neighbor());
    session.source().ifPresent(source -> out.line("source_ip", source));
    out.line("min_rx", milliseconds(session.minRx()));
    out.line("min_tx", milliseconds(session.minTx()));
    out.line("idle_tx", milliseconds(session.idleTx()));
    out.line("multiplier", session.multiplier());
    out.flag("passive", session.passive());
    out.line("ttl", session.ttl());
    out.line("max_hops", session.maxHops().orElse(-1));
    out.flag("multihop", session.multihop());
    weight(session.weight(), session.reverse());
    out.close();
  }

  private void weight(int weight, boolean reverse) {
    out.line("weight", weight + (reverse ? " reverse" : ""));
  }

  private static String milliseconds(Duration duration) {
    BigDecimal value = BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }
}
