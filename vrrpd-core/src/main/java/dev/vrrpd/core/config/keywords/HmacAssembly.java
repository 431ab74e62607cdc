package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.Authentication.Mode;
import dev.vrrpd.core.wire.KeyedDigest;
import dev.vrrpd.core.wire.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@code auth_hmac} block amounts to. A key that cannot be used is an error: keepalived
 * switches the block off and runs without authentication.
 */
final class HmacAssembly {
  private static final String FILE = "file:";
  private static final String HEX = "hex:";
  private static final int LEAST_WINDOW = 5;
  private static final int GREATEST_WINDOW = 300;

  private final InstanceDraft instance;
  private final HmacDraft draft;
  private final Machine machine;
  private final Diagnostics diagnostics;

  HmacAssembly(InstanceDraft instance, HmacDraft draft, Machine machine, Diagnostics diagnostics) {
    this.instance = instance;
    this.draft = draft;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  Authentication complete(Centiseconds interval) {
    Map<Integer, SigningKey> keys = keys();
    int active = draft.activeKey.orElse(0);
    if (!keys.containsKey(active)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.AUTHENTICATION_UNUSABLE,
                  draft.place("active_key"),
                  "%s: '%s' would run without authentication"
                      .formatted(
                          active == 0
                              ? "there is no active_key"
                              : "active_key %d is not a usable key".formatted(active),
                          instance.name))
              .help("active_key ID, and key ID VALUE")
              .asKeepalivedOverall(
                  "%s auth_hmac active_key %d is not defined, disabling extension"
                      .formatted(instance.label(), active)));
      return Authentication.NONE;
    }
    if (!KeyedDigest.SHA256.available()) {
      diagnostics.add(
          Diagnostic.of(
              Code.AUTHENTICATION_UNUSABLE,
              draft.header(),
              "this Java runtime has no HMAC-SHA-256"));
    }
    return new Authentication.Signed(
        List.copyOf(keys.values()), active, draft.antiReplay, mode(), window(interval));
  }

  private Map<Integer, SigningKey> keys() {
    Map<Integer, SigningKey> keys = new LinkedHashMap<>();
    for (HmacDraft.Key key : draft.keys) {
      if (keys.containsKey(key.id())) {
        unusable(
            key.value().span(),
            "key %d stands here already".formatted(key.id()),
            "duplicate auth_hmac key id %d".formatted(key.id()));
      } else {
        octets(key)
            .ifPresent(octets ->
                keys.put(key.id(), new SigningKey(key.id(), HexFormat.of().formatHex(octets))));
      }
    }
    return keys;
  }

  private Optional<byte[]> octets(HmacDraft.Key key) {
    return text(key)
        .flatMap(text -> octets(key, text))
        .filter(octets -> {
          boolean fits =
              octets.length >= SigningKey.LEAST_OCTETS && octets.length <= SigningKey.MOST_OCTETS;
          if (!fits) {
            unusable(
                key.value().span(),
                "key %d has %d octets; %d to %d are needed"
                    .formatted(
                        key.id(), octets.length, SigningKey.LEAST_OCTETS, SigningKey.MOST_OCTETS),
                "%s auth_hmac key %d length %d not in range [32, 64]"
                    .formatted(instance.label(), key.id(), octets.length));
          }
          return fits;
        });
  }

  /** As it stands here, or in the file that it names. */
  private Optional<String> text(HmacDraft.Key key) {
    String value = key.value().text();
    if (!value.startsWith(FILE)) {
      return Optional.of(value);
    }
    String path = value.substring(FILE.length());
    return switch (machine.secret(path)) {
      case Machine.Secret.Known(String text, boolean exposed) -> {
        if (exposed) {
          diagnostics.add(
              Diagnostic.of(
                      Code.KEY_EXPOSED,
                      key.value().span(),
                      "others than its owner can read %s".formatted(path))
                  .help("chmod 600 %s".formatted(path)));
        }
        yield Optional.of(text);
      }
      case Machine.Secret.Unknown(String reason) -> {
        unusable(key.value().span(), "%s %s".formatted(path, reason), "");
        yield Optional.empty();
      }
    };
  }

  private Optional<byte[]> octets(HmacDraft.Key key, String text) {
    if (!text.startsWith(HEX)) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(HexFormat.of().parseHex(text.substring(HEX.length())));
    } catch (IllegalArgumentException _) {
      unusable(
          key.value().span(), "the hex: digits of key %d are not pairs".formatted(key.id()), "");
      return Optional.empty();
    }
  }

  private Mode mode() {
    if (instance.strict() && draft.mode != Mode.ENFORCE) {
      diagnostics.add(
          Diagnostic.of(
                  Code.STRICT_ADJUSTMENT, draft.place("mode"), "strict mode has mode enforce only")
              .help("mode enforce"));
      return Mode.ENFORCE;
    }
    return draft.mode;
  }

  /** Whole seconds of three intervals. */
  private Duration window(Centiseconds interval) {
    int three = 3 * (interval.value() / 100);
    return Duration.ofSeconds(
        draft.window.orElse(Math.clamp(three, LEAST_WINDOW, GREATEST_WINDOW)));
  }

  private void unusable(Span span, String message, String keepalived) {
    Diagnostic diagnostic =
        Diagnostic.of(Code.KEY_UNUSABLE, span, message)
            .help("openssl rand -hex 32 makes a key; write hex: before it");
    diagnostics.add(keepalived.isEmpty() ? diagnostic : diagnostic.asKeepalivedOverall(keepalived));
  }
}
