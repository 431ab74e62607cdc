package dev.vrrpd.status;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.protocol.Timers;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.router.RouterSnapshot.Rival;
import dev.vrrpd.core.router.RouterSnapshot.Sender;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.surface.FaultWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is not as it was configured to be, in words. */
final class Problems {
  /** A loop that turns shows itself as it was a tenth of a second ago at most. */
  private static final Duration STALE = Duration.ofSeconds(3);

  private Problems() {}

  static List<String> of(Picture picture, Moment now) {
    List<String> problems = new ArrayList<>();
    if (picture.age(now).compareTo(STALE) > 0) {
      problems.add(
          "the loop does not answer: all this is %d s old".formatted(picture.age(now).toSeconds()));
    }
    if (picture.reloads().refused()) {
      problems.add("the last reload was refused: the configuration before it goes on");
    }
    return problems;
  }

  static List<String> of(Instance instance, Moment now) {
    List<String> problems = new ArrayList<>();
    instance.faults().stream()
        .map(FaultWords::of)
        .map(Problems::drained)
        .sorted()
        .forEach(problems::add);
    if (instance.role() == Role.ACTIVE) {
      instance
          .refusedAddresses()
          .forEach(address -> problems.add("the kernel refused " + address.addressText()));
      if (!instance.addressesInstalled() && instance.refusedAddresses().isEmpty()) {
        problems.add("the kernel has not confirmed the addresses");
      }
      rival(instance, now)
          .ifPresent(rival ->
              problems.add(
                  "%s with priority %s is MASTER too"
                      .formatted(rival.address(), rival.priority())));
      instance.rivals().stream().map(Problems::silentRival).forEach(problems::add);
    }
    return problems;
  }

  private static String silentRival(Rival rival) {
    return "%s answers for %s on %s too, and its advertisements do not arrive"
        .formatted(rival.mac(), rival.address(), rival.link());
  }

  private static String drained(String fault) {
    return fault.endsWith(" " + FileConfig.MAINTENANCE) ? "drained: vrrpd undrain ends it" : fault;
  }

  /** Heard since we are Active, and not yet long enough ago to be gone. */
  private static Optional<Sender> rival(Instance instance, Moment now) {
    var parameters = instance.config().parameters();
    Duration patience =
        Timers.activeDownInterval(
            parameters, instance.effectivePriority(), parameters.advertisementInterval());
    return lastSender(instance)
        .filter(sender -> instance.lastTransition().isBefore(sender.at()))
        .filter(sender -> sender.at().until(now).compareTo(patience) < 0);
  }

  /** Who claimed last to be Active; not who said farewell. */
  static Optional<Sender> lastSender(Instance instance) {
    return instance.heard().senders().reversed().stream()
        .filter(sender -> !sender.priority().equals(Priority.RESIGN))
        .findFirst();
  }

  /** Empty where no {@code maintenance_file} is configured. */
  static Optional<Boolean> drained(RouterSnapshot router) {
    return router.trackers().files().stream()
        .filter(file -> file.config().name().equals(FileConfig.MAINTENANCE))
        .map(file -> file.number() != 0)
        .findFirst();
  }
}
