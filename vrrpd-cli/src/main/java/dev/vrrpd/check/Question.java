package dev.vrrpd.check;

import dev.vrrpd.core.track.ScriptOutcome;
import io.netty.channel.Channel;
import java.util.Optional;
import java.util.function.Consumer;

/** One question under way: the first answer counts and ends it. Confined to the checks' thread. */
final class Question {
  private static final int LONGEST_REASON = 120;

  private final Consumer<ScriptOutcome> onEnd;
  private Optional<Channel> channel = Optional.empty();
  private boolean ended;

  Question(Consumer<ScriptOutcome> onEnd) {
    this.onEnd = onEnd;
  }

  /** Closed when the question is answered. */
  void by(Channel opened) {
    channel = Optional.of(opened);
    if (ended) {
      var _ = opened.close();
    }
  }

  /**
   * @param failure empty if all is well
   */
  void end(String failure) {
    if (failure.isEmpty()) {
      succeed();
    } else {
      fail(failure);
    }
  }

  void succeed() {
    end(new ScriptOutcome.Exited(0));
  }

  void fail(String reason) {
    String line = reason.replaceAll("\\s+", " ");
    end(
        new ScriptOutcome.Unsatisfied(
            line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line));
  }

  void fail(Throwable cause) {
    String message = cause.getMessage();
    fail(message == null ? cause.getClass().getSimpleName() : message);
  }

  private void end(ScriptOutcome outcome) {
    if (!ended) {
      ended = true;
      channel.ifPresent(used -> {
        var _ = used.close();
      });
      onEnd.accept(outcome);
    }
  }
}
