package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.ChecksumRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parameters of RFC 9568 section 6.1, and what strict mode and contradictions make of them. */
final class ParameterAssembly {
  /** For an instance that is refused, but still looked through. */
  private static final int PLACEHOLDER_VRID = 1;

  private static final int STRICT_DOWN_TIMER_ADVERTS = 3;
  private static final long NANOS_PER_CENTISECOND = 10_000_000;
  private static final int LONGEST_V3_INTERVAL = 4095;

  private final InstanceDraft draft;
  private final GlobalDraft global;
  private final Version version;
  private final Machine machine;
  private final Diagnostics diagnostics;

  ParameterAssembly(
      InstanceDraft draft, Version version, Machine machine, Diagnostics diagnostics) {
    this.draft = draft;
    this.global = draft.file.global;
    this.version = version;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  VirtualRouterParameters complete(List<VirtualAddress> addresses) {
    boolean strict = draft.strict();
    Priority priority = priority();
    boolean owner = priority.equals(Priority.OWNER);
    boolean nopreempt = nopreempt(owner);
    Centiseconds interval = interval();
    boolean lowerPriorityNoAdvert =
        draft.lowerPriorityNoAdvert.or(() -> global.lowerPriorityNoAdvert).orElse(strict);
    return new VirtualRouterParameters(
        new Vrid(draft.vrid.orElse(PLACEHOLDER_VRID)),
        version,
        draft.family.orElse(Family.IPV4),
        priority,
        owner && wantsMaster(priority),
        interval,
        addresses.stream().map(VirtualAddress::address).toList(),
        !nopreempt,
        preemptDelay(nopreempt),
        acceptMode(strict, owner),
        strict ? STRICT_DOWN_TIMER_ADVERTS : draft.downTimerAdverts.orElse(global.downTimerAdverts),
        !lowerPriorityNoAdvert,
        !strict && draft.higherPrioritySendAdvert.orElse(global.higherPrioritySendAdvert),
        !draft.skipAddressCheck.orElse(global.skipAddressCheck),
        !draft.ownerIgnoresAdverts.or(() -> global.ownerIgnoresAdverts).orElse(strict),
        overtakenBy(nopreempt),
        new AuthenticationAssembly(draft, version, machine, diagnostics).complete(interval),
        checksumRule());
  }

  /** 100; 255 for {@code state MASTER} without a priority, as keepalived has it. */
  private Priority priority() {
    return new Priority(draft.priority.orElse(draft.wantsMaster ? 255 : 100));
  }

  /** Strict: exactly the owner. Else as said, and an owner that says nothing. */
  private boolean wantsMaster(Priority priority) {
    boolean owner = priority.equals(Priority.OWNER);
    return draft.strict() ? owner : draft.wantsMaster || (owner && !draft.wantsBackup);
  }

  /** Strict: RFC 3768 leaves an operator no choice, RFC 9568 section 6.1 does. */
  private boolean acceptMode(boolean strict, boolean owner) {
    return strict && version == Version.V2 ? owner : draft.accept.orElse(!strict || owner);
  }

  private boolean nopreempt(boolean owner) {
    if (!draft.nopreempt) {
      return false;
    }
    if (owner) {
      report(
          Code.NOPREEMPT_CONFLICT,
          "nopreempt",
          "nopreempt has no effect with priority 255",
          "nopreempt is incompatible with priority 255. resetting nopreempt",
          "remove it, or give a priority below 255");
      return false;
    }
    if (draft.wantsMaster) {
      report(
          Code.STATE_MASTER_CONFLICT,
          "nopreempt",
          "nopreempt has no effect with state MASTER",
          "Warning - nopreempt will not work with initial state MASTER - clearing",
          "write state BACKUP on all routers that shall not preempt");
      return false;
    }
    return true;
  }

  private Duration preemptDelay(boolean nopreempt) {
    if (draft.preemptDelay.isZero()) {
      return Duration.ZERO;
    }
    if (nopreempt) {
      report(
          Code.NOPREEMPT_CONFLICT,
          "preempt_delay",
          "preempt_delay has no effect with nopreempt",
          "preempt_delay is incompatible with nopreempt mode - resetting",
          "remove one of them");
      return Duration.ZERO;
    }
    if (draft.wantsMaster) {
      report(
          Code.STATE_MASTER_CONFLICT,
          "preempt_delay",
          "preempt_delay has no effect with state MASTER",
          "Warning - preempt delay will not work with initial state MASTER - clearing",
          "write state BACKUP");
      return Duration.ZERO;
    }
    if (draft.strict()) {
      report(
          Code.STRICT_ADJUSTMENT,
          "preempt_delay",
          "strict mode has no preempt_delay",
          "preempt_delay is incompatible with strict mode - resetting",
          "remove it");
      return Duration.ZERO;
    }
    return draft.preemptDelay;
  }

  private ChecksumRule checksumRule() {
    if (draft.checksumAsVersion2.orElse(global.checksumAsVersion2)) {
      return ChecksumRule.MESSAGE_ONLY;
    }
    return draft.oldUnicastChecksum && !draft.peers.isEmpty()
        ? ChecksumRule.WITH_GROUP_PSEUDO_HEADER
        : ChecksumRule.WITH_PSEUDO_HEADER;
  }

  private Optional<Priority> overtakenBy(boolean nopreempt) {
    if (draft.overtakenBy.isPresent() && !nopreempt) {
      diagnostics.add(
          Diagnostic.of(
                  Code.OPTION_IGNORED,
                  draft.place("timer_expired_backup"),
                  "timer_expired_backup has no effect without nopreempt")
              .help("add nopreempt, or remove it"));
      return Optional.empty();
    }
    return draft.overtakenBy.isPresent()
        ? Optional.of(new Priority(draft.overtakenBy.getAsInt()))
        : Optional.empty();
  }

  private void report(Code code, String keyword, String message, String keepalived, String help) {
    diagnostics.add(
        Diagnostic.of(code, draft.place(keyword), message)
            .help(help)
            .asKeepalivedOverall("%s %s".formatted(draft.label(), keepalived)));
  }

  /** The nearest interval that the version can say. */
  private Centiseconds interval() {
    long nanos = draft.interval.toNanos();
    long hundredths = Math.max(1, (nanos + NANOS_PER_CENTISECOND / 2) / NANOS_PER_CENTISECOND);
    return version == Version.V2 ? wholeSeconds(hundredths) : hundredths(nanos, hundredths);
  }

  private Centiseconds wholeSeconds(long hundredths) {
    int seconds = (int) Math.max(1, (hundredths + 50) / 100);
    if (seconds * 100L != hundredths) {
      intervalAdjusted(
          "version 2 says whole seconds only: %d s is used".formatted(seconds),
          "VRRPv2 advertisement interval %ss must be an integer. rounding".formatted(seconds(6)),
          "advert_int %d, or version 3 on all routers".formatted(seconds));
    }
    return Centiseconds.ofSeconds(seconds);
  }

  private Centiseconds hundredths(long nanos, long hundredths) {
    if (hundredths > LONGEST_V3_INTERVAL) {
      intervalAdjusted(
          "version 3 says at most 40.95 s, which is used",
          "VRRPv3 advertisement interval %ss is out of range. Must be less than 40.96s. Setting to 40.95s"
              .formatted(seconds(2)),
          "advert_int 40.95");
      return new Centiseconds(LONGEST_V3_INTERVAL);
    }
    Centiseconds interval = new Centiseconds(Math.toIntExact(hundredths));
    if (nanos != hundredths * NANOS_PER_CENTISECOND) {
      intervalAdjusted(
          "version 3 says steps of 10 ms: %s is used".formatted(interval),
          "VRRPv3 advertisement interval %ss must be in units of 10ms - rounding"
              .formatted(seconds(6)),
          "at most two decimals");
    }
    return interval;
  }

  private String seconds(int decimals) {
    return ("%." + decimals + "f").formatted(draft.interval.toNanos() / 1e9);
  }

  private void intervalAdjusted(String message, String keepalived, String help) {
    report(Code.INTERVAL_ADJUSTED, "advert_int", message, keepalived, help);
  }
}
