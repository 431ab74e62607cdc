package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.MetricsAddress;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/** Where an HTTP server listens. */
record MetricsAddressWord() implements Argument<MetricsAddress> {
  @Override
  public Optional<MetricsAddress> read(Line line) {
    return line.take()
        .flatMap(word -> {
          Optional<MetricsAddress> address = MetricsAddress.parse(word.text());
          if (address.isEmpty()) {
            line.report(
                Diagnostic.of(
                        Code.INVALID_VALUE,
                        word.span(),
                        "'%s' is not ADDRESS:PORT".formatted(word.text()))
                    .help("for example 127.0.0.1:9165 or [::1]:9165"));
          }
          return address;
        });
  }

  @Override
  public String syntax() {
    return "ADDRESS:PORT";
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public String example() {
    return "127.0.0.1:9165";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(MetricsAddress value) {
    return value.toString();
  }

  @Override
  public String type() {
    return "string";
  }
}
