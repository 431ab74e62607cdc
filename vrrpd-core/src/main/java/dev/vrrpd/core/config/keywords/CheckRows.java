package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.secondsToMillisecond;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.keywords.ScriptDraft.SCRIPT;

import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** {@code vrrp_check}: what people write check scripts for, asked without starting a program. */
final class CheckRows {
  private static final Argument<Duration> TIME = secondsToMillisecond("0.01", "4294");

  static final Block<ScriptDraft> CHECK_BLOCK =
      Block.block(
          "vrrp_check",
          List.of(
              List.of(
                  asks("tcp", new ProbeWords("tcp"))
                      .summary("Somebody accepts a connection there."),
                  asks("http", new ProbeWords("http"))
                      .summary("A GET is answered with a status from 200 to 399."),
                  asks("haproxy", new ProbeWords("haproxy"))
                      .summary(
                          "haproxy answers on its stats socket; a backend has a server that is up."),
                  asks("ping", new ProbeWords("ping")).summary("It answers an ICMP echo request."),
                  asks("dns", new ProbeWords("dns"))
                      .summary("A name server knows an address for the name."),
                  asks("systemd", new ProbeWords("systemd"))
                      .summary("systemd says, on the system bus, that the unit is active."),
                  option("expect_status", integer(100, 599), (p, n) -> p.status = OptionalInt.of(n))
                      .otherwise("200 to 399")
                      .summary("http: the one status that is a success."),
                  option(
                          "expect_body",
                          text("TEXT", "OK"),
                          (p, words) -> p.body = Optional.of(words))
                      .otherwise("anything")
                      .summary("http: what the answer has to contain."),
                  option(
                          "host",
                          text("NAME", "www.example.com"),
                          (p, name) -> p.host = Optional.of(name))
                      .otherwise("the address")
                      .summary("http: the Host header, and the name the certificate is for."),
                  option(
                          "ca_file",
                          text(
                              "PATH",
                              "an absolute path",
                              "/etc/ssl/ca.pem",
                              s -> s.startsWith("/")),
                          (p, path) -> p.authority = Optional.of(path))
                      .otherwise("the Java runtime's")
                      .summary("https: certificates to trust."),
                  option("tls_insecure", flag(), (p, _) -> p.trusting = true)
                      .summary("https: any certificate will do."),
                  SCRIPT
                      .row("interval", TIME, (s, interval) -> s.interval = interval)
                      .byDefault("1")
                      .summary("From start to start; 0.05 is no burden."),
                  SCRIPT
                      .row("timeout", TIME, (s, timeout) -> s.timeout = Optional.of(timeout))
                      .otherwise("1, or interval if that is longer")
                      .summary("No answer by then is a failure."),
                  SCRIPT
                      .row("weight", new WeightWords(253), (s, weight) -> s.weight = weight)
                      .byDefault("0")
                      .summary("As in vrrp_script."),
                  SCRIPT
                      .row(
                          "recover",
                          new CommandLine(),
                          (s, command) -> s.recover = Optional.of(command))
                      .otherwise("none")
                      .firstWinning()
                      .summary(
                          "Run when the check fails, before that counts; it has 10 s, then the next answer counts.")
                      .example("recover \"/usr/bin/systemctl restart haproxy\""),
                  SCRIPT
                      .row("recover_attempts", integer(1, 100), (s, n) -> s.recoverAttempts = n)
                      .byDefault("1")
                      .summary("How often in a row recover is run."),
                  ScriptRows.RISE,
                  ScriptRows.FALL)));

  private CheckRows() {}

  private static Directive<ScriptDraft> asks(String keyword, Argument<Probe> words) {
    return option(keyword, words, (p, probe) -> p.probe = Optional.of(probe))
        .otherwise("one of tcp, http, haproxy, ping, dns, systemd is mandatory")
        .firstWinning();
  }

  private static <T> Directive<ScriptDraft> option(
      String keyword, Argument<T> argument, BiConsumer<ProbeDraft, T> effect) {
    return SCRIPT.row(keyword, argument, (s, value) -> effect.accept(s.probe.orElseThrow(), value));
  }
}
