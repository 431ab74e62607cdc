package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.keywords.AuthenticationDraft.AUTHENTICATION;

import dev.vrrpd.core.config.grammar.Block;
import java.util.List;
import java.util.Optional;

/** {@code authentication}. */
final class AuthenticationRows {
  static final Block<AuthenticationDraft> PASSWORD =
      Block.block(
          "authentication",
          List.of(
              List.of(
                  AUTHENTICATION
                      .row(
                          "auth_type",
                          new AnyWord("PASS|AH", "PASS"),
                          (a, word) -> a.type = Optional.of(word))
                      .otherwise("mandatory")
                      .summary(
                          "PASS: a password in clear. AH: a digest in an IP authentication header, over IPv4."),
                  AUTHENTICATION
                      .row(
                          "auth_pass",
                          new AnyWord("STRING", "s3cret"),
                          (a, word) -> a.password = Optional.of(word))
                      .otherwise("mandatory")
                      .summary("The password, up to 8 octets; the rest is cut off."))));

  private AuthenticationRows() {}
}
