package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.KeyedDigest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What an {@code authentication} block amounts to. Never less than it asks for without refusing:
 * keepalived runs without authentication when it cannot read the block.
 */
final class AuthenticationAssembly {
  private static final int MOST_OCTETS = 8;

  private final InstanceDraft draft;
  private final Version version;
  private final Machine machine;
  private final Diagnostics diagnostics;

  AuthenticationAssembly(
      InstanceDraft draft, Version version, Machine machine, Diagnostics diagnostics) {
    this.draft = draft;
    this.version = version;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  Authentication complete(Centiseconds interval) {
    if (draft.hmac.isPresent()) {
      draft.authentication.ifPresent(this::replaced);
      return new HmacAssembly(draft, draft.hmac.get(), machine, diagnostics).complete(interval);
    }
    return draft.authentication.map(this::complete).orElse(Authentication.NONE);
  }

  private void replaced(AuthenticationDraft block) {
    diagnostics.add(
        Diagnostic.of(
                Code.AUTHENTICATION_REPLACED,
                block.header(),
                "auth_hmac takes the place of authentication")
            .help("remove one of them")
            .asKeepalivedOverall(
                "%s auth_hmac cannot be combined with authentication, dropping legacy auth"
                    .formatted(draft.label())));
  }

  private Authentication complete(AuthenticationDraft block) {
    String password = block.password.map(this::cut).orElse("");
    if (version == Version.V3 || draft.strict()) {
      ignored();
      return Authentication.NONE;
    }
    String type = block.type.map(Word::text).orElse("");
    if (!type.equals("PASS") && !type.equals("AH")) {
      unusableType(block);
      return Authentication.NONE;
    }
    if (password.isEmpty()) {
      unusable(
          block.header(),
          "there is no auth_pass",
          "auth_pass PASSWORD",
          "%s Authentication specified but no password given. Ignoring".formatted(draft.label()));
      return Authentication.NONE;
    }
    return type.equals("PASS")
        ? new Authentication.SimplePassword(password)
        : header(block, password);
  }

  private Authentication header(AuthenticationDraft block, String password) {
    Span place = block.place("auth_type");
    if (draft.family.filter(Family.IPV6::equals).isPresent()) {
      unusable(place, "auth_type AH is for IPv4", "version 3 for IPv6 on all routers", "");
    } else if (!KeyedDigest.MD5.available()) {
      unusable(place, "this Java runtime has no HMAC-MD5", "auth_hmac on all routers", "");
    }
    return new Authentication.Ah(password);
  }

  private void ignored() {
    boolean strict = version == Version.V2;
    diagnostics.add(
        Diagnostic.of(
                strict ? Code.STRICT_ADJUSTMENT : Code.AUTHENTICATION_IGNORED,
                draft.place("authentication"),
                strict ? "strict mode has no authentication" : "version 3 has no authentication")
            .help("remove the block")
            .asKeepalivedOverall(
                "%s VRRP version %d does not support authentication. Ignoring."
                    .formatted(draft.label(), version.number())));
  }

  private void unusableType(AuthenticationDraft block) {
    if (block.type.isEmpty()) {
      unusable(block.header(), "there is no auth_type", "auth_type PASS", "");
      return;
    }
    Word type = block.type.get();
    unusable(
        type.span(),
        "'%s' is not an auth_type".formatted(type),
        Suggestion.nearest(type.text().toUpperCase(Locale.ROOT), List.of("PASS", "AH"))
            .map(near -> "did you mean '%s'?".formatted(near))
            .orElse("auth_type PASS or AH"),
        "(%s: Line %d) %s unknown authentication type '%s'"
            .formatted(type.span().file(), type.span().line(), draft.label(), type));
  }

  private void unusable(Span span, String message, String help, String keepalived) {
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.AUTHENTICATION_UNUSABLE,
                span,
                "%s: '%s' would run without authentication".formatted(message, draft.name))
            .help(help);
    diagnostics.add(keepalived.isEmpty() ? diagnostic : diagnostic.asKeepalivedOverall(keepalived));
  }

  /** The first 8 octets, and no half character. */
  private String cut(Word word) {
    String password = word.text();
    while (password.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS) {
      password = password.substring(0, password.length() - 1);
    }
    if (password.length() < word.text().length()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.PASSWORD_CUT,
                  word.span(),
                  "a password has at most 8 octets; the rest is cut off")
              .help("use the same first 8 octets on all routers")
              .asKeepalived("Truncating auth_pass to 8 characters"));
    }
    return password;
  }
}
