package dev.vrrpd.core.config;

import dev.vrrpd.core.value.FilterStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code global_defs}, as far as it has effect beyond defaults that instances have taken already.
 *
 * @param routerId {@code router_id}; empty: the host name
 * @param scriptUser {@code script_user} in force at the end of the file
 * @param scriptSecurity {@code enable_script_security}
 * @param supplementaryGroups {@code set_supplementary_groups}
 * @param startupDelay {@code vrrp_startup_delay}
 * @param realtimePriority {@code vrrp_rt_priority}, 0 (off) to 99; empty: the daemon's own choice
 * @param noSwap {@code vrrp_no_swap}
 * @param logUnknownVrids {@code log_unknown_vrids}
 * @param dynamicInterfaces {@code dynamic_interfaces}
 * @param doors dumps, FIFOs, process and reloads
 * @param metrics {@code metrics}; empty: none are served
 * @param filter {@code nftables} and its kin
 */
public record GlobalConfig(
    Optional<String> routerId,
    Optional<String> scriptUser,
    Optional<String> scriptGroup,
    boolean scriptSecurity,
    boolean supplementaryGroups,
    Duration startupDelay,
    OptionalInt realtimePriority,
    boolean noSwap,
    boolean logUnknownVrids,
    boolean dynamicInterfaces,
    DoorsConfig doors,
    Optional<MetricsAddress> metrics,
    FilterStyle filter) {
  /** Nothing configured. */
  public static final GlobalConfig STANDARD =
      new GlobalConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Duration.ZERO,
          OptionalInt.empty(),
          false,
          false,
          false);

  /** With nothing but the router's own. */
  public GlobalConfig(
      Optional<String> routerId,
      Optional<String> scriptUser,
      Optional<String> scriptGroup,
      boolean scriptSecurity,
      Duration startupDelay,
      OptionalInt realtimePriority,
      boolean noSwap,
      boolean logUnknownVrids,
      boolean dynamicInterfaces) {
    this(
        routerId,
        scriptUser,
        scriptGroup,
        scriptSecurity,
        false,
        startupDelay,
        realtimePriority,
        noSwap,
        logUnknownVrids,
        dynamicInterfaces,
        DoorsConfig.STANDARD,
        Optional.empty(),
        FilterStyle.STANDARD);
  }
}
